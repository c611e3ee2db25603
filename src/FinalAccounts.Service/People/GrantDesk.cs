using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.People;

/// <summary>Gives and takes the units for which people's roles and tokens' scopes hold; each change is in the audit log and ends the person's sessions. A token keeps to it from its next request on.</summary>
public sealed class GrantDesk(UserManager<Person> people, FinalAccountsDb db, TimeProvider time)
{
    /// <summary>The roles that may hold for some units only; templates and administration concern all.</summary>
    public static readonly IReadOnlyList<string> Divided = [Roles.Finance, Roles.Reviewer];

    /// <summary>Everybody's, by person.</summary>
    public async Task<ILookup<long, GrantView>> ListAsync(CancellationToken cancellation) =>
        (await Of(db.UnitGrants.Where(grant => grant.PersonId != null)).ToListAsync(cancellation)).ToLookup(grant => grant.Holder);

    /// <summary>Every token's, by token.</summary>
    public async Task<ILookup<long, GrantView>> OfTokensAsync(CancellationToken cancellation) =>
        (await Of(db.UnitGrants.Where(grant => grant.TokenId != null)).ToListAsync(cancellation)).ToLookup(grant => grant.Holder);

    /// <summary>Gives somebody units; what is wrong, or null.</summary>
    public async Task<string?> GiveAsync(string name, GrantEntry entry, string by, CancellationToken cancellation) =>
        await people.FindByNameAsync(name) is { } person ? await GiveAsync(new Holder(person, null), entry, by, cancellation) : $"没有登录名为“{name}”的人。";

    /// <summary>Gives a token units; what is wrong, or null.</summary>
    public async Task<string?> GiveAsync(ApiToken token, GrantEntry entry, string by, CancellationToken cancellation) =>
        await GiveAsync(new Holder(null, token), entry, by, cancellation);

    /// <summary>Takes one back from somebody; what is wrong, or null.</summary>
    public async Task<string?> TakeAsync(string name, long id, string by, CancellationToken cancellation) =>
        await people.FindByNameAsync(name) is { } person ? await TakeAsync(new Holder(person, null), id, by, cancellation) : $"没有登录名为“{name}”的人。";

    /// <summary>Takes one back from a token; what is wrong, or null.</summary>
    public async Task<string?> TakeAsync(ApiToken token, long id, string by, CancellationToken cancellation) =>
        await TakeAsync(new Holder(null, token), id, by, cancellation);

    private async Task<string?> GiveAsync(Holder holder, GrantEntry entry, string by, CancellationToken cancellation)
    {
        var (grant, problem) = await MakeAsync(entry, cancellation);
        if (grant is null)
        {
            return problem;
        }

        var text = GrantView.Text(grant.Role, grant.Unit?.Code, grant.Unit?.Name, grant.WithBelow);
        if (await Own(holder).AnyAsync(other => other.Role == grant.Role && other.UnitId == grant.UnitId && other.WithBelow == grant.WithBelow, cancellation))
        {
            return $"“{text}”已经有了，没有改动。";
        }

        (grant.PersonId, grant.TokenId) = (holder.Person?.Id, holder.Token?.Id);
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        db.UnitGrants.Add(grant);
        await ChangedAsync(holder, "units-given", text, by, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private async Task<string?> TakeAsync(Holder holder, long id, string by, CancellationToken cancellation)
    {
        if (await Own(holder).Include(grant => grant.Unit).SingleOrDefaultAsync(grant => grant.Id == id, cancellation) is not { } grant)
        {
            return "没有这一条，可能已经去掉了。";
        }

        await using var transaction = await db.BeginRecordedAsync(cancellation);
        db.UnitGrants.Remove(grant);
        await ChangedAsync(holder, "units-taken", GrantView.Text(grant.Role, grant.Unit?.Code, grant.Unit?.Name, grant.WithBelow), by, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>A grant that belongs to nobody yet, or what is wrong with the entry.</summary>
    internal async Task<(UnitGrant? Grant, string? Problem)> MakeAsync(GrantEntry entry, CancellationToken cancellation)
    {
        var (code, role) = (entry.Unit?.Trim() ?? "", string.IsNullOrEmpty(entry.Role) ? null : entry.Role);
        if (role is not null && !Divided.Contains(role))
        {
            return (null, $"只能按单位分给这些角色：{string.Join("、", Divided.Select(Roles.Name))}。");
        }

        if (!entry.All && code.Length == 0)
        {
            return (null, "请填写单位代码，或选择全部单位。");
        }

        var unit = entry.All ? null : await db.Units.SingleOrDefaultAsync(unit => unit.Code == code, cancellation);
        return entry.All || unit is not null
            ? (new UnitGrant { Role = role, Unit = unit, UnitId = unit?.Id, WithBelow = unit is not null && entry.WithBelow }, null)
            : (null, $"没有代码为“{code}”的单位。");
    }

    private static IQueryable<GrantView> Of(IQueryable<UnitGrant> grants) => grants.OrderBy(grant => grant.Id)
        .Select(grant => new GrantView(grant.Id, (grant.PersonId ?? grant.TokenId)!.Value, grant.Role, grant.Unit!.Code, grant.Unit.Name, grant.WithBelow));

    private IQueryable<UnitGrant> Own(Holder holder)
    {
        var (person, token) = (holder.Person?.Id, holder.Token?.Id);
        return db.UnitGrants.Where(grant => (person != null && grant.PersonId == person) || (token != null && grant.TokenId == token));
    }

    private async Task ChangedAsync(Holder holder, string action, string detail, string by, CancellationToken cancellation)
    {
        if (holder.Person is { } person)
        {
            await people.UpdateSecurityStampAsync(person);
        }

        db.Record(time.GetUtcNow(), by, $"{(holder.Token is null ? "person" : "token")}.{action}", holder.Token?.Name ?? holder.Person!.UserName!, detail);
        await db.SaveChangesAsync(cancellation);
    }

    // One of both.
    private sealed record Holder(Person? Person, ApiToken? Token);
}

/// <summary>Units as somebody chooses them.</summary>
public sealed record GrantEntry
{
    public static readonly GrantEntry Everything = new() { All = true };

    /// <summary>Whether all units, also later ones.</summary>
    public bool All { get; init; }

    /// <summary>单位代码, where not all.</summary>
    public string? Unit { get; init; }

    /// <summary>With all units below it.</summary>
    public bool WithBelow { get; init; }

    /// <summary>The role that it is for; empty for all that they have.</summary>
    public string? Role { get; init; }
}

/// <summary>A grant in words.</summary>
/// <param name="Holder">The person's key, or the token's.</param>
/// <param name="Code">The unit's code; null for all units.</param>
public sealed record GrantView(long Id, long Holder, string? Role, string? Code, string? Name, bool WithBelow)
{
    /// <summary>财务：101 某某局及下级.</summary>
    public override string ToString() => Text(Role, Code, Name, WithBelow);

    internal static string Text(string? role, string? code, string? name, bool withBelow) =>
        $"{(role is null ? "" : Roles.Name(role) + "：")}{(code is null ? "全部单位" : $"{name}（{code}）{(withBelow ? "及下级" : "")}")}";
}
