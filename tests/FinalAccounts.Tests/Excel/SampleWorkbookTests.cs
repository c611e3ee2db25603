using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Samples;
using FinalAccounts.Tests.Assembly;

namespace FinalAccounts.Tests.Excel;

public sealed class SampleWorkbookTests
{
    static SampleWorkbookTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void WorkbooksInTheRepositoryAreTheOnesThatTheBuilderMakes()
    {
        foreach (var (name, content) in UnitFiles.Workbooks(Sample.Accounts, Sample.Set))
        {
            Assert.True(File.ReadAllBytes(Path.Combine(Sample.Folder, name)).AsSpan().SequenceEqual(content), $"{name}: run samples/SampleBuilder");
        }
    }

    [Fact]
    public void SampleWorkbooksHaveNoFindingOfTheValidator()
    {
        foreach (var (name, content) in UnitFiles.Workbooks(Sample.Accounts, Sample.Set))
        {
            using var file = SpreadsheetDocument.Open(new MemoryStream(content), false);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(error => $"{name} {error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public void ExportedTablesAreImportedAgainAsTheSameAccounts()
    {
        using var stream = new MemoryStream();
        ExcelRenderer.Render(Sample.Document, stream);
        var imported = Import(stream.ToArray());
        Assert.Empty(imported.Findings.Where(finding => finding.Severity > Severity.Note).Select(finding => $"{finding.Rule} {finding.Message} {string.Join(' ', finding.Places)}"));
        Assert.Equal(Sample.Accounts.UnitName, imported.Value!.UnitName);
        foreach (var (key, table) in Sample.Accounts.Tables)
        {
            Assert.Equal(MoneyUnit.TenThousandYuan, imported.Value.Tables[key].Unit);
            Assert.Equal(Cells(table), Cells(imported.Value.Tables[key]));
        }
    }

    [Theory]
    [InlineData("whdh-2023")]
    [InlineData("shanghai-made-up")]
    public void NoAmountOfASampleChangesOnTheWayOutAndBackIn(string folder)
    {
        var (set, accounts) = (ImportedSample.Of(folder).Set, ImportedSample.Of(folder).Accounts);
        using var stream = new MemoryStream();
        ExcelRenderer.Render(ImportedSample.Of(folder).Disclosure.Document!, stream);
        var again = Importer.Import(new ImportRequest { Tables = new ImportFile("公开表.xlsx", stream.ToArray()), UnitName = accounts.UnitName }, set.Set, default);
        Assert.True(again.Value is not null, string.Join('\n', again.Findings.Select(finding => $"{finding.Rule} {finding.Message}")));
        Assert.Equal(accounts.Tables.Values.SelectMany(Amounts).Order(StringComparer.Ordinal), again.Value.Tables.Values.SelectMany(Amounts).Order(StringComparer.Ordinal));
    }

    // A zero is printed as a blank.
    private static IEnumerable<string> Amounts(AccountsTable table) => table.Rows
        .SelectMany(row => row.Cells.Where(cell => cell.Value.Value is not (null or 0)).Select(cell => $"{table.Key} {row.Key} {cell.Key} {cell.Value.Value:0.##########}"));

    [Fact]
    public void SampleWorkbooksAreImportedAsTheTranscribedFacts()
    {
        var imported = Importer.Import(
            new ImportRequest { Tables = SampleFile("公开表.xlsx"), Facts = SampleFile("文字资料.xlsx") }, Sample.Set, default);
        Assert.NotNull(imported.Value);
        Assert.All(imported.Findings, finding => Assert.Contains("#REF!", finding.Message, StringComparison.Ordinal));
        foreach (var (name, sheet) in Sample.Accounts.Facts.Sheets)
        {
            Assert.Equal(Values(sheet), Values(imported.Value.Facts.Sheets[name]));
        }
    }

    [Fact]
    public async Task ExportTakesItsNumbersFromTheTables()
    {
        using var stream = new MemoryStream();
        ExcelRenderer.Render(Sample.Document, stream);
        var csv = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(stream.ToArray(), "book.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"));
        Assert.Contains("本年收入合计,27,95196.89,本年支出合计,58,95155.99", csv, StringComparison.Ordinal);
        Assert.Contains("58行＝（32＋33＋…＋57）行", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void EachTableAndFormHasANameADescriptionAndThePlaceOfItsHead()
    {
        using var stream = new MemoryStream();
        ExcelRenderer.Render(Sample.Document, stream);
        using var file = SpreadsheetDocument.Open(new MemoryStream(stream.ToArray()), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var names = file.WorkbookPart!.Workbook!.DefinedNames!.Elements<DocumentFormat.OpenXml.Spreadsheet.DefinedName>().ToList();
        var sheets = file.WorkbookPart.Workbook.Sheets!.Count();

        Assert.Equal(sheets, names.Count(name => name.Comment is not null));
        Assert.Equal(sheets, names.Count(name => name.Name!.Value!.StartsWith("TitleRegion1.A", StringComparison.Ordinal)));
        Assert.Equal(names.Count, names.Select(name => (name.Name!.Value, name.LocalSheetId?.Value)).Distinct().Count());
        var first = names.Single(name => name.Name == "公开01表");
        Assert.Equal("'公开01表'!$A$4:$F$37", first.Text);
        Assert.StartsWith("2023年度收入支出决算总表，金额单位：万元，31行6列，表头3行：收入、支出", first.Comment!.Value, StringComparison.Ordinal);
        Assert.Equal("'公开01表'!$A$4:$A$4", names.Single(name => name.Name == "TitleRegion1.A4.F37.1").Text);
    }

    private static IEnumerable<string> Cells(AccountsTable table) => table.Rows
        .SelectMany(row => row.Cells.Where(cell => cell.Value.Value is not null).Select(cell => $"{row.Key}[{row.Code}] {cell.Key} {cell.Value.Value:0.00}"))
        .Order(StringComparer.Ordinal);

    private static List<string> Values(FactSheet sheet) => [.. sheet.Records.Select(record => string.Join(
        '|', record.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Content(pair.Value)}")))];

    private static string Content(FactValue value) => $"{value.Text}{value.Number:0.########}{value.Date:yyyy-MM-dd}{value.Flag}{value.Error}";

    private static ImportFile SampleFile(string name) => new(name, File.ReadAllBytes(Path.Combine(Sample.Folder, name)));

    private static Result<DepartmentAccounts> Import(byte[] workbook) => Importer.Import(
        new ImportRequest { Tables = new ImportFile("公开表.xlsx", workbook), UnitName = Sample.Accounts.UnitName, FiscalYear = 2023 }, Sample.Set, default);
}
