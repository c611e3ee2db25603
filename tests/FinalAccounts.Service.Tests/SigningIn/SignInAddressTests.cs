using System.Net;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.Tests.SigningIn;

/// <summary>Signing in with the limits as they are shipped: an office behind one address works, whoever guesses waits, and nobody locks anybody out.</summary>
[Collection(ServiceTests.Name)]
public sealed class SignInAddressTests
{
    [Fact]
    public async Task FiftyPeopleBehindOneAddressSignInWithinAMinuteEachAfterAMistake()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        for (var i = 0; i < 50; i++)
        {
            await AddAsync(store, $"clerk{i}");
        }

        for (var i = 0; i < 50; i++)
        {
            using var client = Client(store);
            for (var page = 0; page < 3; page++)
            {
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sign-in")).StatusCode);
            }

            using var wrong = await WebApp.PostAsync(client, "/sign-in", ("Input.Name", $"clerk{i}"), ("Input.Password", "falsch"));
            using var right = await WebApp.PostAsync(client, "/sign-in", ("Input.Name", $"clerk{i}"), ("Input.Password", WebApp.Password));
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }
    }

    [Fact]
    public async Task WhoGuessesWaitsFromThatAddressAloneAndIsToldNothingOfTheName()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        await AddAsync(store, "known");
        foreach (var name in new[] { "nobody", "known" })
        {
            var said = new List<string>();
            for (var i = 0; i < 7; i++)
            {
                said.Add(await RefusedAsync(store, name, "falsch", "10.0.0.1"));
            }

            Assert.All(said[..5], text => Assert.Equal("登录名或密码不对。", text));
            Assert.All(said[5..], text => Assert.Matches("请 [0-9]+ 秒后再试", text));
        }

        // The right password waits as well from there, and from elsewhere it does not.
        Assert.Contains("秒后再试", await RefusedAsync(store, "known", WebApp.Password, "10.0.0.1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(store, "known", WebApp.Password, "10.0.0.2"));

        // From the machine itself everything begins anew.
        var (name2, password) = await Administration.UnlockAsync(store.Arguments("web"), Repository.Root, "known", CancellationToken.None);
        Assert.Equal("known", name2);
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(store, "known", password, "10.0.0.1"));
    }

    [Fact]
    public async Task SomebodyShutOutIsLetInFromTheMachine()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        await AddAsync(store, "chief", Roles.Administrator);
        await store.WithAsync<Staff, string?>(staff => staff.SwitchAsync("chief", on: false, "test", CancellationToken.None));
        Assert.Equal("登录名或密码不对。", await RefusedAsync(store, "chief", "falsch", "10.0.0.1"));
        Assert.Contains("停用", await RefusedAsync(store, "chief", WebApp.Password, "10.0.0.1"), StringComparison.Ordinal);

        var (_, password) = await Administration.UnlockAsync(store.Arguments("web"), Repository.Root, "chief", CancellationToken.None);

        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(store, "chief", password, "10.0.0.1"));
        var refused = await Assert.ThrowsAsync<Service.Settings.StartupException>(() => Administration.UnlockAsync(store.Arguments("web"), Repository.Root, "no-one", CancellationToken.None));
        Assert.Contains("chief", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnitsAreGivenAndTakenFromTheMachineAndWhatIsWrongIsSaid()
    {
        await using var store = await TestStore.CreateAsync(null);
        await AddAsync(store, "chief", Roles.Administrator);
        async Task<string> AskAsync(GrantEntry? entry, bool take = false, string name = "chief")
        {
            try
            {
                var (who, units) = await Administration.GrantAsync(store.Arguments("web"), Repository.Root, name, entry, take, default);
                return $"{who}：{string.Join("；", units)}";
            }
            catch (Service.Settings.StartupException exception)
            {
                return exception.Message;
            }
        }

        var finance = new GrantEntry { All = true, Role = Roles.Finance };
        Assert.EndsWith("（chief）：财务：全部单位", await AskAsync(finance));
        Assert.Equal("“财务：全部单位”已经有了，没有改动。", await AskAsync(finance));
        Assert.Contains("没有这一条", await AskAsync(GrantEntry.Everything, take: true), StringComparison.Ordinal);
        Assert.EndsWith("（chief）：", await AskAsync(finance, take: true));
        Assert.Contains("没有登录名为“no-one”", await AskAsync(null, name: "no-one"), StringComparison.Ordinal);
        Assert.Contains("没有代码为“u999”", await AskAsync(new GrantEntry { Unit = "u999" }), StringComparison.Ordinal);
        Assert.StartsWith("请写明哪些单位", await AskAsync(new GrantEntry()), StringComparison.Ordinal);
        Assert.StartsWith("请写明哪些单位", await AskAsync(new GrantEntry { All = true, Unit = "u001" }), StringComparison.Ordinal);
        Assert.StartsWith("--role 只能是 finance（财务）", await AskAsync(new GrantEntry { All = true, Role = "财务" }), StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(TestStore store, string name, string password, string address)
    {
        using var client = Client(store);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var answer = await WebApp.PostAsync(client, "/sign-in", ("Input.Name", name), ("Input.Password", password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        return WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, "class=\"flash failed\"[^>]*>(?:\\s*<[^>]+>)*\\s*([^<]+?)\\s*<").Groups[1].Value);
    }

    private static async Task<HttpStatusCode> TryAsync(TestStore store, string name, string password, string address)
    {
        using var client = Client(store);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var answer = await WebApp.PostAsync(client, "/sign-in", ("Input.Name", name), ("Input.Password", password));
        return answer.StatusCode;
    }

    private static HttpClient Client(TestStore store) => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = store.Address };

    private static Task<bool> AddAsync(TestStore store, string name, params string[] roles) => store.WithAsync<UserManager<Person>, bool>(async people =>
    {
        var person = new Person { UserName = name, DisplayName = name };
        Assert.True((await people.CreateAsync(person, WebApp.Password)).Succeeded);
        return (await people.AddToRolesAsync(person, roles)).Succeeded;
    });
}
