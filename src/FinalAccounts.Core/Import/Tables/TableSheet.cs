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

    /// <summary>Headings that stand in the first row of data; they are no data.</summary>
    public IReadOnlySet<GridCell> Headings { get; init; } = new HashSet<GridCell>();

    /// <summary>Merged ranges that cover figures of several rows, as they are met; which row such a figure belongs to cannot be known.</summary>
    public List<MergedRange> MergedFigures { get; } = [];

    public SheetGrid Grid => Region.Grid;

    /// <summary>For messages: 表01 收入支出决算总表.</summary>
    public string Label => $"{Layout.Key} {Layout.Name}";

    /// <summary>The rows below the header; a header that is repeated where a printed page began is passed over.</summary>
    public IEnumerable<int> DataRows => Enumerable.Range(DataRow, Math.Max(0, Region.Bottom - DataRow + 1)).Where(row => row == DataRow || !RepeatsHeader(row));

    /// <summary>The cell with content; null when blank or a heading.</summary>
    public GridCell? Cell(int row, int column) => Grid.Cell(row, column) is { } cell && !(row == DataRow && Headings.Contains(cell)) ? cell : null;

    /// <summary>The cell with content in a column of this table; null when blank.</summary>
    public GridCell? Content(int row, FoundColumn? column) => column is null
        ? null
        : Enumerable.Range(column.Left, column.Right - column.Left + 1).Select(at => Cell(row, at)).FirstOrDefault(cell => cell is not null);

    /// <summary>The cell by what it holds: a figure (money in 元) or words; what does not fit is reported.</summary>
    /// <param name="listed">The layout's row; null where rows come from the data.</param>
    public AccountsCell Read(int row, FoundColumn column, string rowLabel, LayoutRow? listed = null)
    {
        var form = CellForm.Of(listed, column.Expected.Column);
        if (form.IsFigure)
        {
            return Figure(row, column, rowLabel, form);
        }

        var cell = Content(row, column) ?? (Layout.Kind == RowKind.List ? Above(row, column.Left) : null);
        return CellWords.Read(cell, form, $"{Label}，“{rowLabel}”行“{column.Expected.Label}”列", Grid.Place(row, cell?.Column ?? column.Left), Findings);
    }

    /// <summary>The cell that is merged downwards over this row; null for none.</summary>
    public GridCell? Above(int row, int column) =>
        Grid.MergedAt(row, column) is { } range && range.Top < row && range.Top >= DataRow ? Cell(range.Top, range.Left) : null;

    private AccountsCell Figure(int row, FoundColumn column, string rowLabel, CellForm form)
    {
        var filled = Enumerable.Range(column.Left, column.Right - column.Left + 1)
            .Select(at => Cell(row, at)).Where(cell => cell is not null).ToList();
        if (filled.Count == 0 && Grid.MergedAt(row, column.Left) is { } range && range.Top < row && range.Top >= DataRow && IsFigure(Cell(range.Top, range.Left)) && !MergedFigures.Contains(range))
        {
            MergedFigures.Add(range);
        }

        var place = Grid.Place(row, filled.Count > 0 ? filled[0]!.Column : column.Left);
        var name = $"{Label}，“{rowLabel}”行“{column.Expected.Label}”列";
        if (filled.Count > 1)
        {
            Findings.Fatal("IMP-30", $"{name}：合并的列里有 {filled.Count} 个内容，无法确定取哪一个。请只留一个。", place);
            return new AccountsCell(null, place);
        }

        if (Layout.KeepsDashes && filled.Count > 0 && IsDash(filled[0]!))
        {
            return new AccountsCell(null, place) { Text = AccountsCell.NotApplicable };
        }

        var figure = Reading(filled.Count > 0 ? filled[0] : null, form);
        if (filled.Count > 0 && filled[0]!.Error == SheetErrors.NotCalculated)
        {
            Findings.NotCalculated(place);
        }
        else if (figure.Problem is { } problem)
        {
            Findings.Fatal(filled[0]!.Error is null ? "IMP-30" : "IMP-31", $"{name}：{problem}。", place);
        }

        return new AccountsCell(figure.Number is { } amount ? form.Kind == CellKind.Money ? Money.ToYuan(amount, Unit) : amount : null, place);
    }

    private FigureReading Reading(GridCell? cell, CellForm form)
    {
        var read = form.Kind switch
        {
            CellKind.Money => FigureText.Read(cell, Unit),
            CellKind.Rate => CellWords.Rate(cell),
            _ => FigureText.ReadCount(cell, form.Unit),
        };
        return form.Kind == CellKind.Count && read.Number is { } count && count != decimal.Truncate(count)
            ? FigureReading.Doubt($"应填整数{(form.Unit is null ? "" : $"（{form.Unit}）")}，现在是“{cell!.Display.Trim()}”")
            : read;
    }

    private static bool IsDash(GridCell cell) => cell is { Error: null, Value: string } && cell.Loose.Length is > 0 and <= 4 && cell.Loose.All(c => c == '-');

    /// <summary>Whether a figure or an error stands in one of the columns.</summary>
    public bool HasFigure(int row, IEnumerable<FoundColumn> columns) => columns
        .SelectMany(column => Enumerable.Range(column.Left, column.Right - column.Left + 1))
        .Any(column => IsFigure(Cell(row, column)));

    /// <summary>Says once, with all places, that figures are merged over several rows.</summary>
    public void ReportMergedFigures()
    {
        if (MergedFigures.Count > 0)
        {
            Findings.Fatal(
                "IMP-33",
                $"{Label}：有 {MergedFigures.Count} 个数字写在纵向合并的单元格里（{string.Join("、", MergedFigures.Take(5).Select(CellAddress.Of))}{(MergedFigures.Count > 5 ? " 等" : "")}），不知道属于哪一行。请取消合并，每一行各填自己的数。",
                [.. MergedFigures.Select(range => Grid.Place(range.Top, range.Left))]);
        }
    }

    private List<List<(int Column, string Text)>>? headerTexts;

    // The same texts as somewhere above, in the same columns.
    private bool RepeatsHeader(int row)
    {
        var last = Headings.Any(heading => heading.Row == DataRow) ? DataRow : DataRow - 1;
        headerTexts ??= [.. Enumerable.Range(Region.Top - 1, last - Region.Top + 2).Select(Texts)];
        var texts = Texts(row);
        return texts.Count > 0 && headerTexts.Exists(header => header.SequenceEqual(texts));
    }

    private List<(int Column, string Text)> Texts(int row) =>
        [.. Enumerable.Range(Region.Left, Math.Max(0, Region.Right - Region.Left + 1)).Select(column => (column, Grid.Text(row, column))).Where(text => text.Item2.Length > 0)];

    public static bool IsFigure(GridCell? cell) => cell is { Error: not null } || FigureText.Read(cell, null) is { Number: not null } or { Doubtful: true };
}
