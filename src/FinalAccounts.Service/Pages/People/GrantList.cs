using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Pages.People;

/// <summary>Model of the partial <c>_Grants</c>: the units that a person or a token has, each to be taken back, and the form for more.</summary>
/// <param name="Path">The page that takes <c>?handler=Give</c> and <c>?handler=Take</c>.</param>
/// <param name="Given">What they have.</param>
/// <param name="Choice">What can be given.</param>
/// <param name="Who">For questions: 张岚, 令牌“一体化”.</param>
/// <param name="Effect">What a taken unit means, up to 不再有这些单位.</param>
/// <param name="Roles">Roles that units can be given for; none for a token.</param>
public sealed record GrantList(string Path, IReadOnlyList<GrantView> Given, GrantChoice Choice, string Who, string Effect, IReadOnlyList<string>? Roles = null)
{
    /// <summary>Asked before one is taken back.</summary>
    public string Question(GrantView grant) => $"收回“{grant}”？{Effect}不再有这些单位。{(Given.Count == 1 ? $"这是最后一条，{Who}将看不到任何单位。" : "")}";
}
