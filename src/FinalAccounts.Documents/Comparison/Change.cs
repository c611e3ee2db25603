namespace FinalAccounts.Documents.Comparison;

/// <summary>One difference, for a list that people read first.</summary>
/// <param name="Block">Which block of the comparison, from 0.</param>
/// <param name="Kind">Text, cell or chart.</param>
/// <param name="Where">The section's heading, or the table's mark with row and column.</param>
/// <param name="Before">What it said; empty when it is new.</param>
/// <param name="After">What it says; empty when it is gone.</param>
public sealed record Change(int Block, ChangeKind Kind, string Where, string Before, string After)
{
    /// <summary>A few words before and after it, so that it can be found; null where <see cref="Where"/> is exact.</summary>
    public Surroundings? Context { get; init; }

    /// <summary>Why it changed; several where data and template both did. Empty when nobody asked.</summary>
    public IReadOnlyList<Cause> Causes { get; init; } = [];

    /// <summary>How many cells it covers: more than one where a whole row or table is new or gone.</summary>
    public int Extent { get; init; } = 1;

    /// <summary>Where it stands in the texts of the block, for finding its causes.</summary>
    public Spot Spot { get; init; } = Spot.Whole;
}

/// <summary>The words around a change.</summary>
public sealed record Surroundings(string Left, string Right);

/// <summary>The stretch of a block's text that a change covers, in characters of the earlier and of the later text, lines divided by \n; or a cell by its key.</summary>
public sealed record Spot(int BeforeStart, int BeforeEnd, int AfterStart, int AfterEnd)
{
    /// <summary>The whole block, or a part of it that has no place in its text.</summary>
    public static readonly Spot Whole = new(0, int.MaxValue, 0, int.MaxValue);

    /// <summary>The accounts' own name of a cell; null when it has none.</summary>
    public CellKey? Cell { get; init; }
}

/// <summary>A cell of the accounts by table, row and column key, wherever it is printed.</summary>
public sealed record CellKey(string Table, string Row, string Column);

/// <summary>What changed.</summary>
public enum ChangeKind
{
    /// <summary>文字: a stretch of text, or a whole paragraph.</summary>
    Text,

    /// <summary>表格: a cell.</summary>
    Cell,

    /// <summary>图: a figure or caption of a chart.</summary>
    Chart,
}

/// <summary>Why something changed.</summary>
/// <param name="Kind">Data, template, rule or program.</param>
/// <param name="Details">Which cells and corrections, or which files: for people, a line each; empty when not known more closely.</param>
public sealed record Cause(CauseKind Kind, IReadOnlyList<string> Details);

/// <summary>What kind of input a change comes from.</summary>
public enum CauseKind
{
    /// <summary>数据: a cell or fact, by a new import or a correction.</summary>
    Data,

    /// <summary>模板: a file of the template set.</summary>
    Template,

    /// <summary>规则: a formula of metrics.yaml or rules.yaml.</summary>
    Rule,

    /// <summary>程序: another version of the program.</summary>
    Program,
}
