namespace FinalAccounts.Formulas;

/// <summary>A parsed and checked formula.</summary>
public sealed class CompiledFormula
{
    internal CompiledFormula(string text, Place place, FormulaNode root, string? unit) =>
        (Text, Place, Root, Unit) = (text, place, root, unit);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Where it stands.</summary>
    public Place Place { get; }

    /// <summary>元 when it yields money, 比率 for a ratio, another unit, or null when it is not known.</summary>
    public string? Unit { get; }

    /// <summary>The parsed form.</summary>
    internal FormulaNode Root { get; }
}
