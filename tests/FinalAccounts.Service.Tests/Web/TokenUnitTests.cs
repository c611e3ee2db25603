using System.Net;
using FinalAccounts.Service.People;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>The units of a token can be changed while a system uses it.</summary>
[Collection(ServiceTests.Name)]
public sealed class TokenUnitTests(WebApp web)
{
    [Fact]
    public async Task ATokenKeepsToItsUnitsFromTheNextCallOn()
    {
        var (own, other) = (await web.AddUnitAsync("token-own"), await web.AddUnitAsync("token-other"));
        using var token = await web.WithTokenAsync("read", own);
        using var chief = await web.SignInAsync(Roles.Administrator);
        var id = await web.QueryAsync(db => db.ApiTokens.MaxAsync(token => token.Id));
        Task<HttpStatusCode> StatusAsync(string unit) => token.GetAsync($"/api/v1/units/{unit}").ContinueWith(answer => answer.Result.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await StatusAsync(own), await StatusAsync(other)));

        using var given = await WebApp.PostAsync(chief, $"/tokens/{id}?handler=Give", ("Units.Unit", other));
        using var unknown = await WebApp.PostAsync(chief, $"/tokens/{id}?handler=Give", ("Units.Unit", "nowhere"));
        Assert.Contains("没有代码为“nowhere”的单位", await unknown.Content.ReadAsStringAsync());
        var first = await web.QueryAsync(db => db.UnitGrants.Where(grant => grant.TokenId == id).MinAsync(grant => grant.Id));
        using var taken = await WebApp.PostAsync(chief, $"/tokens/{id}?handler=Take", ("grant", $"{first}"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(own), await StatusAsync(other)));
        Assert.Equal(["token.units-given", "token.units-taken"], await web.QueryAsync(db => db.Audit.OrderByDescending(entry => entry.Id).Where(entry => entry.Action.StartsWith("token.units")).Select(entry => entry.Action).Take(2).OrderBy(action => action).ToListAsync()));
    }
}
