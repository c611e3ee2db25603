using FinalAccounts.Formulas;
using FinalAccounts.Samples;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MadeUnit = FinalAccounts.Samples.SampleUnit;
using Unit = FinalAccounts.Service.Store.Unit;

namespace FinalAccounts.TestSupport;

/// <summary>A database of either kind, prepared and filled, and the settings with which a process uses it.</summary>
public sealed class TestStore : IAsyncDisposable
{
    public const int Year = 2023;

    private static readonly Lazy<CompiledSet> Set = new(() =>
        ShippedSets.Of("hubei-2023"));

    private static readonly Lazy<Task<byte[]>> Embedded = new(EmbeddedAsync);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-service-tests-");
    private readonly Dictionary<string, string> settings;
    private WebApplication? app;

    private TestStore(string? postgres, IEnumerable<(string Key, string Value)> more)
    {
        settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:FinalAccounts"] = postgres ?? "",
            ["FinalAccounts:Data"] = folder.FullName,
            ["FinalAccounts:Formats"] = "xlsx",
            ["FinalAccounts:Sample"] = "false",
            ["FinalAccounts:SweepEvery"] = "00:00:01",
            ["FinalAccounts:ClaimTime"] = "00:00:05",
        };
        foreach (var (key, value) in more)
        {
            settings["FinalAccounts:" + key] = value;
        }

