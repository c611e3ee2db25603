namespace FinalAccounts.Templates;

/// <summary>The form of one published table, read from tables/*.yaml: what the importer looks for, what is printed, what formulas may name.</summary>
/// <param name="Key">表01: how formulas and templates name the table.</param>
/// <param name="Name">Without the year: 收入支出决算总表; the importer finds the sheet by it.</param>
/// <param name="Title">As printed, with {年度}.</param>
/// <param name="Mark">公开01表; null where the region prints none.</param>
/// <param name="Kind">How rows come about.</param>
/// <param name="Blocks">Side by side, left to right (收入 and 支出 of 表01).</param>
/// <param name="Header">The header cells row by row, as printed.</param>
/// <param name="Notes">Printed below; placeholders {行 X}, {行列 A..B}, {栏 X} become computed numbers.</param>
public sealed record TableLayout(
    string Key, string Name, string Title, string? Mark, RowKind Kind, PageOrientation Orientation,
    IReadOnlyList<LayoutBlock> Blocks, IReadOnlyList<IReadOnlyList<HeaderCell>> Header, IReadOnlyList<string> Notes)
{
    /// <summary>Whether a row of column numbers (栏次) ends the header.</summary>
    public bool ColumnNumbers { get; init; } = true;

    /// <summary>Whether the 合计 row of a subjects or list table closes it instead of opening it.</summary>
    public bool TotalLast { get; init; }

    /// <summary>Whether a table with rows must have a 合计 row.</summary>
    public bool TotalNeeded { get; init; } = Kind == RowKind.Subjects;

    /// <summary>Whether a dash in a cell of figures says “not applicable” and is printed; else it is a blank cell.</summary>
    public bool KeepsDashes { get; init; }

    /// <summary>Whether the 合计 of a subjects table stands across the code and the name column.</summary>
    public bool TotalAcross { get; init; }

    /// <summary>Printed below an empty table and said in the text: 本单位无政府性基金收入支出; null when the table cannot be empty.</summary>
    public string? EmptyStatement { get; init; }

    /// <summary>Whether zeros are printed (0.00, 0) instead of left blank; null: as the set says.</summary>
    public bool? PrintZeros { get; init; }

    /// <summary>The keys of all value columns, in order, each once.</summary>
    public IReadOnlyList<string> ValueColumns { get; } =
        Blocks.SelectMany(block => block.ValueColumns).Select(column => column.Key).Distinct().ToList();

    /// <summary>The keys of all columns with cells of their own, figures and words, in order, each once.</summary>
    public IReadOnlyList<string> CellColumns { get; } =
        Blocks.SelectMany(block => block.CellColumns).Select(column => column.Key).Distinct().ToList();

    /// <summary>What a cell holds, and in which unit: the row's kind where the layout gives it one, else the column's; null for a column that the layout does not have.</summary>
    public CellForm? FormOf(string row, string column)
    {
        var fixedRow = FixedRow(row);
        var found = fixedRow?.Block.CellColumns.FirstOrDefault(one => one.Key == column)
            ?? Blocks.SelectMany(block => block.CellColumns).FirstOrDefault(one => one.Key == column);
        return found is null ? null : CellForm.Of(fixedRow?.Row, found);
    }

    /// <summary>The fixed rows in the order of the canonical form, each with its block.</summary>
    public IEnumerable<(LayoutBlock Block, LayoutRow Row)> FixedRows => Blocks.SelectMany(block => block.Rows.Select(row => (block, row)));

    /// <summary>The fixed row with this key and its block; null when the layout lists none.</summary>
    public (LayoutBlock Block, LayoutRow Row)? FixedRow(string key) =>
        FixedRows.Where(fixedRow => fixedRow.Row.Key == key).Select(fixedRow => ((LayoutBlock, LayoutRow)?)fixedRow).FirstOrDefault();

    /// <summary>The columns in which this row has cells: a fixed row only those of its block.</summary>
    public IEnumerable<string> CellColumnsOf(string row) =>
        FixedRow(row) is { } listed ? listed.Block.CellColumns.Select(column => column.Key) : CellColumns;
}

/// <summary>How a table's rows come about.</summary>
public enum RowKind
{
    /// <summary>All rows are listed in the layout (表01, 表04, 表06).</summary>
    Fixed,

