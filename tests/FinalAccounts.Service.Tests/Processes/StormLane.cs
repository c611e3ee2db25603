using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FinalAccounts.Service.Tests.Processes;

/// <summary>One worker of the storm: a process's services over the common database, through a proxy that cuts, with a clock that jumps, held up at stages. What the queue and the sweep do by themselves is done here at once.</summary>
internal sealed class StormLane : IAsyncDisposable, IStageProbe
{
    // A connection that was cut shows when it is used: more than a pool holds.
    private const int MostTries = 60;

    // About as many messages go to the database in a run. A cut behind the last hits nothing, and does not count.
    private const int MostMessages = 45;

    private readonly TestStore store;
    private readonly CuttingProxy proxy;
    private readonly WebApplication app;
    private readonly JumpingClock clock = new();
    private readonly Random chance;
    private readonly string role;
    private readonly TracedTypesetter? typesetter;
    private Action<Stage>? onStage;
    private bool readOnly;
    private string? failure;
    private Guid current;
    private int hits;

    private StormLane(TestStore store, int port, string password, int seed, TracedTypesetter? typesetter)
    {
        (this.store, this.typesetter) = (store, typesetter);
        role = $"lane{seed}";
        chance = new Random(seed);
        proxy = new CuttingProxy(port);
        var through = new NpgsqlConnectionStringBuilder(store.Postgres) { Port = proxy.Port, Username = role, Password = password, Timeout = 5, CommandTimeout = 10 }.ConnectionString;
        app = ServiceHost.Build(
            [.. store.Arguments("web,worker", [("MaxAttempts", "1000"), .. typesetter is null ? [] : Printing(typesetter)]), "--ConnectionStrings:FinalAccounts=" + through, "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None", "--Logging:LogLevel:Hangfire=None"], Repository.Root,
            services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IStageProbe>(this));
    }

    /// <summary>A lane with a role of its own; one that prints makes PDF, and its typesetter dies and hangs.</summary>
    public static async Task<StormLane> StartAsync(TestStore store, PostgresCluster cluster, int seed, bool prints)
    {
        await DoAsync(store.Postgres!, $"CREATE ROLE lane{seed} SUPERUSER LOGIN PASSWORD '{cluster.Password}'");
        return new StormLane(store, cluster.Port, cluster.Password, seed, prints ? new TracedTypesetter() : null);
    }

    public void Entering(Stage stage, CancellationToken stop) => onStage?.Invoke(stage);

    /// <summary>One unit's run with one fault, from the request until its edition is there and in review.</summary>
    /// <returns>What the fault was; null when it came behind everything and hit nothing.</returns>
    public async Task<string?> FaultAsync(Unit unit)
    {
        var id = current = Guid.CreateVersion7();
        var kind = Choose();
        hits = 0;
        var cuts = proxy.Cuts;
        await ArmAsync(kind, "request", id);
        await UntilAsync(async () =>
        {
            await WithAsync<Runs>(runs => runs.RequestAsync(id, unit, TestStore.Year, "clerk", default));
            return true;
        });

        await ArmAsync(kind, "run", id);
        await UntilAsync(() => RunAsync(id));

        await ArmAsync(kind, "decide", id);
        var edition = await store.AskAsync(db => db.Runs.Where(run => run.Id == id).Select(run => run.EditionId!.Value).SingleAsync());
        await UntilAsync(async () =>
        {
            await WithAsync<EditionStates>(states => states.SubmitAsync(edition, "clerk", null, default));
            return await store.AskAsync(db => db.Editions.AnyAsync(other => other.Id == edition && other.State == EditionState.InReview));
        });
        Disarm();
        return hits + proxy.Cuts - cuts > 0 ? kind : null;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        proxy.Dispose();
        typesetter?.Dispose();
    }

    private static (string, string)[] Printing(TracedTypesetter typesetter) => [("Formats", "pdf"), ("Node", typesetter.Program), ("RunTimeLimit", "00:00:15")];

    private string Choose() => chance.Next(100) switch
    {
        < 30 when typesetter is not null => "typesetter killed at run",
        < 33 when typesetter is not null => "typesetter hung at run",
        < 15 => "cut at request",
        < 55 => "cut at run",
        < 65 => "cut at decide",
        < 75 => "claim lost at run",
        < 85 => "clock at run",
        < 93 => "no space at run",
        _ => "read-only at run",
    };