        Postgres = postgres;
    }

    /// <summary>The connection string; null for SQLite.</summary>
    public string? Postgres { get; }

    public string Data => folder.FullName;

    /// <summary>The services of this process over the database.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>A prepared database without units, and a process over it that asks but does no work.</summary>
    public static async Task<TestStore> CreateAsync(PostgresCluster? cluster, params (string Key, string Value)[] more)
    {
        var store = await NewAsync(cluster, more);
        store.app = store.Build("web");
        await store.Services.PrepareAsync(CancellationToken.None);
        return store;
    }

    /// <summary>The same, and its process works and answers as well.</summary>
    public static Task<TestStore> CreateServingAsync(PostgresCluster? cluster, params (string Key, string Value)[] more) => CreateServingAsync(cluster, null, more);

    /// <summary>The same, and its runs stay at a stage until they are stopped.</summary>
    public static async Task<TestStore> CreateServingAsync(PostgresCluster? cluster, Stage? held, params (string Key, string Value)[] more)
    {
        var store = await NewAsync(cluster, more);
        store.app = store.Build("web,worker", held);
        await store.Services.PrepareAsync(CancellationToken.None);
        await store.app.StartAsync();
        return store;
    }

    // With a copy of a database that was prepared once.
    private static async Task<TestStore> NewAsync(PostgresCluster? cluster, (string Key, string Value)[] more)
    {
        if (cluster is not null)
        {
            return new TestStore(await cluster.CreateDatabaseAsync(PrepareAsync), more);
        }

        var store = new TestStore(null, more);
        await File.WriteAllBytesAsync(store.DatabaseFile, await Embedded.Value);
        return store;
    }

    private static async Task<byte[]> EmbeddedAsync()
    {
        var first = new TestStore(null, []);
        await PrepareAsync(first);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(first.DatabaseFile);
        first.folder.Delete(recursive: true);
        return bytes;
    }

    private static Task PrepareAsync(string postgres) => PrepareAsync(new TestStore(postgres, []));

    private static async Task PrepareAsync(TestStore store)
    {
        await using var app = store.Build("web");
        await app.Services.PrepareAsync(CancellationToken.None);
    }

    private string DatabaseFile => Path.Combine(folder.FullName, "final-accounts.db");

    /// <summary>Where its process answers.</summary>
    public Uri Address => new(app!.Urls.Single());

    /// <summary>The arguments of another process with these roles.</summary>
    public string[] Arguments(string roles, params (string Key, string Value)[] more)
    {
        var all = new Dictionary<string, string>(settings) { ["FinalAccounts:Roles"] = roles };
        foreach (var (key, value) in more)
        {
            all["FinalAccounts:" + key] = value;
        }

        return [.. all.Select(setting => $"--{setting.Key}={setting.Value}")];
    }

    private WebApplication Build(string roles, Stage? held = null) => ServiceHost.Build(
        [.. Arguments(roles), "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"], Repository.Root, services =>
        {
            QuickPasswords.Add(services);
            if (held is { } stage)
            {
                services.AddSingleton<IStageProbe>(new HoldingProbe(stage));
            }
        });

    /// <summary>Another process over the same database, inside this one.</summary>
    /// <param name="held">Where its runs stay until they are stopped; null for none.</param>
    public async Task<WebApplication> StartAsync(string roles, Stage? held = null)
    {
        var started = Build(roles, held);
        await started.StartAsync();
        return started;
    }

    /// <summary>Does something with services of a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Asks the database.</summary>
    public Task<T> AskAsync<T>(Func<FinalAccountsDb, Task<T>> ask) => WithAsync(ask);

    /// <summary>Made-up units with accepted data: u001, u002 …, from the number <paramref name="first"/> on.</summary>
    public async Task<IReadOnlyList<Unit>> AddUnitsAsync(int count, int first = 1)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
        var artifacts = scope.ServiceProvider.GetRequiredService<Artifacts>();
        var units = new List<Unit>();
        for (var i = first; i < first + count; i++)
        {
            var accounts = MadeUnit.Create(Set.Value, new UnitOptions(i) { Items = 3, ThreePublic = false });
            var unit = new Unit { Code = $"u{i:000}", Name = accounts.UnitName, TemplateSet = "hubei-2023" };
            db.Imports.Add(new DataImport
            {
                Unit = unit, Year = Year, Number = 1, State = ImportState.Accepted, By = "test", At = DateTimeOffset.UtcNow,
                AccountsSha256 = await artifacts.PutAsync(UnitFiles.Json(accounts), CancellationToken.None),
            });
            units.Add(unit);
        }

        await db.SaveChangesAsync();
        return units;
    }

    /// <summary>A token of the bureau's systems with these scopes.</summary>
    public async Task<string> AddTokenAsync(string scopes, string name = "test")
    {
        var token = TokenAuthentication.Create();
        await AskAsync(async db =>
        {
            db.ApiTokens.Add(new ApiToken
            {
                Name = name, Sha256 = TokenAuthentication.Hash(token), Scopes = scopes, By = "test", At = DateTimeOffset.UtcNow, ExpiresAt = DateTimeOffset.UtcNow.AddDays(1), Grants = [new UnitGrant()],
            });
            return await db.SaveChangesAsync();
        });
        return token;
    }

    /// <summary>Every job of the queue is held locked, as by a process that died this long ago while it changed their states.</summary>
    public async Task LockJobsAsync(TimeSpan ago)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Postgres);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("SELECT jobid FROM hangfire.jobqueue", connection);
        var jobs = new List<long>();
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                jobs.Add(rows.GetInt64(0));
            }
        }

        Assert.NotEmpty(jobs);
        using (var queue = Services.GetRequiredService<Hangfire.JobStorage>().GetConnection())
        {
            // Never given back: the row stays, as it does when the process is killed.
            jobs.ForEach(job => queue.AcquireDistributedLock($"job:{job}:state-lock", TimeSpan.FromSeconds(5)));
        }

        await using var age = new Npgsql.NpgsqlCommand("UPDATE hangfire.lock SET acquired = acquired - @ago", connection);
        age.Parameters.AddWithValue("ago", ago);
        Assert.Equal(jobs.Count, await age.ExecuteNonQueryAsync());
    }

    /// <summary>Waits until a run is over, and gives it.</summary>
    public async Task<Run> OverAsync(Guid id, int seconds = 120)
    {
        Run? run = null;
        await Eventually.TrueAsync(
            async () => (run = await AskAsync(db => db.Runs.AsNoTracking().SingleAsync(run => run.Id == id))).State is RunState.Done or RunState.Failed or RunState.Cancelled,
            seconds, () => $"run is {run?.State} in {run?.Stage}, attempt {run?.Attempts}");
        return run!;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();

            // Hangfire has one log for the process, and it would be that of the host that is gone: whoever works on would fail at its first word.
            Hangfire.Logging.LogProvider.SetCurrentLogProvider(null);
        }

        // What a finished store still holds open counts against the one server that all tests share.
        Npgsql.NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
