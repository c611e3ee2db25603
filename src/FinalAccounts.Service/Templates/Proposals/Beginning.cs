using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>When an approved change begins, if not at once.</summary>
/// <param name="Day">The first day, as people in China count; null: with the set of the next year, into whose copy it goes.</param>
public sealed record Beginning(DateOnly? Day)
{
    // Longer nobody remembers what waits.
    private const int MostDays = 400;

    internal Decision? Refuse(TemplateProposal proposal, DateOnly today) =>
        Day is { } day && (day <= today || day > today.AddDays(MostDays)) ? Decision.Invalid($"生效的日子要在明天到 {today.AddDays(MostDays):yyyy年M月d日} 之间；今天就要生效，请选“审定后马上”。")
        : Day is null && proposal.Kind.IsWholeSet() ? Decision.Invalid("整个模板集不能等到下一年；请选马上生效，或写一个日子。")
        : null;
}