    private async Task ArmAsync(string kind, string now, Guid id)
    {
        Disarm();
        if (!kind.EndsWith(" at " + now, StringComparison.Ordinal))
        {
            return;
        }

        var at = (Stage)chance.Next(Enum.GetValues<Stage>().Length);
        switch (kind[..^(" at " + now).Length])
        {
            case "cut":
                proxy.CutAt(1 + chance.Next(now == "run" ? MostMessages : 15), arrives: chance.Next(2) == 0);
                break;
            case "claim lost":
                // As after SIGSTOP: the claim has run out, another has the run, and this one goes on not knowing.
                Once(at, () => store.AskAsync(db => db.Runs.Where(run => run.Id == id).ExecuteUpdateAsync(set => set
                    .SetProperty(run => run.State, RunState.Queued).SetProperty(run => run.Worker, (string?)null).SetProperty(run => run.ClaimedUntil, (DateTimeOffset?)null))).GetAwaiter().GetResult());
                break;
            case "clock":
                Once(at, () => clock.Offset = TimeSpan.FromMinutes(chance.Next(-3000, 3000)));
                break;
            case "typesetter killed":
                Once(Stage.Print, () => hits -= typesetter!.SignalLast("KILL") ? 0 : 1);
                break;
            case "typesetter hung":
                Once(Stage.Print, () => hits -= typesetter!.SignalLast("STOP") ? 0 : 1);
                break;
            case "no space":
                Once(at, () => throw new IOException("No space left on device"));
                break;
            case "read-only":
                await ReadOnlyAsync(true);
                hits++;
                break;
        }
    }

    private void Disarm()
    {
        proxy.Leave();
        onStage = null;
        clock.Offset = TimeSpan.Zero;
    }

    private void Once(Stage at, Action act) => onStage = stage =>
    {
        if (stage == at)
        {
            onStage = null;
            hits++;
            act();
        }
    };

    private async Task<bool> RunAsync(Guid id)
    {
        await WithAsync<GenerationJob>(job => job.RunAsync(id, "storm", default));
        var state = await StateAsync(id);
        if (state == RunState.Failed)
        {
            failure = await store.AskAsync(db => db.Runs.Where(run => run.Id == id).Select(run => run.Failure).SingleAsync());
            Disarm();
            await ReadOnlyAsync(false);
            await WithAsync<Runs>(runs => runs.RetryAsync(id, "clerk", default));
        }

        return state == RunState.Done;
    }

    // Whoever asked asks again, as the queue does; and the sweep looks, past the time of its claim.
    private async Task UntilAsync(Func<Task<bool>> act)
    {
        Exception? last = null;
        for (var i = 0; i < MostTries; i++)
        {
            try
            {
                if (i > 0)
                {
                    await LookAsync();
                }

                if (await act())
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                last = exception;
                await Task.Delay(50);
            }
        }

        Assert.Fail($"it does not end: {last}, {failure}");
    }

    private async Task LookAsync()
    {
        Disarm();
        await ReadOnlyAsync(false);
        var before = DateTimeOffset.UtcNow - TimeSpan.FromDays(5);
        // Its own only: the other lanes have theirs, and hold on to them.
        await store.AskAsync(db => db.Runs.Where(run => run.Id == current && run.State == RunState.Running).ExecuteUpdateAsync(set => set.SetProperty(run => run.ClaimedUntil, before)));
        await store.AskAsync(db => db.Runs.Where(run => run.Id == current && run.State == RunState.Queued).ExecuteUpdateAsync(set => set.SetProperty(run => run.RequestedAt, before)));
        await app.Services.GetRequiredService<Sweep>().LookAsync(default);
    }

    private Task<RunState> StateAsync(Guid id) => store.AskAsync(db => db.Runs.Where(run => run.Id == id).Select(run => run.State).SingleAsync());

    private async Task WithAsync<TService>(Func<TService, Task> use) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    // Of the lane's own role, for new connections; those that it has are cut.
    private async Task ReadOnlyAsync(bool on)
    {
        if (readOnly == on)
        {
            return;
        }

        await DoAsync(store.Postgres!, $"ALTER ROLE {role} SET default_transaction_read_only = {(on ? "on" : "off")}");
        readOnly = on;
        proxy.CutAll();
    }

    private static async Task DoAsync(string postgres, string command)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var does = new NpgsqlCommand(command, connection);
        await does.ExecuteNonQueryAsync();
    }

    private sealed class JumpingClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }
}