    /// <summary>A 合计 row and any number of functional subjects, 类/款/项 (表02, 03, 05, 07, 08).</summary>
    Subjects,

    /// <summary>One row of figures (表09).</summary>
    Single,

    /// <summary>Any number of rows from the data (projects, assets, contracts), several of them under one code; 合计 where the form has it.</summary>
    List,
}

/// <summary>Columns that stand side by side with others, with their own rows.</summary>
public sealed record LayoutBlock(IReadOnlyList<LayoutColumn> Columns, IReadOnlyList<LayoutRow> Rows)
{
    /// <summary>The columns that hold figures.</summary>
    public IEnumerable<LayoutColumn> ValueColumns => Columns.Where(column => column.Role == ColumnRole.Value);

    /// <summary>The columns that have cells of their own: figures and words.</summary>
    public IEnumerable<LayoutColumn> CellColumns => Columns.Where(column => column.Role is ColumnRole.Value or ColumnRole.Text);
}

/// <summary>A column of a block.</summary>
/// <param name="Key">Value columns: how formulas name it (基本支出).</param>
/// <param name="Width">Share of the table's width.</param>
/// <param name="Span">Physical columns it takes (the code column of 表03 spans 类, 款, 项).</param>
public sealed record LayoutColumn(string Key, ColumnRole Role, double Width, int Span = 1)
{
    /// <summary>The header texts by which the importer knows the column, besides <see cref="Key"/> (spaces do not count).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The header text above, where the same header stands under several groups (预算数 / 决算数 of 表09).</summary>
    public string? Group { get; init; }

    /// <summary>What its cells hold; of code, name and line columns <see cref="CellKind.Text"/>.</summary>
    public CellKind Kind { get; init; }

    /// <summary>The unit of a count or number (人次); null for none and for money.</summary>
    public string? Unit { get; init; }

    /// <summary>Of a choice.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>What one cell holds.</summary>
/// <param name="Unit">Of a count or number; null for none and for money.</param>
public sealed record CellForm(CellKind Kind, string? Unit, IReadOnlyList<string> Options)
{
    /// <summary>Money.</summary>
    public static readonly CellForm Money = new(CellKind.Money, null, []);

    /// <summary>Whether it holds a number.</summary>
    public bool IsFigure => Kind is CellKind.Money or CellKind.Count or CellKind.Number or CellKind.Rate;

    /// <summary>Of the cell in this row and column: a row with a kind of its own gives it to its figures.</summary>
    public static CellForm Of(LayoutRow? row, LayoutColumn column) =>
        row?.Kind is { } kind && column.Role == ColumnRole.Value ? new CellForm(kind, row.Unit, []) : new CellForm(column.Kind, column.Unit, column.Options);
}

/// <summary>What a column holds.</summary>
public enum ColumnRole
{
    /// <summary>科目编码.</summary>
    Code,

    /// <summary>项目 or 科目名称.</summary>
    Name,

    /// <summary>行次, computed.</summary>
    Line,

    /// <summary>A figure.</summary>
    Value,

    /// <summary>Words: text, a date or a choice.</summary>
    Text,
}

/// <summary>A fixed row.</summary>
/// <param name="Key">How formulas name it; null for an empty row that only carries a line number.</param>
/// <param name="Label">As printed (一、一般公共预算财政拨款收入).</param>
public sealed record LayoutRow(string? Key, string Label)
{
    /// <summary>Economic code of 表06; null elsewhere.</summary>
    public string? Code { get; init; }

    /// <summary>A sum row.</summary>
    public bool Total { get; init; }

    /// <summary>What its figures are, where that differs from the column's kind (团组数 among amounts); null: as the column says.</summary>
    public CellKind? Kind { get; init; }

    /// <summary>The unit of its counts; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>How many blocks to the left its label begins (公用经费合计 of 表06); their rows beside it are blank.</summary>
    public int Across { get; init; }

    /// <summary>Printed only for units whose workbook has the row (债务还本支出 in a form of 24 classes).</summary>
    public bool Optional { get; init; }

    /// <summary>Other wordings by which the importer knows the row.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>A header cell as printed.</summary>
public sealed record HeaderCell(string Text, int Columns = 1, int Rows = 1);
