using System.Text;
using FinalAccounts.Import;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Tests.Import;

public sealed class OfficeFormatsTests
{
    static OfficeFormatsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static string Changed(string from, string to)
    {
        var drawing = ImportCase.Table01.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(ImportCase.Table01, drawing);
        return drawing;
    }

    private static IEnumerable<string> With(string from, string to) => ImportCase.Drawings.Select((drawing, index) => index == 0 ? Changed(from, to) : drawing);

    private static void ReadsAll(byte[] bytes, string name)
    {
        var result = ImportCase.Import(new ImportFile(name, bytes));
        Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
        Assert.Equal(1_089_000m, result.Value!.Tables["表01"].Cell("收入总计", "金额").Value);
        Assert.Equal(300_000m + 2_500m, result.Value.Tables["表03"].Cell("2010302", "项目支出").Value);
        Assert.Equal(140_000m, result.Value.Tables["表09"].Cell("合计", "决算合计").Value);
    }

    private static Finding Only(byte[] bytes, string name) => Assert.Single(ImportCase.Import(new ImportFile(name, bytes)).Findings);

    private static SheetGrid Grid(byte[] bytes, out IReadOnlyList<Finding> findings, string name = "表")
    {
        var found = new ImportFindings();
        var grids = GridReader.Read(new ImportFile(name, bytes), found, CancellationToken.None);
        findings = found.All;
        return grids![0];
    }

    [Fact]
    public void OpenDocumentSpreadsheetIsRead() => ReadsAll(OtherFormats.Ods(ImportCase.Drawings), "公开表.ods");

    [Fact]
    public void Excel2003XmlIsReadWhateverItIsCalled() => ReadsAll(OtherFormats.Xml(ImportCase.Drawings), "公开表.xls");

