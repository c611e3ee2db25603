namespace FinalAccounts.Accounts;

/// <summary>One published table (公开表): rows by key, cells by column key.</summary>
/// <param name="Key">表01 … 表09, as the template set names it.</param>
/// <param name="Unit">The unit of money in which the figures were given: it tells how exactly they are known.</param>
/// <param name="Rows">In the order of the import; fixed rows that the import left out are absent.</param>
public sealed record AccountsTable(string Key, MoneyUnit Unit, IReadOnlyList<AccountsRow> Rows)
{
    private readonly Dictionary<string, AccountsRow> byKey = ByKey(Rows);

    /// <summary>In the order of the import; fixed rows that the import left out are absent.</summary>
    public IReadOnlyList<AccountsRow> Rows
    {
        get;
        // A copy with other rows (a correction) must not be looked up in the old ones.
        init => (field, byKey) = (value, ByKey(value));
    } = Rows;

    /// <summary>The row with this key; null when the table has none.</summary>
    public AccountsRow? Row(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The cell; blank when the row or the cell is not there.</summary>
    public AccountsCell Cell(string row, string column) => Row(row)?.Cell(column) ?? AccountsCell.Blank;

    /// <summary>Whether no cell has a figure other than zero, or words (an empty table is published and said to be empty).</summary>
    public bool IsEmpty => Rows.All(row => row.Cells.Values.All(cell => cell is { Value: null or 0m, Text: null or AccountsCell.NotApplicable }));

    private static Dictionary<string, AccountsRow> ByKey(IReadOnlyList<AccountsRow> rows) =>
        rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
}

/// <summary>A row of a table.</summary>
/// <param name="Key">Unique in the table: the layout's row key, the subject code, or 合计.</param>
/// <param name="Name">科目名称 or the row's label.</param>
/// <param name="Cells">By column key; blank cells may be absent.</param>
public sealed record AccountsRow(string Key, string Name, IReadOnlyDictionary<string, AccountsCell> Cells)
{
    /// <summary>Functional or economic code; null for fixed rows and sums.</summary>
    public string? Code { get; init; }

    /// <summary>The cell in this column; blank when absent.</summary>
    public AccountsCell Cell(string column) => Cells.GetValueOrDefault(column) ?? AccountsCell.Blank;
}

/// <summary>A cell: a figure, words, or blank (null, never zero), with where it stood.</summary>
/// <param name="Value">Money in 元, a count or number in its own unit, a rate as ratio; null for words and blank cells.</param>
public sealed record AccountsCell(decimal? Value, Place? Place)
{
    /// <summary>What stands in a cell of figures that does not apply to its row.</summary>
    public const string NotApplicable = "—";

    /// <summary>The words of a text column, or <see cref="NotApplicable"/>; null for figures and blank cells.</summary>
    public string? Text { get; init; }

    /// <summary>A cell without a figure and without a place.</summary>
    public static readonly AccountsCell Blank = new(null, null);
}

/// <summary>The unit in which a file gives money. Inside the program money is always 元.</summary>
public enum MoneyUnit
{
    /// <summary>元.</summary>
    Yuan,

    /// <summary>万元, two decimals: figures are known to 50 元.</summary>
    TenThousandYuan,
}
