using System.IO.Compression;
using FinalAccounts.Import;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Tests.Import;

public sealed class OfficeFilesTests
{
    private const string Sheet1 = "xl/worksheets/sheet1.xml";

    private static byte[] Change(Func<string, string> name, Func<string, string, string> content)
    {
        using var source = new ZipArchive(new MemoryStream(ImportCase.Workbook().Bytes()));
        using var stream = new MemoryStream();
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                using var writer = new StreamWriter(target.CreateEntry(name(entry.FullName)).Open());
                writer.Write(content(entry.FullName, reader.ReadToEnd()));
            }
        }

        return stream.ToArray();
    }

    private static byte[] ChangeSheet(string from, string to) => Change(name => name, (name, xml) =>
    {
        Assert.True(name != Sheet1 || xml.Contains(from, StringComparison.Ordinal), xml[..Math.Min(2000, xml.Length)]);
        return name == Sheet1 ? xml.Replace(from, to, StringComparison.Ordinal) : xml;
    });

    private static void ReadsAll(byte[] bytes)
    {
        var result = ImportCase.Import(new ImportFile("公开表.xlsx", bytes));
        Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
        Assert.Equal(1_089_000m, result.Value!.Tables["表01"].Cell("收入总计", "金额").Value);
        Assert.Equal(140_000m, result.Value.Tables["表09"].Cell("合计", "决算合计").Value);
    }

    private static Finding Only(byte[] bytes, string name = "公开表.xlsx") =>
        Assert.Single(ImportCase.Import(new ImportFile(name, bytes)).Findings);

    [Fact]
    public void PartNamesWithBackslashesAreRead() => ReadsAll(Change(name => name.Replace('/', '\\'), (_, xml) => xml));

    [Fact]
    public void PartNamesInAnotherCaseAreRead() => ReadsAll(Change(name => name.StartsWith("xl/w", StringComparison.Ordinal) ? name.ToUpperInvariant() : name, (_, xml) => xml));

    [Fact]
    public void PartNamesWithDotsAreRead() => ReadsAll(Change(name => "./" + name, (_, xml) => xml));

    [Fact]
    public void StrictOpenXmlIsRead() => ReadsAll(Change(name => name, (_, xml) => xml
        .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)
        .Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)));

    [Fact]
    public void ColumnWithoutWidthIsRead() => ReadsAll(ChangeSheet("<x:sheetData>", "<x:cols><x:col min=\"1\" max=\"3\"/></x:cols><x:sheetData>"));

    [Fact]
    public void ErrorCellOfAPartInAnotherCaseIsReported()
    {
        var bytes = Change(
            name => name == Sheet1 ? "xl/worksheets/Sheet1.XML" : name,
            (name, xml) => name == Sheet1 ? xml.Replace("<x:c r=\"C11\"><x:v>108.9</x:v>", "<x:c r=\"C11\" t=\"e\"><x:v>#REF!</x:v>", StringComparison.Ordinal) : xml);
        var finding = Only(bytes);
        Assert.Equal(("IMP-31", "公开表.xlsx ▸ 公开1 ▸ C11"), (finding.Rule, finding.Places[0].ToString()));
        Assert.Contains("#REF!", finding.Message);
    }

    [Fact]
    public void FormulaWithAPlaceholderForItsResultIsReported()
    {
        var bytes = Change(name => name, (name, xml) =>
            name == Sheet1 ? xml.Replace("<x:c r=\"C11\"><x:v>108.9</x:v>", "<x:c r=\"C11\"><x:f>100.5+8.4</x:f><x:v>0</x:v>", StringComparison.Ordinal)
            : name == "xl/workbook.xml" ? xml.Replace("</x:sheets>", "</x:sheets><x:calcPr fullCalcOnLoad=\"1\"/>", StringComparison.Ordinal) : xml);
        var finding = Only(bytes);
        Assert.Equal("公开表.xlsx ▸ 公开1 ▸ C11", finding.Places[0].ToString());
        Assert.Equal("IMP-32", finding.Rule);
    }

    [Fact]
    public void ResultOfACalculatedFormulaIsRead() => ReadsAll(ChangeSheet("<x:c r=\"C11\"><x:v>108.9</x:v>", "<x:c r=\"C11\"><x:f>100.5+8.4</x:f><x:v>108.9</x:v>"));

    [Fact]
    public void SharedStringThatDoesNotExistIsAnErrorNotABlank()
    {
        var finding = Only(ChangeSheet("<x:c r=\"C11\"><x:v>108.9</x:v>", "<x:c r=\"C11\" t=\"s\"><x:v>99</x:v>"));
        Assert.Equal(("IMP-31", "C11"), (finding.Rule, finding.Places[0].Cell));
    }

    [Fact]
    public void WorkbookWithoutSheetsIsOneSentence()
    {
        var bytes = Change(name => name, (name, xml) => name == "xl/workbook.xml" ? System.Text.RegularExpressions.Regex.Replace(xml, "<x:sheet .*?/>", "") : xml);
        Assert.Contains("没有工作表", Only(bytes).Message);
    }

    [Fact]
    public void ErrorCellOfExcel95IsReported()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "tests/FinalAccounts.Tests/Import/files/错误值-95.xls"));
        var grid = GridReader.Read(new ImportFile("公开表.xls", bytes), new ImportFindings(), CancellationToken.None)![0];
        Assert.Equal("#REF!", grid.Cell(9, 2)!.Error);
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", true)]
    [InlineData("[$-804]yyyy/m/d;@", true)]
    [InlineData("e\"年\"m\"月\"", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("0.00E+00", false)]
    [InlineData("[Red]#,##0.00;[Red]-#,##0.00", false)]
    [InlineData("0.00\"d\"", false)]
    [InlineData("0\\d", false)]
    [InlineData("General", false)]
    [InlineData(null, false)]
    public void FormatIsADateByItsLetters(string? format, bool date) => Assert.Equal(date, XlsxFormats.IsDate(format));

    [Theory]
    [InlineData("一_x000D_\n二", "一\n二")]
    [InlineData("一_x000B_二", "一\n二")]
    [InlineData("一_x005F_x000D_二", "一_x000D_二")]
    public void EscapesOfTextAreUndone(string stored, string text) => Assert.Equal(text, XlsxText.Plain(stored));

    [Theory]
    [InlineData("_x0007_", "U+0007", Severity.Warning, "甲乙")]
    [InlineData("\uE863", "䶮", Severity.Error, "甲〓乙")]
    [InlineData("\u20E3", "U+20E3", Severity.Error, "甲〓乙")]
    [InlineData("\U000E0100", "变体选择符（U+E0100）", Severity.Note, "甲乙")]
    [InlineData("\u202E", "改变书写方向", Severity.Error, "甲乙")]
    [InlineData("\u200B", "看不见的字符", Severity.Warning, "甲乙")]
    public void WhatCannotBePrintedIsReportedAtItsCell(string character, string named, Severity severity, string text)
    {
        var findings = new ImportFindings();
        var grid = GridReader.Read(new XlsxBuilder().Sheet("表", "甲|甲" + character + "乙").File(), findings, CancellationToken.None)![0];
        Assert.Equal(text, grid.Cell(0, 1)!.Value);
        var finding = Assert.Single(findings.All);
        Assert.Equal(("IMP-58", severity, "B1"), (finding.Rule, finding.Severity, finding.Places[0].Cell));
        Assert.Contains(named, finding.Message);
    }

    [Theory]
    [InlineData("ole_difat.xls", "结构读不通")]
    [InlineData("bigcol.xlsx", "单元格的地址不对")]
    [InlineData("longref.xlsx", "单元格的地址不对")]
    [InlineData("deep_wb.xlsx", "嵌套太深")]
    [InlineData("deep_rels.xlsx", "嵌套太深")]
    [InlineData("quad_is_small.xlsx", "32,767 个字")]
    [InlineData("quad_sst_runs.xlsx", "32,767 个字")]
    [InlineData("sst_15mb_x450k.xlsx", "32,767 个字")]
    public void FileMadeToExhaustEndsInAFindingWithLittleMemory(string name, string words)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "tests/FinalAccounts.Tests/Import/files/hostile", name));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var findings = new ImportFindings();
        Assert.True(GridReader.Read(new ImportFile(name, bytes), findings, CancellationToken.None) is null || findings.AnyFatal);
        Assert.Contains(words, Assert.Single(findings.All).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
    }
}
