namespace FinalAccounts.Templates;

/// <summary>What the sentences of a disclosure claim, read from statements.yaml and statements/*.yaml.</summary>
/// <param name="Words">By name (增, 减, 平, 大于, 小于, 等于, 上年, 预算): the words that say it.</param>
/// <param name="Roles">What a number is by the words right before it, the first that fits.</param>
/// <param name="Sections">What the sections speak of.</param>
/// <param name="Reasons">Which figures a reason explains.</param>
/// <param name="EmptyReasons">Reasons that say nothing.</param>
/// <param name="Uses">Fields that say what money is for, subject by subject.</param>
/// <param name="Mismatches">Names whose money is never for these words.</param>
/// <param name="Misspellings">Wrong characters in fixed phrases.</param>
/// <param name="Recovered">Where a published document says the facts.</param>
public sealed record StatementRules(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Words, IReadOnlyList<StatementRole> Roles, IReadOnlyList<StatementSection> Sections,
    IReadOnlyList<StatementReason> Reasons, IReadOnlyList<string> EmptyReasons, IReadOnlyList<StatementUse> Uses,
    IReadOnlyList<StatementMismatch> Mismatches, IReadOnlyList<StatementMisspelling> Misspellings, IReadOnlyList<StatementRecovered> Recovered)
{
    /// <summary>Nothing is claimed.</summary>
    public static readonly StatementRules Empty = new(new Dictionary<string, IReadOnlyList<string>>(), [], [], [], [], [], [], [], []);
}

/// <summary>What a number is, by the words right before it.</summary>
/// <param name="Unit">万元 or %.</param>
/// <param name="Before">Patterns: [甲|乙] may stand there, (甲|乙) must, {增减} {上年} {预算} are words, {名} is any name.</param>
public sealed record StatementRole(ClaimRole Role, string Unit, IReadOnlyList<string> Before, Place Place);

/// <summary>What a number in a sentence is.</summary>
public enum ClaimRole
{
    /// <summary>The amount of a subject, with no word that says more.</summary>
    Amount,

    /// <summary>The final amount, named so.</summary>
    Actual,

    /// <summary>The budget.</summary>
    Budget,

    /// <summary>Last year's amount.</summary>
    Prior,

    /// <summary>By how much it rose or fell.</summary>
    Change,

    /// <summary>By how many per cent it rose or fell.</summary>
    Rate,

    /// <summary>A share of a whole.</summary>
    Share,

    /// <summary>The final amount in per cent of the budget.</summary>
    Completion,
}

/// <summary>A section as its heading names it, and what its subjects are.</summary>
/// <param name="Headings">Words of which the heading has one; the longest counts.</param>
/// <param name="Rows">The table and column whose rows the section tells subject by subject; null when it does not.</param>
/// <param name="Lists">Items that it names.</param>
public sealed record StatementSection(
    string Name, IReadOnlyList<string> Headings, CellColumn? Rows, IReadOnlyList<StatementSubject> Subjects,
    IReadOnlyList<StatementList> Lists);

/// <summary>Names that mean a metric in a section.</summary>
public sealed record StatementSubject(IReadOnlyList<string> Names, string Metric);

/// <summary>After one of the names, the section lists the rows that have a figure.</summary>
/// <param name="Codes">The codes below which the rows stand.</param>
public sealed record StatementList(IReadOnlyList<string> After, CellColumn Rows, IReadOnlyList<string> Codes);

/// <summary>A column of a table.</summary>
public sealed record CellColumn(string Table, string Column);

/// <summary>A field with reasons, and the figures they explain.</summary>
/// <param name="Named">The field that holds the metric's name.</param>
/// <param name="Metric">The metric, for a sheet with one reason.</param>
/// <param name="Key">The field with the subject's code.</param>
/// <param name="Rows">Where the subject's final amount stands.</param>
/// <param name="Total">The metric of the row 合计.</param>
/// <param name="Budget">The field with the budget; null: the set's budget.</param>
public sealed record StatementReason(
    string Sheet, string Field, string? Named, string? Metric, string? Key, CellColumn? Rows, string? Total, string? Budget);

/// <summary>A field that says what a subject's money is for.</summary>
/// <param name="Rows">Where the subject's final amount stands; null when a record without amount is nothing to report.</param>
/// <param name="Budget">The field with the budget.</param>
public sealed record StatementUse(string Sheet, string Field, string Key, CellColumn? Rows, string? Budget);

/// <summary>A name whose money is never for these words.</summary>
public sealed record StatementMismatch(string Name, IReadOnlyList<string> Words);

/// <summary>A wrong character in a fixed phrase.</summary>
public sealed record StatementMisspelling(string Wrong, string Right);

/// <summary>Where a published document says what a sheet of facts holds.</summary>
/// <param name="Headings">Words of the heading below which its lines stand.</param>
/// <param name="After">Words of the line, ending with a colon, above its numbered items.</param>
/// <param name="Field">The field that a line's text goes to.</param>
/// <param name="Level">The field for 一级, 二级, 三级 or 正文 by the line's number; null when the sheet has none.</param>
/// <param name="Name">The field for what stands before the colon or the amount; null when a line is one text.</param>
/// <param name="Amount">The field for the amount after the name; null when there is none.</param>
public sealed record StatementRecovered(
    string Sheet, IReadOnlyList<string> Headings, IReadOnlyList<string> After, string Field, string? Level, string? Name, string? Amount);
