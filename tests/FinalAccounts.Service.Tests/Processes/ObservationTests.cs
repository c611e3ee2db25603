using System.Collections.Concurrent;
using System.Text;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FinalAccounts.Service.Tests.Processes;

/// <summary>What the service tells a collector and its log, as real processes with real settings.</summary>
[Collection(ProcessTests.Name)]
public sealed class ObservationTests
{
    [Fact]
    public async Task CollectorGetsStagesAndOutcomesAndNeitherItNorTheLogGetsNamesOrTokens()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = WebApplication.CreateSlimBuilder().Quiet().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.AddOrUpdate(signal, _ => Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
        });
        await collector.StartAsync();

        await using var store = await TestStore.CreateAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        var token = await store.AddTokenAsync("read data");
        var environment = $"export OTEL_EXPORTER_OTLP_ENDPOINT={collector.Urls.Single()} OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf Logging__Console__FormatterName=json";
        await using var service = await ServeProcess.StartAsync(store.Arguments("web,worker").Append("--urls=http://127.0.0.1:0"), environment);
        using var client = ApiTests.Client(service.Address, token);
        var id = Guid.CreateVersion7();
        Assert.True((await client.PostAsync($"/api/v1/units/u001/years/{TestStore.Year}/runs", ApiTests.Json(new { id }))).IsSuccessStatusCode);
        Assert.Equal(RunState.Done, (await store.OverAsync(id)).State);

        // What is left is sent at the end.
        await service.StopAsync();
        Assert.Contains("generate", received["traces"]);
        Assert.Contains(id.ToString(), received["traces"]);
        Assert.Contains("/api/v1/units/{code}/years/{year:int}/runs", received["traces"]);
        Assert.Contains("finalaccounts.runs.ended", received["metrics"]);
        Assert.Contains("narrate", received["metrics"]);
        var line = Assert.Single(service.Said.Split('\n'), line => line.Contains($"Run {id}", StringComparison.Ordinal));
        Assert.Equal("Done", System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("State").GetProperty("Outcome").GetString());
        foreach (var told in received.Values.Append(service.Said))
        {
            Assert.DoesNotContain(unit.Name, told);
            Assert.DoesNotContain(token, told);
        }
    }
}
