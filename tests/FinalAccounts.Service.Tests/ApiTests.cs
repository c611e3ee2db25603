using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FinalAccounts.Service.Tests;

[Collection(ServiceTests.Name)]
public sealed class ApiTests
{
    [Fact]
    public async Task RunIsRequestedFollowedAndListed()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        await store.AddUnitsAsync(1);
        using var client = Client(store.Address, await store.AddTokenAsync("read data"));
        var id = Guid.CreateVersion7();
        var answer = await client.PostAsync($"/api/v1/units/u001/years/{TestStore.Year}/runs", Json(new { id }));
        Assert.Equal((HttpStatusCode.Accepted, $"/api/v1/runs/{id}"), (answer.StatusCode, answer.Headers.Location?.ToString()));

        // The stream ends by itself when the run is over.
        var events = await client.GetStringAsync($"/api/v1/runs/{id}/events");
        Assert.StartsWith("event: ", events);
        Assert.Contains("event: over\n", events);
        Assert.Contains("\"edition\":1", events);
        Assert.Contains(id.ToString(), await client.GetStringAsync("/api/v1/runs?unit=u001"));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync($"/api/v1/runs/{id}/cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"/api/v1/units/nobody/years/{TestStore.Year}/runs", Json(new { }))).StatusCode);
    }

    [Fact]
    public async Task ReadingDoesNotAllowGeneratingAndNobodyMayLook()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        await store.AddUnitsAsync(1);
        using var reader = Client(store.Address, await store.AddTokenAsync("read"));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/batches")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/api/v1/batches", Json(new { year = 2023 }))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/api/v1/schedules", Json(new { name = "a", cron = "0 9 29 9 *" }))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/hangfire")).StatusCode);
        using var nobody = Client(store.Address, null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/runs")).StatusCode);
        Assert.Equal("Healthy", await nobody.GetStringAsync("/healthz"));
        Assert.Equal("Healthy", await nobody.GetStringAsync("/readyz"));
    }

    internal static HttpClient Client(Uri address, string? token)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    internal static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}
