using FinalAccounts.Accounts;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>A kind of mistake at a kind of place.</summary>
/// <param name="Name">错一位 公开03表.</param>
/// <param name="Plant">Plants one by chance; null when these accounts have no place for it.</param>
public sealed record MistakeKind(string Group, string Name, Func<DepartmentAccounts, int, Planted?> Plant)
{
    /// <summary>Whether it shows only in the document.</summary>
    public bool InDocument { get; init; }

    /// <summary>All kinds: tables, facts, prose. A new kind is added to one of these lists.</summary>
    public static IReadOnlyList<MistakeKind> All { get; } = [.. TableMistakes.All(), .. FactMistakes.All(), .. ProseMistakes.All()];
}
