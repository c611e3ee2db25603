namespace FinalAccounts.Formulas;

/// <summary>What a formula yields for one unit's accounts.</summary>
/// <param name="Number">In 元 for money; null when blank, when there is a problem, or when the formula is a condition.</param>
/// <param name="Truth">Of a condition; null otherwise.</param>
/// <param name="Cells">All cells that took part, in the order of the formula, each once.</param>
public sealed record FormulaValue(decimal? Number, bool? Truth, IReadOnlyList<OriginCell> Cells)
{
    /// <summary>No value, from no cells.</summary>
    public static readonly FormulaValue Blank = new(null, null, []);

    /// <summary>Why there is no value although cells are there (a table that was not imported, #REF!, a number too large); null when all is well.</summary>
    public string? Problem { get; init; }
}
