using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>How often, and through which proxy.</summary>
[Collection(ServiceTests.Name)]
public sealed class LimitsTests
{
    [Fact]
    public async Task WhoAsksTooOftenWaitsAMinuteAndNobodyElseDoes()
    {
        await using var store = await TestStore.CreateServingAsync(null, ("RateLimits:SignInPerMinute", "2"), ("RateLimits:ApiPerMinute", "3"), ("RateLimits:UploadsPerMinute", "1"));
        await store.AddUnitsAsync(1);
        using var eager = ApiTests.Client(store.Address, await store.AddTokenAsync("read data", "eager"));
        var upload = "/api/v1/units/u001/years/2023/imports";
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await eager.PostAsync(upload, new MultipartFormDataContent())).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await eager.PostAsync(upload, new MultipartFormDataContent())).StatusCode);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await eager.GetAsync("/api/v1/units")).StatusCode);
        }

        using var refused = await eager.GetAsync("/api/v1/units");
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        Assert.Equal("请求太频繁，请一分钟后再试。", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
        using var other = ApiTests.Client(store.Address, await store.AddTokenAsync("read", "other"));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/units")).StatusCode);

        // Behind the proxy everybody comes from one address; who they are is what the proxy says.
        foreach (var (address, words) in new[] { ("10.0.0.1", "不对"), ("10.0.0.1", "不对"), ("10.0.0.1", "秒后再试"), ("10.0.0.2", "不对") })
        {
            using var nobody = ApiTests.Client(store.Address, null);
            nobody.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            using var answer = await WebApp.PostAsync(nobody, "/sign-in", ("Input.Name", $"clerk-{Guid.NewGuid()}"), ("Input.Password", "falsch"));
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
