using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FinalAccounts.Service.People;

/// <summary>The bureau's systems: <c>Authorization: Bearer fa_…</c>. Refused when unknown, expired or revoked; what it may do is its scopes.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, FinalAccountsDb db, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Token", ScopeClaim = "scope", IdClaim = "token";

    private const string Bearer = "Bearer ", Prefix = "fa_";

    /// <summary>A new token: 256 random bits. Only its hash is kept.</summary>
    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static bool IsIn(Microsoft.AspNetCore.Http.HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsIn(Context))
        {
            return AuthenticateResult.NoResult();
        }

        var hash = Hash(Request.Headers.Authorization.ToString()[Bearer.Length..].Trim());
        var token = await db.ApiTokens.AsNoTracking().Include(token => token.Grants).SingleOrDefaultAsync(token => token.Sha256 == hash, Context.RequestAborted);
        if (token is null || token.RevokedAt is not null || token.ExpiresAt <= time.GetUtcNow())
        {
            return AuthenticateResult.Fail("unknown, expired or revoked token");
        }

        var claims = token.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(scope => new Claim(ScopeClaim, scope))
            .Prepend(new Claim(ClaimTypes.Name, token.Name)).Append(new Claim(IdClaim, token.Id.ToString(CultureInfo.InvariantCulture)));
        if (token.Grants.Exists(grant => grant is { Role: null, UnitId: null }))
        {
            claims = claims.Append(new Claim(PersonClaims.AllUnits, "true"));
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }
}
