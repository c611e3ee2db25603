using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Tests.Rendering;

namespace FinalAccounts.Tests.Excel;

public sealed class FormSheetTests
{
    private static readonly Workbook Workbook = ExcelRenderer.Workbook(SampleDocument.Create(annexes: 3));

    [Fact]
    public void EveryFormIsASheetWithAnAllowedNameOfItsOwn()
    {
        var forms = SampleDocument.Create(annexes: 3).Blocks.OfType<Table>().Count(table => table.Kind == TableKind.Form);

        Assert.Equal(forms, Workbook.Sheets.Count(sheet => !sheet.Name.StartsWith("公开", StringComparison.Ordinal)));
        Assert.Equal(Workbook.Sheets.Count, Workbook.Sheets.Select(sheet => sheet.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Workbook.Sheets, sheet => Assert.InRange(sheet.Name.Length, 1, 31));
    }

    [Fact]
    public void NamesOfFormsAreCutCleanedAndNumbered()
    {
        var names = new FormNames(["公开01表"]);

        Assert.Equal("甲乙项目自评表", names.Of("2023年度甲/乙项目自评表"));
        Assert.Equal("甲乙项目自评表2", names.Of("2023年度甲乙项目自评表"));
        Assert.Equal("公开01表2", names.Of("公开01表"));
        Assert.Equal(31, names.Of(new string('长', 40)).Length);
        Assert.Equal("表单", names.Of(null));
    }

    [Theory]
    [InlineData("98.5%", 98.5, "0.0%")]
    [InlineData("100%", 100, "0%")]
    [InlineData("0%", 0, "0%")]
    [InlineData("-3.25%", -3.25, "0.00%")]
    [InlineData("1,472.86%", 1472.86, "#,##0.00%")]
    public void ARateIsANumberThatPrintsAsInTheOtherFormats(string text, double value, string format)
    {
        foreach (var kind in new[] { TableKind.Accounts, TableKind.Form })
        {
            var cells = Rates(kind, new Figure(text, (decimal)value, "%", SampleDocument.CellOrigin("自评", "", "执行率", (decimal)value / 100)));

            Assert.Equal(((decimal)value / 100, format, (string?)null), (cells[0].Number, cells[0].Format, cells[0].Text));
            Assert.Equal(text, cells[0].Number!.Value.ToString(cells[0].Format, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((null, "—"), (cells[1].Number, cells[1].Text));
            Assert.Equal((null, null), (cells[2].Number, cells[2].Text));
        }
    }

    [Fact]
    public void ARateThatNoFormatPrintsStaysText() =>
        Assert.Equal("约98.5%", Rates(TableKind.Accounts, new Figure("约98.5%", 98.5m, "%", SampleDocument.CellOrigin("自评", "", "执行率", 0.985m)))[0].Text);

    private static IReadOnlyList<SheetCell> Rates(TableKind kind, Figure rate)
    {
        var table = new Table("t", [new(10), new(10), new(10)], [], [new([new([rate]), new([new Text("—")]), new([])])]) { Kind = kind, Title = "表" };
        return TableSheet.Of(table, "表", [], PageOrientation.Portrait).Rows[1].Cells;
    }

    [Fact]
    public void EveryNumberHasRoomInItsColumn()
    {
        foreach (var sheet in Workbook.Sheets)
        {
            foreach (var cell in sheet.Rows.SelectMany(row => row.Cells).Where(cell => cell.Number is not null && cell.ColumnSpan == 1))
            {
                var printed = cell.Number!.Value.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(sheet.ColumnWidths[cell.Column] > printed.Length + 1, $"{sheet.Name}: {printed} in {sheet.ColumnWidths[cell.Column]}");
            }
        }
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(64, 7)]
    public void AWideSheetIsPrintedOverSeveralPagesInReadableTypeWithItsNamesOnEach(int values, int pages)
    {
        TableCell[] names = [new([new Text("2010301")]), new([new Text("行政事业单位养老支出")])];
        var table = new Table("t", [new(6), new(10), .. Enumerable.Range(0, values).Select(_ => new TableColumn(5, CellAlign.Right))],
            [new TableRow([.. names, .. Enumerable.Range(1, values).Select(number => new TableCell([new Text($"第{number}项费用")]))])],
            [new TableRow([.. names, .. Enumerable.Range(1, values).Select(number => new TableCell([SampleDocument.Money(123456m * number)]))])])
        {
            Title = "2024年度财政拨款支出决算明细表", Frame = new TableFrame("公开06表", "单位：清河县民政局", "金额单位：万元"), SheetName = "公开06表",
        };

        var sheet = TableSheet.Of(table, "公开06表", ["注：本表反映本年度财政拨款支出明细情况。"], PageOrientation.Landscape);

        Assert.Equal((pages, pages > 1 ? 2 : 0), (sheet.PagesWide, sheet.FrozenColumns));
        Assert.All(sheet.Rows.Where(row => row.Cells is [{ ColumnSpan: > 1 }] && pages > 1), row => Assert.InRange(row.Cells[0].ColumnSpan, 2, 14));
        Assert.True(pages == 1 || sheet.ColumnWidths[1] > 2 * "行政事业单位养老支出".Length, "the names have no room");
        Assert.True((sheet.ColumnWidths.Sum() + ((pages - 1) * sheet.ColumnWidths.Take(sheet.FrozenColumns).Sum())) / pages <= 132 / 0.8);
        Assert.Equal(
            (string[])["2024年度财政拨款支出决算明细表", "公开06表", "单位：清河县民政局", "金额单位：万元", "注：本表反映本年度财政拨款支出明细情况。"],
            sheet.Rows.SelectMany(row => row.Cells).Where(cell => cell.Style is SheetStyle.Title or SheetStyle.Plain).Select(cell => cell.Text));
        Assert.Equal(values, sheet.Rows.SelectMany(row => row.Cells).Count(cell => cell.Number is not null));

        using var file = SpreadsheetDocument.Open(new MemoryStream(WorkbookWriter.Bytes(new Workbook([sheet], default, "公开表"))), false);
        var setup = file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.PageSetup>().Single();
        Assert.Equal(((uint)pages, 0u), (setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        var repeated = file.WorkbookPart.Workbook!.DefinedNames!.Elements<DocumentFormat.OpenXml.Spreadsheet.DefinedName>().Single(name => name.Name == "_xlnm.Print_Titles").Text;
        Assert.Equal(pages > 1 ? "'公开06表'!$A:$B,'公开06表'!$1:$5" : "'公开06表'!$1:$4", repeated);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file));
    }

    [Fact]
    public void ARowIsAsHighAsItsBrokenText()
    {
        var table = new Table("f", [new(10), new(10)], [], [new TableRow([new TableCell([new Text(new string('字', 120))]), new TableCell([new Text("短")])])]);
        var widths = SheetWidths.Of(table, TableGrid.Of(table), 92);

        Assert.True(SheetWidths.Height(TableGrid.Of(table).Cells, widths) >= 6 * 15);
        Assert.Null(SheetWidths.Height(TableGrid.Of(table).Cells.Skip(1), widths));
    }
}
