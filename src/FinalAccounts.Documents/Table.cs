namespace FinalAccounts.Documents;

/// <summary>A table or form. Header rows repeat on every page; rows are not split over pages unless they must.</summary>
/// <param name="Id">Unique in the document (表01 → t01); the target of links from figures.</param>
/// <param name="Columns">The physical columns, left to right.</param>
/// <param name="HeaderRows">Rows that repeat on every page; may be empty for forms.</param>
/// <param name="Rows">The body. A cell covered by a span above or to the left is not listed.</param>
public sealed record Table(
    string Id, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> HeaderRows, IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>What the table is, which decides type size and export.</summary>
    public TableKind Kind { get; init; } = TableKind.Plain;

    /// <summary>The sheet's name in the Excel export (公开01表); null when the table is not exported.</summary>
    public string? SheetName { get; init; }

    /// <summary>For people who cannot see it: the table's title.</summary>
    public string? Title { get; init; }

    /// <summary>The lines between title and grid: who publishes, which form, which unit of money.</summary>
    public TableFrame? Frame { get; init; }

    /// <summary>How a layout has set it: then the columns' widths are points. Null in a document that is not laid out.</summary>
    public TableSetting? Setting { get; init; }
}

/// <summary>The type's size, and the room above and below the text of a cell and at its sides, all in pt.</summary>
public sealed record TableSetting(double Size, double Inset, double Side = TableSetting.UsualSide)
{
    /// <summary>What a cell has at each side of its text where columns have room.</summary>
    public const double UsualSide = 3;
}

/// <summary>What a table is.</summary>
public enum TableKind
{
    /// <summary>One of the published accounts tables (公开表).</summary>
    Accounts,

    /// <summary>A form with labels and boxes (自评表).</summary>
    Form,

    /// <summary>A small table in the text.</summary>
    Plain,
}

/// <summary>The lines between a table's title and its grid; each null where the form has none.</summary>
/// <param name="Mark">Right, first line: 公开01表.</param>
/// <param name="Owner">Left: 部门：….</param>
/// <param name="Unit">Right, second line: 金额单位：万元; for forms 填报日期：….</param>
public sealed record TableFrame(string? Mark, string? Owner, string? Unit);

/// <summary>A physical column: its share of the table's width, and how its body cells are aligned.</summary>
public sealed record TableColumn(double Width, CellAlign Align = CellAlign.Left);

/// <summary>A row of cells.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>A sum row (合计, 总计), set stronger.</summary>
    public bool Total { get; init; }

    /// <summary>The row's key in the accounts (收入总计, 2010301), for links from figures; null outside the accounts.</summary>
    public string? Key { get; init; }
}

/// <summary>A cell; paragraphs inside are divided by <see cref="LineBreak"/>.</summary>
public sealed record TableCell(IReadOnlyList<Inline> Inlines)
{
    /// <summary>How many columns it covers.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>How many rows it covers.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Overrides the column's alignment; null to keep it.</summary>
    public CellAlign? Align { get; init; }

    /// <summary>How far its text stands in, in characters: a subject below another (款 1, 项 2).</summary>
    public int Indent { get; init; }

    /// <summary>A heading of its row or column, also in a form's body.</summary>
    public bool Header { get; init; }
}

/// <summary>How the text of a cell is aligned.</summary>
public enum CellAlign
{
    /// <summary>To the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>To the right, for numbers.</summary>
    Right,
}
