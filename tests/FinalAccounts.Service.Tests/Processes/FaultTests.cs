using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Processes;

/// <summary>Real processes over a real PostgreSQL, and what happens when they die.</summary>
[Collection(ProcessTests.Name)]
public sealed class FaultTests(PostgresCluster cluster)
{
    [Fact]
    public Task WorkerKilledWhileStoringLeavesOneEditionMadeByAnother() => KilledAtAsync("xlsx", Stage.Store);

    [Fact]
    public Task WorkerKilledWhileNarratingLeavesOneEditionMadeByAnother() => KilledAtAsync("xlsx", Stage.Narrate);

    [FullFact]
    public async Task WorkerKilledAtAnyStageLeavesOneEditionMadeByAnother()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            await KilledAtAsync("docx,pdf,html,xlsx", stage);
        }
    }

    [FullFact]
    public async Task WorkersStoppedForLongerThanTheirClaimsAndLetGoMakeEveryEditionOnce()
    {
        const int units = 24;
        await using var store = await TestStore.CreateAsync(cluster, ("ClaimTime", "00:00:03"), ("MaxAttempts", "100"));
        await store.AddUnitsAsync(units);
        await using var one = await ServeProcess.StartAsync(store.Arguments("worker"));
        await using var two = await ServeProcess.StartAsync(store.Arguments("worker"));
        await store.WithAsync<Batches, bool>(batches => batches.RequestAsync(Guid.CreateVersion7(), TestStore.Year, "clerk", null, default));
        for (var i = 0; i < 8; i++)
        {
            var stopped = i % 2 == 0 ? one : two;
            await Task.Delay(Random.Shared.Next(500, 1500));
            await stopped.SignalAsync("STOP");
            await Task.Delay(TimeSpan.FromSeconds(6));
            await stopped.SignalAsync("CONT");
        }

        await AllOverAsync(store, 240);
        Assert.Equal(units, await store.AskAsync(db => db.Runs.CountAsync(run => run.State == RunState.Done)));
        Assert.Equal(units, await store.AskAsync(db => db.Editions.Select(edition => edition.UnitId).Distinct().CountAsync()));
        Assert.Equal((units, units), (await store.AskAsync(db => db.Editions.CountAsync()), await store.AskAsync(db => db.Audit.CountAsync(entry => entry.Action == "edition.generated"))));
        Assert.Empty((await store.WithAsync<Verification, VerificationReport>(verification => verification.RunAsync(remake: false, null, default))).Differences);
    }

    [FullFact]
    public async Task ProcessStoppedInTheMiddleOfARecordedTransactionKeepsTheTrailFromNobody()
    {
        await using var store = await TestStore.CreateAsync(cluster);
        await store.AskAsync(async db =>
        {
            await using var still = await db.BeginRecordedAsync(default);
            Assert.Single(await store.AddUnitsAsync(1));
            await store.AskAsync(other =>
            {
                other.Record(DateTimeOffset.UtcNow, "clerk", "unit.changed", "u001");
                return other.SaveChangesAsync();
            });
            await Assert.ThrowsAnyAsync<Exception>(() => still.CommitAsync());
            return 0;
        });
    }

    [Fact]
    public async Task TwoWorkersAndTheSameRequestFiftyTimesMakeOneEdition()
    {
        await using var store = await TestStore.CreateAsync(cluster, ("Parallel", "4"));
        var units = await store.AddUnitsAsync(5);
        await using var one = await ServeProcess.StartAsync(store.Arguments("worker"));
        await using var two = await ServeProcess.StartAsync(store.Arguments("worker"));

        // As runs of 10 batches: the same five units, ten times each, on both workers' queues of four.
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            store.WithAsync<Batches, bool>(batches => batches.RequestAsync(Guid.CreateVersion7(), TestStore.Year, "clerk", null, default))));
        await AllOverAsync(store, 240);

        Assert.Equal(50, await store.AskAsync(db => db.Runs.CountAsync(run => run.State == RunState.Done)));
        Assert.Equal(units.Select(unit => (unit.Id, 1)), await store.AskAsync(async db =>
            (await db.Editions.OrderBy(edition => edition.UnitId).ToListAsync()).Select(edition => (edition.UnitId, edition.Number)).ToList()));
        Assert.Equal(2, await store.AskAsync(db => db.Runs.Select(run => run.Worker).Distinct().CountAsync()));
    }

    [Fact]
    public async Task DatabaseStoppedAndStartedInTheMiddleOfABatchLosesNothing()
    {
        using var own = new PostgresCluster();
        await using var store = await TestStore.CreateAsync(own);
        await store.AddUnitsAsync(8);
        await using var worker = await ServeProcess.StartAsync(store.Arguments("worker"));
        await store.WithAsync<Batches, bool>(batches => batches.RequestAsync(Guid.CreateVersion7(), TestStore.Year, "clerk", null, default));
        await Eventually.TrueAsync(() => store.AskAsync(db => db.Runs.AnyAsync(run => run.State == RunState.Done)), 120, () => worker.Said);

        own.Stop();
        await Task.Delay(TimeSpan.FromSeconds(3));
        own.Start();
        Npgsql.NpgsqlConnection.ClearAllPools();

        // The queue tries again in growing steps: on a busy machine the database comes back late.
        await AllOverAsync(store, 240, () => worker.Said);
        Assert.Equal(8, await store.AskAsync(db => db.Runs.CountAsync(run => run.State == RunState.Done)));
        Assert.Equal(8, await store.AskAsync(db => db.Editions.CountAsync()));
    }

    [Fact]
    public async Task WhatAProcessThatIsGoneHeldLockedIsFreeAfterAMinute()
    {
        await using var store = await TestStore.CreateAsync(cluster);
        var id = Guid.CreateVersion7();
        var unit = (await store.AddUnitsAsync(1))[0];
        await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(id, unit, TestStore.Year, "clerk", default));
        await store.LockJobsAsync(TimeSpan.FromSeconds(61));

        await using var worker = await store.StartAsync("worker");
        Assert.Equal(RunState.Done, (await store.OverAsync(id, 30)).State);
        await worker.StopAsync();
    }

    [Fact]
    public async Task EmbeddedServiceKilledDuringABatchFinishesItAfterRestart()
    {
        await using var store = await TestStore.CreateAsync(null);
        await store.AddUnitsAsync(6);
        var token = await store.AddTokenAsync("read data");
        await using (var first = await ServeProcess.StartAsync(store.Arguments("web,worker").Append("--urls=http://127.0.0.1:0")))
        {
            using var client = ApiTests.Client(first.Address, token);
            var answer = await client.PostAsync("/api/v1/batches", ApiTests.Json(new { year = TestStore.Year }));
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            await Eventually.TrueAsync(() => store.AskAsync(db => db.Runs.AnyAsync(run => run.State == RunState.Done)), 120, () => first.Said);
            await first.KillAsync();
        }

        Assert.NotEqual(0, await store.AskAsync(db => db.Runs.CountAsync(run => run.State == RunState.Queued || run.State == RunState.Running)));
        await using var second = await ServeProcess.StartAsync(store.Arguments("web,worker").Append("--urls=http://127.0.0.1:0"));
        await AllOverAsync(store, 120);
        Assert.Equal(6, await store.AskAsync(db => db.Runs.CountAsync(run => run.State == RunState.Done)));
        Assert.Equal(6, await store.AskAsync(db => db.Editions.CountAsync()));
    }

    [Fact]
    public async Task StoppedWorkerHandsItsRunBackAtOnce()
    {
        await using var store = await TestStore.CreateAsync(cluster, ("ClaimTime", "00:10:00"));
        var id = Guid.CreateVersion7();
        var unit = (await store.AddUnitsAsync(1))[0];
        await using (var first = await store.StartAsync("worker", Stage.Assemble))
        {
            await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(id, unit, TestStore.Year, "clerk", default));
            await Eventually.TrueAsync(() => store.AskAsync(db => db.Runs.AnyAsync(run => run.Stage == Stage.Assemble)), 60, () => "not at work");
            await first.StopAsync();
        }

        await using var second = await store.StartAsync("worker");
        var run = await store.OverAsync(id);
        Assert.Equal((RunState.Done, 1), (run.State, run.Attempts));
        await second.StopAsync();
    }

    private async Task KilledAtAsync(string formats, Stage stage)
    {
        await using var store = await TestStore.CreateAsync(cluster, ("Formats", formats));
        var id = Guid.CreateVersion7();
        var unit = (await store.AddUnitsAsync(1))[0];
        await using (var first = await ServeProcess.StartHeldAsync(store.Arguments("worker"), stage))
        {
            await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(id, unit, TestStore.Year, "clerk", default));
            await Eventually.TrueAsync(() => store.AskAsync(db => db.Runs.AnyAsync(run => run.Stage == stage)), 120, () => first.Said);
            await first.KillAsync();
        }

        await using var second = await ServeProcess.StartAsync(store.Arguments("worker"));
        var run = await store.OverAsync(id, 240);
        Assert.True(run.State == RunState.Done, $"{stage}: {run.Failure}");
        Assert.Equal(2, run.Attempts);
        Assert.Equal(1, await store.AskAsync(db => db.Editions.CountAsync()));

        // No orphan: every artifact is named by a row.
        var (artifacts, named) = await store.AskAsync(async db => (
            await db.Artifacts.Select(artifact => artifact.Sha256).ToListAsync(),
            (await db.Editions.Include(edition => edition.Files).ToListAsync())
                .SelectMany(edition => edition.Files.Select(file => file.Sha256).Append(edition.AccountsSha256).Append(edition.TemplatesSha256).Append(edition.TextSha256)).ToHashSet()));
        Assert.Empty(artifacts.Except(named));
    }

    internal static async Task AllOverAsync(TestStore store, int seconds, Func<string>? said = null)
    {
        var counts = "";
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    counts = string.Join(", ", (await store.AskAsync(db => db.Runs.GroupBy(run => run.State).Select(runs => new { runs.Key, Count = runs.Count() }).ToListAsync())));
                    return !await store.AskAsync(db => db.Runs.AnyAsync(run => run.State == RunState.Queued || run.State == RunState.Running));
                }
                catch (Npgsql.NpgsqlException)
                {
                    return false;
                }
            },
            seconds, () => counts + said?.Invoke());
    }
}
