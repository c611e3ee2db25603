using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>A small OpenID provider on the loopback address: discovery, keys, authorization code with PKCE, tokens. Whoever comes is <see cref="Person"/>.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Client = "finalaccounts", Secret = "provider-secret";

    private readonly WebApplication app;
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "1" };
    private readonly Dictionary<string, (string Nonce, string Challenge, string Redirect)> codes = [];

    private IdentityProvider()
    {
        app = WebApplication.CreateSlimBuilder().Quiet().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Authority, authorization_endpoint = Authority + "/authorize", token_endpoint = Authority + "/token", userinfo_endpoint = Authority + "/userinfo", jwks_uri = Authority + "/keys",
            response_types_supported = new[] { "code" }, id_token_signing_alg_values_supported = new[] { "RS256" }, subject_types_supported = new[] { "public" },
        });
        app.MapGet("/keys", () => Results.Text($"{{\"keys\":[{System.Text.Json.JsonSerializer.Serialize(PublicKey())}]}}", "application/json"));
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
        app.MapGet("/userinfo", () => new { sub = "42", preferred_username = Person });
    }

    public string Authority => app.Urls.Single();

    /// <summary>Who signs in there; null refuses.</summary>
    public string? Person { get; set; }

    /// <summary>Signs with a key that it does not publish.</summary>
    public bool Forges { get; set; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider();
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        if (asked["client_id"] != Client || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256")
        {
            return Results.BadRequest();
        }

        var redirect = asked["redirect_uri"].ToString();
        if (Person is null)
        {
            return Results.Redirect($"{redirect}?error=access_denied&state={Uri.EscapeDataString(asked["state"]!)}");
        }

        var code = Guid.NewGuid().ToString("N");
        codes.Add(code, (asked["nonce"]!, asked["code_challenge"]!, redirect));
        return Results.Redirect($"{redirect}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!codes.Remove(form["code"].ToString(), out var asked) || form["client_secret"] != Secret || form["redirect_uri"] != asked.Redirect
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        var signing = Forges ? new RsaSecurityKey(RSA.Create(2048)) { KeyId = "1" } : key;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority, Audience = Client, Expires = DateTime.UtcNow.AddMinutes(5), SigningCredentials = new SigningCredentials(signing, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = "42", ["nonce"] = asked.Nonce, ["preferred_username"] = Person! },
        });
        return Results.Ok(new { access_token = "access", token_type = "Bearer", expires_in = 300, id_token = token });
    }

    private object PublicKey()
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId, n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) };
    }
}
