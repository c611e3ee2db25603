namespace FinalAccounts.Documents;

/// <summary>A spreadsheet to be written: the exported tables, or an input form for an office to fill in.</summary>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets, DateTimeOffset Created, string Title);

/// <summary>A sheet of rows; cells carry their own span and style.</summary>
/// <param name="Name">At most 31 characters, unique.</param>
/// <param name="ColumnWidths">In characters.</param>
/// <param name="Rows">From row 1 on; a row may be empty.</param>
public sealed record Sheet(string Name, IReadOnlyList<double> ColumnWidths, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>How many rows stay in view at the top.</summary>
    public int FrozenRows { get; init; }

    /// <summary>How many columns stay in view at the left and are printed on every page; only of a sheet that is several pages wide.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Over how many pages beside each other it is printed.</summary>
    public int PagesWide { get; init; } = 1;

    /// <summary>Nothing will be written into it: what is printed is exactly its rows.</summary>
    public bool Finished { get; init; }

    /// <summary>Printed landscape.</summary>
    public bool Landscape { get; init; }

    /// <summary>What the sheet shows, in words, for those who do not see it and for the list of names; null for none. Then its header and rows have a name.</summary>
    public string? Description { get; init; }

    /// <summary>How many rows stand above the header.</summary>
    public int TitleRows { get; init; }

    /// <summary>How many rows below the title are the table itself: header and rows, without notes.</summary>
    public int TableRows { get; init; }

    /// <summary>Drop-downs and number checks on ranges.</summary>
    public IReadOnlyList<SheetValidation> Validations { get; init; } = [];
}

/// <summary>A row of cells, left to right; a cell covered by a span is not listed: <see cref="SheetCell.Column"/> says where each stands.</summary>
public sealed record SheetRow(IReadOnlyList<SheetCell> Cells, double? Height = null);

/// <summary>A cell of a spreadsheet.</summary>
/// <param name="Column">Zero-based.</param>
/// <param name="Text">Text content; null when it is a number, a date or blank.</param>
/// <param name="Number">Number content.</param>
public sealed record SheetCell(int Column, string? Text = null, decimal? Number = null)
{
    /// <summary>Date content.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>An error as Excel writes it (#REF!), kept when an input had it.</summary>
    public string? Error { get; init; }

    /// <summary>What Excel reckons the text from, without the equals sign; null for text as it stands.</summary>
    public string? Formula { get; init; }

    /// <summary>Number format (#,##0.00); null for general.</summary>
    public string? Format { get; init; }

    /// <summary>What the cell is, which decides its look.</summary>
    public SheetStyle Style { get; init; } = SheetStyle.Body;

    /// <summary>Columns covered.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows covered.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Alignment; null for general.</summary>
    public CellAlign? Align { get; init; }
}

/// <summary>The looks of spreadsheet cells.</summary>
public enum SheetStyle
{
    /// <summary>Framed body cell.</summary>
    Body,

    /// <summary>Sheet title, large and bold, no frame.</summary>
    Title,

    /// <summary>Column or row heading: framed, shaded, bold.</summary>
    Header,

    /// <summary>Sum row: framed, bold.</summary>
    Total,

    /// <summary>Text without frame: 部门, 金额单位, notes.</summary>
    Plain,

    /// <summary>A hint for who fills the form: no frame, grey.</summary>
    Hint,

    /// <summary>A cell to fill in: framed, light ground, wraps.</summary>
    Input,
}

/// <summary>A check that Excel or WPS makes while people type.</summary>
/// <param name="Range">A1 notation: B2:B200.</param>
/// <param name="Options">The drop-down's entries; null for a check by <paramref name="Type"/>.</param>
/// <param name="Type">What may be typed.</param>
/// <param name="Prompt">Shown when the cell is chosen.</param>
public sealed record SheetValidation(string Range, IReadOnlyList<string>? Options, ValidationType Type, string? Prompt)
{
    /// <summary>The cells that hold the drop-down's entries, in place of options: '项目自评表'!$A$4:$A$2000; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>Other entries may be typed as well.</summary>
    public bool Open { get; init; }
}

/// <summary>What a validated cell accepts.</summary>
public enum ValidationType
{
    /// <summary>An entry of the drop-down.</summary>
    List,

    /// <summary>A number.</summary>
    Decimal,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Anything; only the prompt is shown.</summary>
    Any,
}
