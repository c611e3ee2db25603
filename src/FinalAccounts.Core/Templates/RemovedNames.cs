namespace FinalAccounts.Templates;

/// <summary>What a set has taken away from those it inherits from: formulas that name it go as well, and are listed.</summary>
/// <param name="Sheets">Sheets of the facts, and fields as 基本情况.简称.</param>
public sealed record RemovedNames(IReadOnlySet<string> Tables, IReadOnlySet<string> Metrics, IReadOnlySet<string> Sheets)
{
    /// <summary>Nothing.</summary>
    public static readonly RemovedNames None = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>());

    /// <summary>Charts: a section that asks for one prints nothing in its place.</summary>
    public IReadOnlySet<string> Charts { get; init; } = new HashSet<string>();

    /// <summary>Whether nothing was taken away that formulas name.</summary>
    public bool IsEmpty => Tables.Count + Metrics.Count + Sheets.Count == 0;
}
