using FinalAccounts.Documents;

namespace FinalAccounts.Tests.Assembly;

public sealed class TableGridTests
{
    [Fact]
    public void CellsAreOrderedAroundTheSpansAboveThem()
    {
        var grid = TableGrid.Place([Row((2, 2), (1, 1)), Row((1, 1))], 3);
        Assert.Empty(grid.Faults);
        Assert.Equal([(0, 0), (0, 2), (1, 2)], grid.Cells.Select(cell => (cell.Row, cell.Column)));
        Assert.Equal([[0, 2], [2]], new[] { 0, 1 }.Select(row => grid.In(row).Select(cell => cell.Column)));
        Assert.Equal((0, 0), Assert.Single(grid.Tall.Select(cell => (cell.Row, cell.Column))));
    }

    [Fact]
    public void AHoleIsNamed() => Assert.Equal(["第2行第2列没有单元格"], TableGrid.Place([Row((1, 1), (1, 1)), Row((1, 1))], 2).Faults);

    [Fact]
    public void AnOverlapIsNamed() =>
        Assert.Contains("第2行第2列被两个单元格占用", TableGrid.Place([Row((1, 1), (1, 2)), Row((2, 1))], 2).Faults);

    [Fact]
    public void ASpanBeyondTheTableIsNamed() =>
        Assert.Contains("超出表格", TableGrid.Place([Row((3, 1))], 2).Faults[0], StringComparison.Ordinal);

    private static TableRow Row(params (int Columns, int Rows)[] cells) =>
        new([.. cells.Select(cell => new TableCell([]) { ColumnSpan = cell.Columns, RowSpan = cell.Rows })]);
}
