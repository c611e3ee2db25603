using System.Security.Claims;
using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Shell;

/// <summary>An entry of the navigation; each slice registers its own as a singleton.</summary>
/// <param name="Order">Entries stand in ascending order: 10 units, 20 runs, 30 editions, 40 templates, 60 and up administration.</param>
/// <param name="Text">Chinese.</param>
/// <param name="Path">The page; it is current on all pages below it.</param>
/// <param name="Right">Who sees it: one of <see cref="Rights"/>.</param>
/// <param name="Group">The heading above; null for the first, unnamed group.</param>
internal sealed record NavigationEntry(int Order, string Text, string Path, string Right, string? Group = null);

/// <summary>The navigation as one person sees it: only what they may open.</summary>
internal sealed class Navigation(IEnumerable<NavigationEntry> entries, IAuthorizationService authorization)
{
    public async Task<IReadOnlyList<IGrouping<string?, NavigationEntry>>> ForAsync(ClaimsPrincipal person)
    {
        var visible = new List<NavigationEntry>();
        foreach (var entry in entries.OrderBy(entry => entry.Order))
        {
            if ((await authorization.AuthorizeAsync(person, AskedUnits.Anywhere, entry.Right)).Succeeded)
            {
                visible.Add(entry);
            }
        }

        return [.. visible.GroupBy(entry => entry.Group)];
    }
}
