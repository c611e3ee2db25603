using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>A located table: its region, its columns, its unit of money; reads single cells.</summary>
internal sealed record TableSheet(
    TableLayout Layout, TableRegion Region, int DataRow, IReadOnlyList<FoundBlock> Blocks, MoneyUnit Unit, ImportFindings Findings)
{
    /// <summary>Why the year has no such economic subject, though another year has; null when there is no such reason.</summary>
    public Func<string, string?> OtherYear { get; init; } = _ => null;

    public SheetGrid Grid => Region.Grid;

    /// <summary>For messages: 表01 收入支出决算总表.</summary>
    public string Label => $"{Layout.Key} {Layout.Name}";

    public IEnumerable<int> DataRows => Enumerable.Range(DataRow, Math.Max(0, Region.Bottom - DataRow + 1));

    /// <summary>The cell with content in a column of this table; null when blank.</summary>
    public GridCell? Content(int row, FoundColumn? column) => column is null
        ? null
        : Enumerable.Range(column.Left, column.Right - column.Left + 1).Select(at => Grid.Cell(row, at)).FirstOrDefault(cell => cell is not null);

    /// <summary>The figure in 元; what is no figure is reported.</summary>
    public AccountsCell Figure(int row, FoundColumn column, string rowLabel)
    {
        var filled = Enumerable.Range(column.Left, column.Right - column.Left + 1)
            .Select(at => Grid.Cell(row, at)).Where(cell => cell is not null).ToList();
        var place = Grid.Place(row, filled.Count > 0 ? filled[0]!.Column : column.Left);
        var name = $"{Label}，“{rowLabel}”行“{column.Expected.Label}”列";
        if (filled.Count > 1)
        {
            Findings.Fatal("IMP-30", $"{name}：合并的列里有 {filled.Count} 个内容，无法确定取哪一个。请只留一个。", place);
            return new AccountsCell(null, place);
        }

        var value = FigureText.Read(filled.Count > 0 ? filled[0] : null, out var problem);
        if (problem is not null)
        {
            Findings.Fatal(filled[0]!.Error is null ? "IMP-30" : "IMP-31", $"{name}：{problem}。", place);
        }

        return new AccountsCell(value is { } amount ? Money.ToYuan(amount, Unit) : null, place);
    }

    /// <summary>Whether a figure or an error stands in one of the columns.</summary>
    public bool HasFigure(int row, IEnumerable<FoundColumn> columns) => columns
        .SelectMany(column => Enumerable.Range(column.Left, column.Right - column.Left + 1))
        .Any(column => IsFigure(Grid.Cell(row, column)));

    public static bool IsFigure(GridCell? cell) => cell is { Error: not null } or { Value: double } || FigureText.Read(cell, out _) is not null;
}
