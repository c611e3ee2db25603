using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.People;

/// <summary>Tokens of the bureau's systems: made, shown once, revoked.</summary>
public sealed class TokenRegister(FinalAccountsDb db, GrantDesk grants, TimeProvider time)
{
    /// <summary>The longest time a token may hold.</summary>
    public const int MaxDays = 366;

    /// <summary>All, newest first.</summary>
    public Task<List<ApiToken>> ListAsync(CancellationToken cancellation) =>
        db.ApiTokens.AsNoTracking().OrderByDescending(token => token.Id).ToListAsync(cancellation);

    public Task<ApiToken?> FindAsync(long id, CancellationToken cancellation) =>
        db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(token => token.Id == id, cancellation);

    /// <summary>Makes one for these units and gives it: it cannot be seen again. Or what is wrong.</summary>
    public async Task<(string? Token, string? Problem)> CreateAsync(string name, IEnumerable<string> scopes, GrantEntry units, int days, string by, CancellationToken cancellation)
    {
        var (grant, problem) = await grants.MakeAsync(units, cancellation);
        if (grant is null)
        {
            return (null, problem);
        }

        var token = TokenAuthentication.Create();
        var now = time.GetUtcNow();
        db.ApiTokens.Add(new ApiToken
        {
            Name = name.Trim(),
            Sha256 = TokenAuthentication.Hash(token),
            Scopes = string.Join(' ', Rights.Scopes.Keys.Intersect(scopes)),
            By = by,
            At = now,
            ExpiresAt = now.AddDays(Math.Clamp(days, 1, MaxDays)),
            Grants = [grant],
        });
        var may = string.Join("、", Rights.Scopes.Keys.Intersect(scopes).Select(scope => Rights.Scopes[scope]));
        db.Record(now, by, "token.created", name.Trim(), $"{may}；{GrantView.Text(grant.Role, grant.Unit?.Code, grant.Unit?.Name, grant.WithBelow)}");
        await db.SaveChangesAsync(cancellation);
        return (token, null);
    }

    /// <summary>Ends one; false when there is no such token in force.</summary>
    public async Task<bool> RevokeAsync(long id, string by, CancellationToken cancellation)
    {
        if (await db.ApiTokens.SingleOrDefaultAsync(token => token.Id == id && token.RevokedAt == null, cancellation) is not { } token)
        {
            return false;
        }

        token.RevokedAt = time.GetUtcNow();
        db.Record(time.GetUtcNow(), by, "token.revoked", token.Name);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
