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

    [Fact]
    public void ARowIsAsHighAsItsBrokenText()
    {
        var table = new Table("f", [new(10), new(10)], [], [new TableRow([new TableCell([new Text(new string('字', 120))]), new TableCell([new Text("短")])])]);
        var widths = SheetWidths.Of(table, TableGrid.Of(table), 92);

        Assert.True(SheetWidths.Height(TableGrid.Of(table).Cells, widths) >= 6 * 15);
        Assert.Null(SheetWidths.Height(TableGrid.Of(table).Cells.Skip(1), widths));
    }
}
