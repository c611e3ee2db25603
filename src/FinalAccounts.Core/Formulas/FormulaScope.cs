namespace FinalAccounts.Formulas;

/// <summary>Where a formula stands, which decides whether it may say 行 and 列.</summary>
/// <param name="HasRow">Inside a rule that repeats over rows.</param>
/// <param name="Columns">The columns that the rule repeats over; null when it does not.</param>
internal sealed record FormulaScope(bool HasRow, IReadOnlyList<string>? Columns)
{
    /// <summary>The sheet of facts whose records the rule repeats over (本条); null when it does not.</summary>
    public string? RecordSheet { get; init; }

    /// <summary>Metrics, charts, and rules that do not repeat.</summary>
    public static readonly FormulaScope Plain = new(false, null);
}
