using System.Globalization;
using System.Security.Claims;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.People;

/// <summary>The units for which whoever asks has each right. Where nobody asks, in jobs and on the command line, all.</summary>
public sealed class Reach(FinalAccountsDb db)
{
    private IReadOnlyList<Held>? held;
    private bool administers;

    /// <summary>The units for which this right holds; for <see cref="Rights.Read"/> those of any grant. Templates and administration know no units.</summary>
    public UnitSet Of(string right)
    {
        if (held is null || right is Rights.EditTemplates or Rights.Administer || (right == Rights.Read && administers))
        {
            return UnitSet.All;
        }

        var role = Rights.RoleOf.GetValueOrDefault(right);
        var units = held.Where(one => one.Role is null || role is null || one.Role == role).Select(one => one.Units).ToList();
        return units.Exists(one => one.IsAll) ? UnitSet.All : UnitSet.Of(units.SelectMany(one => one.Ids));
    }

    /// <summary>Those of these units for which the right holds.</summary>
    public IQueryable<Unit> Within(string right, IQueryable<Unit> units)
    {
        var reach = Of(right);
        return reach.IsAll ? units : units.Where(unit => reach.Ids.Contains(unit.Id));
    }

    /// <summary>From now on it is this caller who asks: all that is read from the database keeps to their units.</summary>
    public async Task BeginAsync(ClaimsPrincipal caller, CancellationToken cancellation)
    {
        var token = Key(caller, TokenAuthentication.IdClaim);
        var person = token is null ? Key(caller, ClaimTypes.NameIdentifier) : null;
        administers = caller.IsInRole(Roles.Administrator);
        held = caller.HasClaim(claim => claim.Type == PersonClaims.AllUnits) ? [new Held(null, UnitSet.All)] : await HeldAsync(person, token, cancellation);
        db.Limit(Of(Rights.Read), token is null ? caller.Identity?.Name : null);
    }

    /// <summary>Everybody's grants that cover a unit: on it, on what is above it with all below, on all units.</summary>
    public static IQueryable<UnitGrant> Covering(FinalAccountsDb db, long unit)
    {
        var above = db.Database.SqlQuery<long>(
            $"""
            WITH RECURSIVE above("Id", "ParentId") AS (
                SELECT "Id", "ParentId" FROM "Units" WHERE "Id" = {unit}
                UNION SELECT parent."Id", parent."ParentId" FROM "Units" parent JOIN above ON parent."Id" = above."ParentId")
            SELECT "Id" AS "Value" FROM above
            """);
        return db.UnitGrants.IgnoreQueryFilters()
            .Where(grant => grant.PersonId != null && (grant.UnitId == null || grant.UnitId == unit || (grant.WithBelow && above.Contains(grant.UnitId.Value))));
    }

    private static long? Key(ClaimsPrincipal caller, string claim) =>
        long.TryParse(caller.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private async Task<IReadOnlyList<Held>> HeldAsync(long? person, long? token, CancellationToken cancellation)
    {
        var grants = await db.UnitGrants.AsNoTracking()
            .Where(grant => (person != null && grant.PersonId == person) || (token != null && grant.TokenId == token)).ToListAsync(cancellation);
        var below = grants.Exists(grant => grant is { WithBelow: true, UnitId: not null })
            ? (await db.Units.Where(unit => unit.ParentId != null).Select(unit => new { unit.Id, unit.ParentId }).ToListAsync(cancellation)).ToLookup(unit => unit.ParentId!.Value, unit => unit.Id)
            : Enumerable.Empty<long>().ToLookup(id => id);
        return grants.ConvertAll(grant => new Held(grant.Role, grant.UnitId is not { } unit ? UnitSet.All : grant.WithBelow ? UnitSet.Of(Branch(unit, below)) : UnitSet.Of([unit])));
    }

    private static HashSet<long> Branch(long unit, ILookup<long, long> below)
    {
        var branch = new HashSet<long>();
        var open = new Stack<long>([unit]);
        while (open.TryPop(out var next))
        {
            if (branch.Add(next))
            {
                foreach (var child in below[next])
                {
                    open.Push(child);
                }
            }
        }

        return branch;
    }

    private sealed record Held(string? Role, UnitSet Units);
}
