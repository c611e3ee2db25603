using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

[Collection(ServiceTests.Name)]
public sealed class SignInTests(WebApp web)
{
    [Fact]
    public async Task SigningOutANewPasswordAndARoleEndAllOtherSessionsAtOnce()
    {
        await web.AddPersonAsync("leaving", "leaving", Roles.Finance);
        foreach (var end in new Func<HttpClient, Task>[]
        {
            async here => (await WebApp.PostAsync(here, "/sign-out")).Dispose(),
            async here => (await WebApp.PostAsync(here, "/account/password", ("Input.Current", WebApp.Password), ("Input.New", "Hu3Die-Feng1Zheng"), ("Input.Again", "Hu3Die-Feng1Zheng"))).Dispose(),
            async _ => await web.AskAsync<Staff, string?>(staff => staff.ChangeAsync("leaving", "leaving", [Roles.Comms], "test", CancellationToken.None)),
            async _ => await web.AskAsync<Staff, string?>(staff => staff.ResetAsync("leaving", "test", CancellationToken.None)),
            async _ => await web.AskAsync<Staff, string?>(staff => staff.SwitchAsync("leaving", on: false, "test", CancellationToken.None)),
        })
        {
            var password = await PasswordAsync("leaving");
            using var here = await web.SignInAsync("leaving", password);
            using var elsewhere = await web.SignInAsync("leaving", password);
            Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/units")).StatusCode);
            await end(here);
            Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/v1/units")).StatusCode);
            Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/units")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    // Whatever it was before, it is the usual one again.
    private Task<string> PasswordAsync(string name) => web.AskAsync<UserManager<Person>, string>(async people =>
    {
        var person = (await people.FindByNameAsync(name))!;
        await people.ResetPasswordAsync(person, await people.GeneratePasswordResetTokenAsync(person), WebApp.Password);
        person.MustChangePassword = false;
        await people.UpdateAsync(person);
        return WebApp.Password;
    });

    [Fact]
    public async Task FirstSignInLeadsToNothingButTheChangeOfThePassword()
    {
        var (password, _) = await web.AskAsync<Staff, (string?, IReadOnlyList<string>)>(staff => staff.AddAsync("newcomer", "新人", [Roles.Finance], GrantEntry.Everything, "test", CancellationToken.None));
        using var client = await web.SignInAsync("newcomer", password!);
        using var blocked = await client.GetAsync("/units");
        Assert.Equal("/account/password", blocked.Headers.Location!.ToString());
        using var api = await client.GetAsync("/api/v1/units");
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        using var same = await WebApp.PostAsync(client, "/account/password", ("Input.Current", password!), ("Input.New", password!), ("Input.Again", password!));
        Assert.Contains("不同", await same.Content.ReadAsStringAsync());
        using var changed = await WebApp.PostAsync(client, "/account/password", ("Input.Current", password!), ("Input.New", WebApp.Password), ("Input.Again", WebApp.Password));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        using var open = await client.GetAsync("/units");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task TheLastAdministratorCanNeitherBeShutOutNorLoseTheRole()
    {
        using var client = await web.SignInAsync(Roles.Administrator);
        using var off = await WebApp.PostAsync(client, $"/people/{Roles.Administrator}?handler=Switch", ("on", "false"));
        Assert.Contains("不能停用自己", await client.GetStringAsync(off.Headers.Location));
        Assert.Equal("这是最后一个管理员，不能去掉管理员角色。", await web.AskAsync<Staff, string?>(async staff =>
        {
            await staff.ChangeAsync("admin", "admin", [], "test", CancellationToken.None);
            return await staff.ChangeAsync(Roles.Administrator, "x", [Roles.Finance], "test", CancellationToken.None);
        }));
    }

    [Fact]
    public async Task ATokenIsRefusedOnceRevokedOrExpired()
    {
        using var client = await web.WithTokenAsync("read templates");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/units")).StatusCode);
        await web.QueryAsync(async db => await db.ApiTokens.Where(token => token.Name == "token read templates").ExecuteUpdateAsync(set => set.SetProperty(token => token.ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(-1))));
        using var expired = await client.GetAsync("/api/v1/units");
        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        Assert.Equal("没有登录", (await expired.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());

        using var other = await web.WithTokenAsync("read publish");
        var id = await web.QueryAsync(db => db.ApiTokens.Where(token => token.Name == "token read publish").Select(token => token.Id).SingleAsync());
        Assert.True(await web.AskAsync<TokenRegister, bool>(register => register.RevokeAsync(id, "test", CancellationToken.None)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/api/v1/units")).StatusCode);
    }

    [Fact]
    public async Task AChangeByCookieThroughTheApiNeedsTheAntiforgeryToken()
    {
        using var client = await web.SignInAsync(Roles.Finance);
        using var bare = await client.DeleteAsync("/api/v1/units/whdh/years/2023/corrections/999999");
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        client.DefaultRequestHeaders.Add("RequestVerificationToken", await WebApp.AntiforgeryAsync(client));
        using var guarded = await client.DeleteAsync("/api/v1/units/whdh/years/2023/corrections/999999");
        Assert.Equal(HttpStatusCode.NotFound, guarded.StatusCode);
    }

    [Fact]
    public async Task EveryFormOfThePagesCarriesTheAntiforgeryToken()
    {
        using var client = await web.SignInAsync(Roles.Finance);
        foreach (var path in new[] { "/account", "/units/whdh/years/2023", "/units/whdh/years/2023/upload", "/units/whdh/years/2023/corrections" })
        {
            var page = await client.GetStringAsync(path);
            var forms = page.Split("<form ")[1..].Where(form => form.StartsWith("method=\"post\"", StringComparison.Ordinal) || form.Contains(" method=\"post\"", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(forms);
            Assert.All(forms, form => Assert.Contains("__RequestVerificationToken", form.Split("</form>")[0]));
        }
    }

    [Fact]
    public async Task BehindAProxyWithTlsTheBrowserIsToldToStayWithIt()
    {
        using var client = web.Nobody();
        using var plain = await client.GetAsync("/sign-in");
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "gongkai.example.cn");
        using var secure = await client.GetAsync("/sign-in");
        Assert.Equal("max-age=2592000", secure.Headers.GetValues("Strict-Transport-Security").Single());
        using var signedIn = await WebApp.PostAsync(client, "/sign-in", ("Input.Name", "viewer"), ("Input.Password", WebApp.Password));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("FinalAccounts=", StringComparison.Ordinal));
        Assert.Contains("; secure; samesite=lax; httponly", cookie);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/units")]
    public async Task EveryAnswerForbidsForeignScripts(string path)
    {
        using var client = web.Nobody();
        using var answer = await client.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
