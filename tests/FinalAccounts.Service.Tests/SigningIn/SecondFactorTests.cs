using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Tests.SigningIn;

[Collection(ServiceTests.Name)]
public sealed partial class SecondFactorTests(WebApp web)
{
    [Fact]
    public async Task WhoHasOneIsAskedForItAndARecoveryCodeServesOnce()
    {
        await web.AddPersonAsync("factor", "factor", Roles.Comms);
        using var first = await web.SignInAsync("factor");
        var (secret, codes) = await SetAsync(first);

        // The session that set it goes on; others have ended.
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/account")).StatusCode);
        using var second = web.Nobody();
        using var half = await WebApp.PostAsync(second, "/sign-in", ("Input.Name", "factor"), ("Input.Password", WebApp.Password));
        Assert.StartsWith("/sign-in/code", half.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/units")).StatusCode);
        using var wrong = await WebApp.PostAsync(second, "/sign-in/code", ("Code", "000000"));
        Assert.Contains("动态码不对", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var right = await WebApp.PostAsync(second, "/sign-in/code", ("Code", Now(secret)));
        Assert.True(right.StatusCode == HttpStatusCode.Redirect, await right.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/units")).StatusCode);

        foreach (var expected in new[] { HttpStatusCode.Redirect, HttpStatusCode.OK })
        {
            using var third = web.Nobody();
            using var again = await WebApp.PostAsync(third, "/sign-in", ("Input.Name", "factor"), ("Input.Password", WebApp.Password));
            using var recovered = await WebApp.PostAsync(third, "/sign-in/code", ("Code", codes[0]));
            Assert.Equal(expected, recovered.StatusCode);
        }

        // Somebody who has lost the telephone comes back through the administrator.
        using var administrator = await web.SignInAsync(Roles.Administrator);
        using var taken = await WebApp.PostAsync(administrator, "/people/factor?handler=WithoutFactor");
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        using var plain = await web.SignInAsync("factor");
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync("/units")).StatusCode);
    }

    [Fact]
    public async Task ARoleThatNeedsOneLeadsToNothingButTheSettingOfIt()
    {
        await web.AddPersonAsync("needing", "needing", Roles.Reviewer);
        using var before = await web.SignInAsync("needing");
        try
        {
            await RequireAsync(Roles.Reviewer);

            // The session from before has ended.
            Assert.StartsWith("/sign-in", (await before.GetAsync("/units")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
            using var client = await web.SignInAsync("needing");
            Assert.Equal("/account/second-factor", (await client.GetAsync("/units")).Headers.Location!.ToString());
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/units")).StatusCode);
            await SetAsync(client);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/units")).StatusCode);
            using var other = await web.SignInAsync(Roles.Finance);
            Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/units")).StatusCode);
        }
        finally
        {
            await RequireAsync();
        }
    }

    private Task<bool> RequireAsync(params string[] roles) => web.AskAsync<SecondFactorRules, bool>(async rules =>
    {
        await rules.SetAsync(roles, "test", CancellationToken.None);
        return true;
    });

    private static async Task<(byte[] Secret, string[] Codes)> SetAsync(HttpClient client)
    {
        var page = await client.GetStringAsync("/account/second-factor");
        var secret = FromBase32(Key().Match(page).Groups[1].Value);
        using var set = await WebApp.PostAsync(client, "/account/second-factor", ("Code", Now(secret)));
        var shown = await set.Content.ReadAsStringAsync();
        return (secret, WebUtility.HtmlDecode(Codes().Match(shown).Groups[1].Value).Split('\n', StringSplitOptions.TrimEntries));
    }

    // RFC 6238 with its usual 30 seconds and six digits.
    private static string Now(byte[] secret)
    {
        var step = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30));
#pragma warning disable CA5350 // What authenticators compute.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        var number = ((hash[at] & 0x7F) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        var (bits, value) = (0, 0);
        foreach (var character in text)
        {
            value = ((value << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(character, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bytes.Add((byte)(value >> (bits - 8)));
                bits -= 8;
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("secret=([A-Z2-7]+)")]
    private static partial Regex Key();

    [GeneratedRegex("<pre>([^<]+)</pre>")]
    private static partial Regex Codes();
}
