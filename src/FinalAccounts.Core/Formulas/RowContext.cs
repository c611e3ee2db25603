using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>The row and column that a rule is at.</summary>
/// <param name="Key">行: the row's key, in whichever table.</param>
/// <param name="Code">Its subject code, below which children stand; the key when it has none.</param>
/// <param name="Name">行名: the row's name.</param>
/// <param name="Column">列.</param>
internal sealed record RowContext(string Key, string Code, string Name, string? Column)
{
    /// <summary>本条: the record that a rule is at; null when it repeats over rows.</summary>
    public FactRecord? Record { get; init; }
}