    [Theory]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-8", true, ',')]
    [InlineData("utf-8", false, ';')]
    [InlineData("GB18030", false, ',')]
    [InlineData("GB18030", false, '\t')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16BE", true, ',')]
    public void SeparatedValuesAreReadInEveryEncodingAndWithEverySeparator(string encoding, bool mark, char separator)
    {
        var kind = Encoding.GetEncoding(encoding);
        var text = kind.GetBytes(OtherFormats.Csv(ImportCase.Drawings, separator));
        ReadsAll([.. mark ? kind.GetPreamble() : [], .. text], "公开表.csv");
    }

    [Fact]
    public void SeparatedValuesHoldOneSheetAndTheMessageSaysSo()
    {
        var result = ImportCase.Import(new ImportFile("公开表.csv", Encoding.UTF8.GetBytes(OtherFormats.Csv([ImportCase.Table01], ','))));
        Assert.False(result.Succeeded);
        Assert.Contains(result.Findings, finding => finding.Rule == "IMP-02" && finding.Message.Contains("CSV", StringComparison.Ordinal) && finding.Message.Contains(".xlsx", StringComparison.Ordinal));
        Assert.Contains(result.Findings, finding => finding.Rule == "IMP-10" && finding.Message.StartsWith("CSV 文件只放得下一张工作表，这里没有 ", StringComparison.Ordinal) && finding.Message.Contains("表03", StringComparison.Ordinal));
    }

    [Fact]
    public void FieldsOfSeparatedValuesMayBeQuotedOrHeldBackFromExcel()
    {
        var grid = Grid(Encoding.UTF8.GetBytes("甲,\"1,234.56\",=\"0012\",#REF!\r\n\"第一行\n第二行\",'5\r"), out _, "表.csv");
        Assert.Equal(["甲", "1,234.56", "0012", "#REF!", "第一行\n第二行", "'5"], grid.Cells.Select(cell => cell.Display));
        Assert.Equal("#REF!", grid.Cell(0, 3)!.Error);
    }

    [Fact]
    public void BinaryWorkbookIsRead()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "tests/FinalAccounts.Tests/Import/files/公开表.xlsb"));
        var findings = new ImportFindings();
        var grids = GridReader.Read(new ImportFile("公开表.xlsb", bytes), findings, CancellationToken.None);
        Assert.Equal("", ImportCase.Print(findings.All));
        Assert.NotNull(grids);
        Assert.Equal(Enumerable.Range(1, 9).Select(number => $"公开0{number}表"), grids.Select(grid => grid.Name));
        Assert.Equal((13934.95m, 8799.68m, 14894.41m), (Assert.IsType<decimal>(grids[0].Cell(6, 2)?.Value), Assert.IsType<decimal>(grids[0].Cell(6, 5)?.Value), Assert.IsType<decimal>(grids[0].Cell(36, 2)?.Value)));
        Assert.Equal("一、一般公共预算财政拨款收入", grids[0].Cell(6, 0)?.Value);
        Assert.Equal(new MergedRange(0, 0, 0, 5), grids[0].MergedAt(0, 3));
    }

    [Theory]
    [InlineData("公开表.ods")]
    [InlineData("公开表.xls")]
    public void ErrorCellIsReportedAtItsCell(string name)
    {
        var drawings = With("总　计|4|=108.9|", "总　计|4|!#REF!|");
        var finding = Only(name.EndsWith("ods", StringComparison.Ordinal) ? OtherFormats.Ods(drawings) : OtherFormats.Xml(drawings), name);
        Assert.Equal(("IMP-31", $"{name} ▸ 公开1 ▸ C11"), (finding.Rule, finding.Places[0].ToString()));
        Assert.Contains("#REF!", finding.Message);
    }

    [Theory]
    [InlineData("公开表.ods")]
    [InlineData("公开表.xls")]
    public void FormulaWithoutResultIsReportedAtItsCell(string name)
    {
        var drawings = With("总　计|4|=108.9|", "总　计|4|?1|");
        var finding = Only(name.EndsWith("ods", StringComparison.Ordinal) ? OtherFormats.Ods(drawings) : OtherFormats.Xml(drawings), name);
        Assert.Equal(("IMP-32", $"{name} ▸ 公开1 ▸ C11"), (finding.Rule, finding.Places[0].ToString()));
    }

    [Fact]
    public void HiddenPartsOfOpenDocumentAreReported()
    {
        var sheet = OtherFormats.Ods(ImportCase.Drawings, xml => xml.Replace("table:name=\"公开1\"", "table:name=\"公开1\" table:style-name=\"hidden\"", StringComparison.Ordinal));
        Assert.Contains(ImportCase.Import(new ImportFile("公开表.ods", sheet)).Findings, finding => finding.Rule == "IMP-09");
        var columns = OtherFormats.Ods(ImportCase.Drawings, xml => xml.Replace("<table:table-column table", "<table:table-column table:visibility=\"collapse\" table", StringComparison.Ordinal));
        Assert.Contains(ImportCase.Import(new ImportFile("公开表.ods", columns)).Findings, finding => finding.Rule == "IMP-09");
    }

    [Fact]
    public void ValuesOfOpenDocumentKeepTheirTypes()
    {
        var grid = Grid(OtherFormats.Ods(["甲"], xml => xml.Replace(
            "</table:table-row>",
            "<table:table-cell office:value-type=\"percentage\" office:value=\"0.985\"/><table:table-cell office:value-type=\"date\" office:date-value=\"2024-05-15\"><text:p>5月15日</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/><table:table-cell office:value-type=\"string\"><office:annotation><text:p>批注</text:p></office:annotation><text:p>一<text:s/><text:span>二</text:span></text:p><text:p>三</text:p></table:table-cell>"
            + "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"/></table:table-row>",
            StringComparison.Ordinal).Replace("table:number-rows-repeated=\"1048500\"><table:table-cell office:value-type=\"percentage\"", "><table:table-cell office:value-type=\"string\"", StringComparison.Ordinal)), out _);
        Assert.Equal(["甲", "98.50%", "2024-05-15", "是", "一 二\n三", "7", "7"], grid.Cells.Where(cell => cell.Row == 0).Select(cell => cell.Display));
    }

    [Fact]
    public void LockedOpenDocumentIsReported()
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new[] { ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("META-INF/manifest.xml", "<manifest:encryption-data/>"), ("content.xml", "不是XML") })
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        Assert.Equal("IMP-03", Only(stream.ToArray(), "公开表.ods").Rule);
    }

    [Fact]
    public void HiddenSheetOfExcel2003XmlIsReported()
    {
        var bytes = OtherFormats.Xml(ImportCase.Drawings, xml => xml.Replace(
            "</Table></Worksheet>", "</Table><WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>", StringComparison.Ordinal));
        Assert.Contains(ImportCase.Import(new ImportFile("公开表.xls", bytes)).Findings, finding => finding.Rule == "IMP-09");
    }

    [Theory]
    [InlineData("<html><body><form>请登录</form></body></html>", "HTML")]
    [InlineData("<html><frameset rows=\"*,39\"><frame src=\"公开表.files/sheet001.htm\"></frameset></html>", "HTML")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related;", "单个文件网页")]
    [InlineData("{\\rtf1\\ansi}", "RTF")]
    [InlineData("<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"http://schemas.uof.org/cn/2009/uof\"/>", "UOF")]
    [InlineData("\u0009\u0004\u0006\u0000\u0000\u0000\u0010\u0000", "很老的 Excel")]
    public void WhatCannotBeReadIsCalledWhatItIsWithHowToSaveIt(string content, string seems)
    {
        var finding = Only(Encoding.UTF8.GetBytes(content), "公开表.xls");
        Assert.Equal("IMP-02", finding.Rule);
        Assert.Contains(seems, finding.Message);
        Assert.Contains("另存为“Excel 工作簿（.xlsx）”", finding.Message);
    }
}
