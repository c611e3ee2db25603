using System.Net;
using FinalAccounts.Service.People;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Sign-in through an identity provider: real redirects, code, keys and tokens.</summary>
[Collection(ServiceTests.Name)]
public sealed class OpenIdConnectTests
{
    [Fact]
    public async Task WhomTheProviderKnowsAndTheAdministratorEnteredComesInAndNobodyElse()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var store = await TestStore.CreateServingAsync(
            null, ("OpenIdConnect:Authority", provider.Authority), ("OpenIdConnect:ClientId", IdentityProvider.Client), ("OpenIdConnect:ClientSecret", IdentityProvider.Secret), ("OpenIdConnect:Name", "区统一认证"));
        var (password, _) = await store.WithAsync<Staff, (string?, IReadOnlyList<string>)>(staff => staff.AddAsync("wang", "王", [Roles.Finance], GrantEntry.Everything, "admin", default));

        provider.Person = "wang";
        using (var browser = Browser(store.Address))
        {
            Assert.Contains("区统一认证", await browser.GetStringAsync("/sign-in"));
            Assert.Equal("/units", (await SignInAsync(browser, "/units")).Address.PathAndQuery);

            // Neither the one-time password nor its change stands in the way, and it is void from now on.
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/units")).StatusCode);
        }

        using (var browser = Browser(store.Address))
        {
            using var typed = await WebApp.PostAsync(browser, "/sign-in", ("Input.Name", "wang"), ("Input.Password", password!));
            Assert.Equal(HttpStatusCode.OK, typed.StatusCode);
        }

        Assert.Equal("统一身份认证", await store.AskAsync(db => db.Audit.Where(entry => entry.Action == "person.signed-in").Select(entry => entry.Detail).SingleAsync()));
        await RefusedAsync(store, provider, "li", forges: false, "“li”还不能使用本系统");
        await RefusedAsync(store, provider, "wang", forges: true, "身份认证没有完成");
        await RefusedAsync(store, provider, null, forges: false, "身份认证没有完成");
        await store.WithAsync<Staff, string?>(staff => staff.SwitchAsync("wang", on: false, "admin", default));
        await RefusedAsync(store, provider, "wang", forges: false, "“wang”还不能使用本系统");
    }

    private static async Task RefusedAsync(TestStore store, IdentityProvider provider, string? person, bool forges, string words)
    {
        (provider.Person, provider.Forges) = (person, forges);
        using var browser = Browser(store.Address);
        var (address, page) = await SignInAsync(browser, "/units");
        Assert.StartsWith("/sign-in?handler=Returned", address.PathAndQuery);
        Assert.Contains(words, page);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/units")).StatusCode);
    }

    // Clicks the provider's button and follows every redirect to a page.
    private static async Task<(Uri Address, string Page)> SignInAsync(HttpClient browser, string to)
    {
        var address = new Uri(browser.BaseAddress!, $"/sign-in?handler=Provider&to={Uri.EscapeDataString(to)}");
        while (true)
        {
            using var answer = await browser.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return (address, await answer.Content.ReadAsStringAsync());
            }

            address = new Uri(address, answer.Headers.Location!);
        }
    }

    private static HttpClient Browser(Uri address) => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
}
