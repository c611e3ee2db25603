using System.Diagnostics;
using System.Net;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Lists ask the database once, not once a row: as many queries for three hundred units as for three.</summary>
[Collection(ServiceTests.Name)]
public sealed class ListQueriesTests
{
    private const int Few = 3, Many = 300, Most = 12;

    private static readonly string[] Lists =
    [
        "/units", "/runs", "/batches", "/schedules", "/editions", "/templates", "/templates/proposals", "/people", "/audit",
        "/api/v1/units?size=500", "/api/v1/runs?size=500", "/api/v1/batches?size=500", "/api/v1/schedules", "/api/v1/editions?size=500",
        "/api/v1/templates", "/api/v1/templates/proposals",
    ];

    [Fact]
    public async Task AListOfThreeHundredUnitsTakesNoMoreQueriesThanOneOfThree()
    {
        var few = await CountAsync(Few);
        var many = await CountAsync(Many);
        foreach (var list in Lists)
        {
            Assert.True(few[list] == many[list] && many[list] <= Most, $"{list}: {few[list]} queries for {Few} units, {many[list]} for {Many}");
        }
    }

    private static async Task<Dictionary<string, int>> CountAsync(int units)
    {
        using var web = new DisposableWeb();
        await web.App.InitializeAsync();
        await SeedAsync(web.App, units);
        using var client = await web.App.SignInAsync(People.Roles.Administrator);
        using var token = await web.App.WithTokenAsync("read data");
        var counts = new Dictionary<string, int>();
        foreach (var list in Lists)
        {
            var asking = list.StartsWith("/api", StringComparison.Ordinal) ? token : client;

            // Once before: what is compiled and kept at the first time is not the list's.
            await OpenAsync(asking, list);
            using var counter = new QueryCounter();
            await OpenAsync(asking, list);
            counts[list] = counter.Count;
        }

        return counts;
    }

    private static async Task OpenAsync(HttpClient client, string list)
    {
        using var answer = await client.GetAsync(list);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{list}: {answer.StatusCode}");
    }

    private static Task<int> SeedAsync(WebApp web, int count) => web.QueryAsync(async db =>
    {
        var now = DateTimeOffset.UtcNow;
        var kept = await new Artifacts(db, TimeProvider.System).PutAsync(new byte[] { 1 }, CancellationToken.None);
        var imports = Enumerable.Range(0, count).Select(i => new DataImport
        {
            Unit = new Unit { Code = $"q{i:000}", Name = $"第{i}局", TemplateSet = "hubei-2023" }, Year = 2023, Number = 1, State = ImportState.Accepted, By = "test", At = now,
        }).ToList();
        db.Imports.AddRange(imports);
        await db.SaveChangesAsync();
        foreach (var import in imports)
        {
            db.Runs.Add(new Run { Id = Guid.CreateVersion7(), UnitId = import.UnitId, Year = 2023, State = RunState.Failed, Failure = "x", By = "test", RequestedAt = now });
            db.Batches.Add(new Batch { Id = Guid.CreateVersion7(), Year = 2023, By = "test", RequestedAt = now });
            db.Schedules.Add(new Schedule { Name = import.Unit!.Name, Cron = "0 9 29 9 *", By = "test", At = now, Enabled = false });
            db.Editions.Add(new Edition
            {
                UnitId = import.UnitId, Year = 2023, Number = 1, ImportId = import.Id, InputsHash = import.Unit!.Code, TemplateSet = "hubei-2023", TemplateSetHash = "",
                AccountsSha256 = kept, TemplatesSha256 = kept, TextSha256 = kept, Program = "test", By = "test", At = now,
            });
        }

        return await db.SaveChangesAsync();
    });

    private sealed class DisposableWeb : IDisposable
    {
        public WebApp App { get; } = new();

        public void Dispose() => App.DisposeAsync().GetAwaiter().GetResult();
    }

    /// <summary>Counts the commands that EF Core sends while it lives.</summary>
    private sealed class QueryCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly IDisposable all;
        private IDisposable? one;
        private int count;

        public QueryCounter() => all = DiagnosticListener.AllListeners.Subscribe(this);

        public int Count => count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                one = value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name)
            {
                Interlocked.Increment(ref count);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            one?.Dispose();
            all.Dispose();
        }
    }
}
