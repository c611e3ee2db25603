using System.Text;
using FinalAccounts.Import;
using static FinalAccounts.Tests.Import.BrokenFiles;

namespace FinalAccounts.Tests.Import;

public sealed class FileGuardTests
{
    private static Finding Refused(byte[] content, string name = "公开表.xlsx")
    {
        var result = ImportCase.Import(new ImportFile(name, content));
        Assert.False(result.Succeeded);
        return Assert.Single(result.Findings);
    }

    [Theory]

    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("{\"a\": 1}", "JSON")]
    [InlineData("", "空的")]
    [InlineData("随便", "文本")]
    [InlineData("Rar!\u001a", "压缩包")]
    public void WhatIsNoWorkbookIsCalledWhatItIs(string content, string seems)
    {
        var finding = Refused(Encoding.UTF8.GetBytes(content));
        Assert.Equal(("IMP-02", "公开表.xlsx"), (finding.Rule, finding.Places[0].ToString()));
        Assert.Contains(seems, finding.Message);
    }

    [Theory]
    [InlineData("word/document.xml", "文字文档")]
    [InlineData("readme.txt", "zip")]
    [InlineData("content.xml", "OpenDocument")]
    public void ArchiveThatIsNoWorkbookIsCalledWhatItIs(string entry, string seems) =>
        Assert.Contains(seems, Refused(Archive((entry, "x"))).Message);

    [Fact]
    public void FileOverTheCapIsNotParsed() => Assert.Equal("IMP-01", Refused(new byte[50 * 1024 * 1024 + 1]).Rule);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.95)]
    [InlineData(0.999)]
    public void TruncatedWorkbookIsRefused(double part)
    {
        var bytes = ImportCase.Workbook().Bytes();
        Assert.Equal("IMP-04", Refused(bytes[..(int)(bytes.Length * part)]).Rule);
    }

    [Fact]
    public void BytesThatAreWrongInTheMiddleAreRefused()
    {
        var bytes = ImportCase.Workbook().Bytes();
        for (var i = 60; i < 200; i++)
        {
            bytes[i] ^= 0x5A;
        }

        Assert.Equal("IMP-04", Refused(bytes).Rule);
    }

    [Fact]
    public void ArchiveThatUnpacksToMuchMoreThanItIsIsRefused() => Assert.Equal("IMP-05", Refused(Bomb()).Rule);

    [Fact]
    public void BombThatLiesAboutItsSizeIsNotUnpackedEither()
    {
        var bytes = Bomb();
        for (var i = 0; i + 46 < bytes.Length; i++)
        {
            if (bytes.AsSpan(i).StartsWith("PK\u0001\u0002"u8))
            {
                BitConverter.TryWriteBytes(bytes.AsSpan(i + 24), 10u);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = ImportCase.Import(new ImportFile("公开表.xlsx", bytes));
        Assert.False(result.Succeeded);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    private static byte[] Bomb() =>
        Archive(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>"), ("xl/worksheets/sheet1.xml", new string(' ', 40_000_000)));

    [Fact]
    public void ArchiveOfTooManyPartsIsRefused() =>
        Assert.Equal("IMP-05", Refused(Archive([.. Enumerable.Range(0, 2_001).Select(i => ($"xl/{i}", ""))])).Rule);

    [Fact]
    public void ExternalEntitiesAndDoctypesAreRefused()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "secret");
            var finding = Refused(Replace(ImportCase.Workbook().Bytes(), "xl/workbook.xml", xml =>
                $"<!DOCTYPE x [<!ENTITY e SYSTEM \"file://{secret}\">]>" + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..].Replace("公开1", "&e;", StringComparison.Ordinal)));
            Assert.Equal("IMP-04", finding.Rule);
            Assert.DoesNotContain("secret", finding.Message);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void FigureBelowAThousandBlankRowsIsReportedNotIgnored()
    {
        var result = ImportCase.Import(ImportCase.Workbook().And("=1", 3_000));
        Assert.Equal(("IMP-07", "公开表.xlsx ▸ 公开6 ▸ A3001"), (Assert.Single(result.Findings).Rule, result.Findings[0].Places[0].ToString()));
    }

    [Fact]
    public void MillionEmptyRowsDoNotMatter()
    {
        var rows = string.Concat(Enumerable.Range(100, 1_048_476).Select(row => $"<row r=\"{row}\" ht=\"1\"/>"));
        var bytes = Replace(ImportCase.Workbook().Bytes(), "xl/worksheets/sheet1.xml", xml => xml.Replace("</x:sheetData>", rows.Replace("<row", "<x:row") + "</x:sheetData>", StringComparison.Ordinal));
        var result = ImportCase.Import(new ImportFile("公开表.xlsx", bytes));
        Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
    }

    [Fact]
    public void RowNumberBeyondAnySheetEndsInAFinding()
    {
        var bytes = Replace(ImportCase.Workbook().Bytes(), "xl/worksheets/sheet1.xml", xml => xml.Replace("</x:sheetData>", "<x:row r=\"2000000000\"><x:c r=\"A2000000000\"><x:v>1</x:v></x:c></x:row></x:sheetData>", StringComparison.Ordinal));
        Assert.Contains(ImportCase.Import(new ImportFile("公开表.xlsx", bytes)).Findings, finding => finding.Rule is "IMP-06" or "IMP-04");
    }

    [Fact]
    public void TooManySheetsAreReported()
    {
        var workbook = ImportCase.Workbook();
        for (var i = 0; i < 260; i++)
        {
            workbook.Sheet($"多{i}", "x");
        }

        Assert.Contains(ImportCase.Import(workbook).Findings, finding => finding.Rule == "IMP-06");
    }

    [Theory]
    [InlineData("公开表.xls")]
    [InlineData("公开表.xlsx")]
    public void XlsIsReadByContentWhateverItsName(string name)
    {
        var result = ImportCase.Import(new ImportFile(name, File.ReadAllBytes(Sample("公开表.xls"))));
        Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
        Assert.Equal(1_089_000m, result.Value!.Tables["表01"].Cell("收入总计", "金额").Value);
        Assert.Equal(140_000m, result.Value.Tables["表09"].Cell("合计", "决算合计").Value);
        Assert.Equal($"{name} ▸ 公开1 ▸ C11", result.Value.Tables["表01"].Cell("收入总计", "金额").Place!.ToString());
    }

    [Fact]
    public void ErrorCellOfAnXlsIsReported()
    {
        var result = ImportCase.Import(new ImportFile("公开表.xls", File.ReadAllBytes(Sample("错误值.xls"))));
        Assert.Equal(
            ["IMP-31 C10 #DIV/0!", "IMP-31 C11 #REF!"],
            result.Findings.Select(finding => $"{finding.Rule} {finding.Places[0].Cell} {(finding.Message.Contains("#REF!") ? "#REF!" : finding.Message.Contains("#DIV/0!") ? "#DIV/0!" : finding.Message)}"));
    }

    [Fact]
    public void PasswordOfAnXlsIsReported() => Assert.Equal("IMP-03", Refused(File.ReadAllBytes(Sample("有密码.xls")), "公开表.xls").Rule);

    [Fact]
    public void PasswordOfAnXlsxIsReported() => Assert.Equal("IMP-03", Refused(EncryptedPackage()).Rule);

    [Fact]
    public void TruncatedXlsIsRefused()
    {
        var bytes = File.ReadAllBytes(Sample("公开表.xls"));
        Assert.Equal("IMP-04", Refused(bytes[..(bytes.Length / 3)], "公开表.xls").Rule);
    }

    [Fact]
    public void AnyDamageEndsInFindingsNeverInAnException()
    {
        var random = new Random(20230929);
        foreach (var original in new[] { ImportCase.Workbook().Bytes(), File.ReadAllBytes(Sample("公开表.xls")) })
        {
            for (var run = 0; run < 40; run++)
            {
                var bytes = (byte[])original.Clone();
                for (var i = 0; i < 20; i++)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                var result = ImportCase.Import(new ImportFile("公开表", bytes));
                Assert.True(result.Succeeded || result.Findings.Count > 0);
            }
        }
    }

    private static string Sample(string file) => Path.Combine(Repository.Root, "tests/FinalAccounts.Tests/Import/files", file);
}
