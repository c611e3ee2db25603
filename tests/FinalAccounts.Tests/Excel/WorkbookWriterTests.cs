using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Excel;

namespace FinalAccounts.Tests.Excel;

public sealed class WorkbookWriterTests
{
    private static readonly DateTimeOffset Created = new(2024, 9, 29, 0, 0, 0, TimeSpan.FromHours(8));

    static WorkbookWriterTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static Workbook Sample()
    {
        var sheet = new Sheet("公开01表", [20, 10, 14],
        [
            new SheetRow([new SheetCell(0, "2023年度收入支出决算总表") { Style = SheetStyle.Title, ColumnSpan = 3 }], 30),
            new SheetRow([new SheetCell(0, "项 目") { Style = SheetStyle.Header, RowSpan = 2 }, new SheetCell(1, "金额") { Style = SheetStyle.Header, ColumnSpan = 2 }]),
            new SheetRow([new SheetCell(1, "行次") { Style = SheetStyle.Header }, new SheetCell(2, "1") { Style = SheetStyle.Header }]),
            new SheetRow([new SheetCell(0, "一、\u0001收入 _x0041_ <&>"), new SheetCell(1, null, 1m), new SheetCell(2, null, 95096.14m) { Format = "#,##0.00", Align = CellAlign.Right }]),
            new SheetRow([]),
            new SheetRow([new SheetCell(0) { Date = new DateOnly(2024, 9, 29) }, new SheetCell(1) { Error = "#REF!" }, new SheetCell(2, "2010301") { Style = SheetStyle.Input }]),
        ])
        {
            FrozenRows = 3,
            Landscape = true,
            Validations =
            [
                new SheetValidation("A7:A20", ["部门", "单位", "本级"], ValidationType.List, "选一个"),
                new SheetValidation("B7:B20", [.. Enumerable.Range(1, 60).Select(i => $"第{i}个很长的选项")], ValidationType.List, null),
                new SheetValidation("C7:C20", null, ValidationType.Decimal, "万元\n两位小数"),
                new SheetValidation("D7:D20", null, ValidationType.Date, null),
            ],
        };
        return new Workbook([sheet], Created, "公开表");
    }

    [Fact]
    public void FileHasNoFindingOfTheValidator()
    {
        using var stream = new MemoryStream(Bytes(Sample()));
        using var file = SpreadsheetDocument.Open(stream, false);
        var findings = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");
        Assert.Empty(findings);
    }

    [Fact]
    public void EqualWorkbooksGiveEqualBytes() => Assert.Equal(Bytes(Sample()), Bytes(Sample()));

    [Fact]
    public void EntriesCarryFixedTimesAndNoGuidInTheirNames()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes(Sample())));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("psmdcp", StringComparison.Ordinal));
    }

    [Fact]
    public void AnotherReaderReadsTheSameCells()
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(Bytes(Sample())));
        Assert.Equal("公开01表", reader.Name);
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, 3).Select(reader.GetValue)]);
        }

        Assert.Equal("2023年度收入支出决算总表", rows[0][0]);
        Assert.Equal(95096.14, rows[3][2]);
        Assert.Equal(new DateTime(2024, 9, 29), rows[5][0]);
        Assert.Equal("2010301", rows[5][2]);
        Assert.Equal(["A1:C1", "A2:A3", "B2:C2"], reader.MergeCells.Select(merge =>
            $"{(char)('A' + merge.FromColumn)}{merge.FromRow + 1}:{(char)('A' + merge.ToColumn)}{merge.ToRow + 1}").Order());
    }

    [Fact]
    public void LongDropDownStandsInAHiddenSheet()
    {
        using var stream = new MemoryStream(Bytes(Sample()));
        using var file = SpreadsheetDocument.Open(stream, false);
        var sheets = file.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        Assert.Equal("选项", sheets[1].Name?.Value);
        Assert.Equal(DocumentFormat.OpenXml.Spreadsheet.SheetStateValues.Hidden, sheets[1].State!.Value);
        var part = (WorksheetPart)file.WorkbookPart.GetPartById(sheets[0].Id!.Value!);
        var formulas = part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Formula1>().Select(formula => formula.Text).ToList();
        Assert.Equal("\"部门,单位,本级\"", formulas[0]);
        Assert.Equal("'选项'!$A$1:$A$60", formulas[1]);
    }

    [Fact]
    public void SheetsOfTwentyThousandRowsAreWritten()
    {
        var rows = Enumerable.Range(1, 20_000).Select(i => new SheetRow([new SheetCell(0, $"第{i}行"), new SheetCell(1, null, i)])).ToList();
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(Bytes(new Workbook([new Sheet("长表", [10, 10], rows)], Created, "长表"))));
        var read = 0;
        while (reader.Read())
        {
            read++;
            Assert.Equal((double)read, reader.GetValue(1));
        }

        Assert.Equal(20_000, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("表/一")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二")]
    public void NamesThatExcelRefusesAreRefused(string name) =>
        Assert.Throws<RenderingException>(() => Bytes(new Workbook([new Sheet(name, [], [])], Created, "x")));

    [Fact]
    public void TwoSheetsOfOneNameAreRefused() =>
        Assert.Throws<RenderingException>(() => Bytes(new Workbook([new Sheet("a", [], []), new Sheet("A", [], [])], Created, "x")));

    private static byte[] Bytes(Workbook workbook)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(workbook, stream);
        return stream.ToArray();
    }
}
