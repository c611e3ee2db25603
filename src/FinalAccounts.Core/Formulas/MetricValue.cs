namespace FinalAccounts.Formulas;

/// <summary>A metric of one unit: this year's value, last year's, and where both come from.</summary>
/// <param name="Unit">元, 比率, 个, 人次, 分…</param>
/// <param name="Value">In the unit; null when blank.</param>
/// <param name="PriorValue">Last year's; null when it is not known.</param>
/// <param name="Origin">The cells of this year's value.</param>
/// <param name="PriorOrigin">The cells of last year's value; null when it is not known.</param>
public sealed record MetricValue(
    string Name, string Unit, decimal? Value, decimal? PriorValue, Origin Origin, Origin? PriorOrigin, string Meaning)
{
    /// <summary>Why there is no value; null when all is well or the cell is blank.</summary>
    public string? Problem { get; init; }
}
