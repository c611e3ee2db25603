using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.People;

/// <summary>Model of the partial <c>_GrantChoice</c>: all units, one, or one with all below it.</summary>
/// <param name="Legend">What is chosen.</param>
/// <param name="Entry">What was chosen so far.</param>
/// <param name="Known">Code and name of the units to choose from.</param>
/// <param name="Problem">What is wrong with it; null when nothing.</param>
public sealed record GrantChoice(string Legend, GrantEntry Entry, IReadOnlyList<(string Code, string Name)> Known, string? Problem)
{
    /// <summary>With the units that there are.</summary>
    public static async Task<GrantChoice> OfAsync(FinalAccountsDb db, string legend, GrantEntry entry, string? problem, CancellationToken cancellation)
    {
        var units = await db.Units.Where(unit => unit.Active).OrderBy(unit => unit.Code).Select(unit => new { unit.Code, unit.Name }).ToListAsync(cancellation);
        return new GrantChoice(legend, entry, units.ConvertAll(unit => (unit.Code, unit.Name)), problem);
    }
}
