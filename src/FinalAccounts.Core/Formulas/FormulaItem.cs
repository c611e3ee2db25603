using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>What a node of a formula yields.</summary>
internal readonly record struct FormulaItem(decimal? Number)
{
    public bool? Truth { get; init; }

    public FactValue? Fact { get; init; }

    public bool IsBlank => Number is null && Truth is null && (Fact is null or { Text: null, Date: null });

    public static FormulaItem Of(FactValue? fact) => new(fact?.Number) { Truth = fact?.Flag, Fact = fact };

    public static FormulaItem Of(bool truth) => new(null) { Truth = truth };

    /// <summary>Nothing to add up is 0: no trips cost nothing. Members that are all blank stay blank.</summary>
    public static FormulaItem Sum(List<decimal?> members) =>
        new(members.Count == 0 ? 0 : members.All(member => member is null) ? null : members.Sum());

    public static FormulaItem Days(DateOnly? from, DateOnly? to) => new(from is null || to is null ? null : to.Value.DayNumber - from.Value.DayNumber);
}
