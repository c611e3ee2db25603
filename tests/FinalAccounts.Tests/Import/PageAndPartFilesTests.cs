using System.IO.Compression;
using System.Text;
using FinalAccounts.Cli;
using FinalAccounts.Import;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Tests.Import;

/// <summary>Tables as web pages called .xls, and tables in files of their own.</summary>
public sealed class PageAndPartFilesTests
{
    static PageAndPartFilesTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly ImportFile[] Parts =
        [.. ImportCase.Drawings.Select((drawing, index) => new ImportFile($"公开{index + 1}.csv", Encoding.UTF8.GetBytes(OtherFormats.Csv([drawing], ','))))];

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("GB18030", false)]
    public void WebPageCalledXlsIsRead(string encoding, bool exact)
    {
        var result = ReadsAll(new ImportFile("公开表.xls", Encoding.GetEncoding(encoding).GetBytes(OtherFormats.Html(ImportCase.Drawings, exact))));
        Assert.Contains(result.Findings, finding => finding is { Rule: "IMP-02", Severity: Severity.Note } && finding.Message.Contains("网页", StringComparison.Ordinal));
    }

    [Fact]
    public void CellsOfWebPagesKeepWhatStandsInThem()
    {
        var grid = Grid("<table><tr><td><table><tr><td rowspan=2>甲<br>乙</td><td x:num=\"0.9744\">97%</td><td x:str=\"5\">5</td><td><script>x()</script> #REF! </td></tr>"
            + "<tr style='display:none'><td colspan=3 x:num=3 x:fmla=\"=1+1\">3</td></tr></table></td></tr></table>");
        Assert.Equal(["甲\n乙", "97.44%", "5", "#REF!", SheetErrors.NotCalculated], grid.Cells.Select(cell => cell.Display));
        Assert.Equal("#REF!", grid.Cell(0, 3)!.Error);
        Assert.Equal(new MergedRange(0, 0, 1, 0), grid.MergedAt(1, 0));
        Assert.Equal([1], grid.HiddenRows);
    }

    [Fact]
    public void WebPageNestedTooDeepIsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 400));
        Assert.Equal("IMP-04", Assert.Single(ImportCase.Import(new ImportFile("公开表.xls", Encoding.UTF8.GetBytes($"<html>{deep}<table><tr><td>1</td></tr></table></html>"))).Findings).Rule);
    }

    [Fact]
    public void FilesOfTheTablesAreOneWorkbook()
    {
        var result = ReadsAll(ImportFile.Together("公开表", Parts));
        Assert.Equal("公开2.csv ▸ 公开2 ▸ E6", result.Value!.Tables["表03"].Cell("合计", "本年支出合计").Place!.ToString());
        Assert.DoesNotContain(result.Findings, finding => finding.Rule == "IMP-02");
    }

    [Fact]
    public void EqualFilesAreEqualBytesAndASingleOneStaysAsItIs()
    {
        Assert.Equal(ImportFile.Together("甲", Parts).Content.ToArray(), ImportFile.Together("乙", [.. Parts.Reverse()]).Content.ToArray());
        Assert.Same(Parts[0], ImportFile.Together("甲", [Parts[0]]));
    }

    [Fact]
    public void WhatIsReadElsewhereKeepsTheFilesNames()
    {
        var file = ImportFile.Together("公开表", Parts);
        var there = file with { Content = Array.Empty<byte>(), Sheets = ForeignFile.Read(file, CancellationToken.None) };
        Assert.Equal("公开2.csv", ImportCase.Import(there).Value!.Tables["表03"].Cell("合计", "本年支出合计").Place!.File);
    }

    [Fact]
    public void BrokenPartIsSaidByItsName()
    {
        var result = ImportCase.Import(ImportFile.Together("公开表", [.. Parts.Skip(1), new ImportFile("公开1.csv", "%PDF-1.7"u8.ToArray())]));
        Assert.Equal("IMP-02 公开1.csv", string.Join('，', result.Findings.Where(finding => finding.Severity == Severity.Fatal).Select(finding => $"{finding.Rule} {finding.Places[0]}")));
    }

    [Fact]
    public void ZipOfTablesIsReadAndWhatElseIsInItIsSaid()
    {
        var result = ReadsAll(Zip(["表/公开1.csv", "表/公开2.csv", "表/公开3.csv", "表/公开4.csv", "表/公开5.csv", "表/公开6.csv"], "表/说明.docx", "__MACOSX/x"));
        Assert.Contains(result.Findings, finding => finding is { Rule: "IMP-02", Severity: Severity.Warning } && finding.Message.Contains("说明.docx", StringComparison.Ordinal) && !finding.Message.Contains('x' + "、", StringComparison.Ordinal));
    }

    [Fact]
    public void ZipOfSeveralUnitsIsNoWorkbook() =>
        Assert.Equal("IMP-02", Assert.Single(ImportCase.Import(Zip(["甲局/公开1.csv", "乙局/公开1.csv", "甲局/公开2.csv", "乙局/公开2.csv", "丙/公开3.csv", "丙/公开4.csv"])).Findings).Rule);

    [Theory]
    [InlineData("公开表/收入.csv,公开表/支出.csv,文字资料.xlsx,收入.csv", "公开表/支出.csv,公开表/收入.csv")]
    [InlineData("收入.csv,支出.csv,文字资料.csv,上年公开表.csv", "支出.csv,收入.csv")]
    [InlineData("公开表.xls,公开表.xlsx,收入.csv", "公开表.xlsx")]
    [InlineData("文字资料.xlsx", "")]
    public void FolderOfAUnitHasItsTablesInOneFileOrSeveral(string files, string found)
    {
        var folder = Directory.CreateTempSubdirectory("finalaccounts-unit");
        foreach (var file in files.Split(',').Select(name => Path.Combine(folder.FullName, name)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, []);
        }

        var tables = new UnitFolder(folder.FullName).Tables.Select(path => Path.GetRelativePath(folder.FullName, path).Replace('\\', '/'));
        folder.Delete(recursive: true);
        Assert.Equal(found, string.Join(',', tables));
    }

    [Fact]
    public void AnEmptyFolderBesideAFullOneIsSaid()
    {
        var root = Directory.CreateTempSubdirectory();
        var (full, empty) = (root.CreateSubdirectory("全"), root.CreateSubdirectory("空"));
        File.WriteAllBytes(Path.Combine(full.FullName, "公开01表.csv"), []);
        File.WriteAllBytes(Path.Combine(empty.FullName, "说明.txt"), []);

        Assert.NotNull(NamedFiles.Load("公开表", [full.FullName]));
        var refused = Assert.Throws<UsageException>(() => NamedFiles.Load("公开表", [full.FullName, empty.FullName]));
        root.Delete(recursive: true);
        Assert.StartsWith($"文件夹 {empty.FullName} 里没有表格文件", refused.Message, StringComparison.Ordinal);
    }

    private static Result<FinalAccounts.Accounts.DepartmentAccounts> ReadsAll(ImportFile file)
    {
        var result = ImportCase.Import(file);
        Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
        Assert.Equal(1_089_000m, result.Value!.Tables["表01"].Cell("收入总计", "金额").Value);
        Assert.Equal(302_500m, result.Value.Tables["表03"].Cell("2010302", "项目支出").Value);
        Assert.Equal(140_000m, result.Value.Tables["表09"].Cell("合计", "决算合计").Value);
        return result;
    }

    private static SheetGrid Grid(string page) =>
        Assert.Single(GridReader.Read(new ImportFile("表.xls", Encoding.UTF8.GetBytes(page)), new ImportFindings(), CancellationToken.None)!);

    private static ImportFile Zip(string[] names, params string[] others)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in names.Zip(Parts.Select(part => part.Content.ToArray())).Concat(others.Select(name => (name, "x"u8.ToArray()))))
            {
                using var target = archive.CreateEntry(name).Open();
                target.Write(content);
            }
        }

        return new ImportFile("公开表.zip", stream.ToArray());
    }
}
