using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.People;

/// <summary>Tokens of the bureau's systems: made, shown once, revoked.</summary>
public sealed class TokenRegister(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>The longest time a token may hold.</summary>
    public const int MaxDays = 366;

    /// <summary>All, newest first.</summary>
    public Task<List<ApiToken>> ListAsync(CancellationToken cancellation) =>
        db.ApiTokens.AsNoTracking().OrderByDescending(token => token.Id).ToListAsync(cancellation);

    /// <summary>Makes one and gives it: it cannot be seen again.</summary>
    public async Task<string> CreateAsync(string name, IEnumerable<string> scopes, int days, string by, CancellationToken cancellation)
    {
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
        });
        db.Record(now, by, "token.created", name.Trim(), string.Join("、", Rights.Scopes.Keys.Intersect(scopes).Select(scope => Rights.Scopes[scope])));
        await db.SaveChangesAsync(cancellation);
        return token;
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
