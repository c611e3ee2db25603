using System.Collections.Concurrent;
using System.Diagnostics;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Upkeep;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace FinalAccounts.Service.Tests.Processes;

/// <summary>A thousand faults at random places: nothing lost, nothing doubled, nothing orphaned, every act in the audit log once.</summary>
[Collection(ProcessTests.Name)]
public sealed class FaultStormTests(PostgresCluster cluster, ITestOutputHelper output)
{
    private const int Lanes = 4;

    [FullFact]
    public Task AThousandFaultsLoseAndDoubleNothing() => StormAsync(int.Parse(Environment.GetEnvironmentVariable("FINALACCOUNTS_FAULTS") ?? "1000"));

    [Fact]
    public Task FaultsAtRandomPlacesLoseAndDoubleNothing() => StormAsync(12);

    private async Task StormAsync(int faults)
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("FINALACCOUNTS_SEED") ?? $"{Random.Shared.Next(1_000_000)}");
        output.WriteLine($"seed {seed} (FINALACCOUNTS_SEED)");
        Console.WriteLine($"fault storm: seed {seed}");
        await using var store = await TestStore.CreateAsync(cluster);
        var counts = new ConcurrentDictionary<string, int>();
        var (clock, next, hits) = (Stopwatch.StartNew(), 0, 0);
        // Hangfire keeps one logger for the whole process: a lane that went first would take the others' with it.
        var workers = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => StormLane.StartAsync(store, cluster, seed + lane, prints: lane == 0)));
        try
        {
            await Task.WhenAll(workers.Select(worker => Task.Run(() => UntilEnoughAsync(worker))));
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.DisposeAsync();
            }
        }

        var said = $"{hits} faults in {next} runs, {clock.Elapsed.TotalMinutes:0.0} min: {string.Join(", ", counts.OrderBy(count => count.Key).Select(count => $"{count.Value} {count.Key}"))}";
        output.WriteLine(said);
        Console.WriteLine(said);
        await AllIsThereOnceAsync(store, next);

        async Task UntilEnoughAsync(StormLane worker)
        {
            while (Volatile.Read(ref hits) < faults)
            {
                var number = Interlocked.Increment(ref next);
                var unit = (await store.AddUnitsAsync(1, number))[0];
                try
                {
                    if (await worker.FaultAsync(unit) is { } kind)
                    {
                        Interlocked.Increment(ref hits);
                        counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
                    }
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException($"seed {seed}, fault {number}: {exception.Message}", exception);
                }
            }
        }
    }

    private static async Task AllIsThereOnceAsync(TestStore store, int runs)
    {
        Assert.Equal(runs, await store.AskAsync(db => db.Runs.CountAsync()));
        Assert.Equal(runs, await store.AskAsync(db => db.Runs.CountAsync(run => run.State == RunState.Done && run.EditionId != null)));
        Assert.Equal(runs, await store.AskAsync(db => db.Editions.CountAsync()));
        Assert.Equal(runs, await store.AskAsync(db => db.Editions.Select(edition => edition.UnitId).Distinct().CountAsync()));
        Assert.Equal(runs, await store.AskAsync(db => db.Editions.CountAsync(edition => edition.State == EditionState.InReview && edition.Events.Count == 2 && edition.Files.Count == 2)));

        // No orphan: every artifact is named by a row.
        Assert.Equal(0, await store.AskAsync(db => db.Artifacts.CountAsync(artifact =>
            !db.Imports.Any(import => import.AccountsSha256 == artifact.Sha256)
            && !db.Editions.Any(edition => edition.AccountsSha256 == artifact.Sha256 || edition.TemplatesSha256 == artifact.Sha256 || edition.TextSha256 == artifact.Sha256 || edition.Files.Any(file => file.Sha256 == artifact.Sha256)))));

        foreach (var action in new[] { "run.requested", "edition.generated", "edition.submitted" })
        {
            var acts = await store.AskAsync(db => db.Audit.Where(entry => entry.Action == action).Select(entry => entry.Subject).ToListAsync());
            Assert.Equal((runs, runs), (acts.Count, acts.Distinct().Count()));
        }

        var report = await store.WithAsync<Verification, VerificationReport>(verification => verification.RunAsync(remake: false, null, default));
        Assert.Empty(report.Differences);
    }
}
