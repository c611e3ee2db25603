using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Processes;

/// <summary>A disk without room, and a database that takes nothing.</summary>
[Collection(ProcessTests.Name)]
public sealed class DiskFaultTests
{
    [Fact]
    public async Task FullDiskIsToldAndRunsAreMadeWhenThereIsRoomAgain()
    {
        await using var store = await TestStore.CreateAsync(null);
        await store.AddUnitsAsync(6);
        await store.AskAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var id = Guid.CreateVersion7();
        await store.WithAsync<Batches, bool>(batches => batches.RequestAsync(id, TestStore.Year, "clerk", null, default));

        // No file of the process may grow far beyond what the database has: as good as a full disk, and needs no right to mount one.
        var limit = (new FileInfo(Path.Combine(store.Data, "final-accounts.db")).Length / 1024) + 256;
        await using (var cramped = ServeProcess.Launch(
            store.Arguments("web,worker").Append("--urls=http://127.0.0.1:0"), $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {limit}"))
        {
            // The disk is full either in the middle of a run, which then fails with its reason, or before one could be taken.
            await Eventually.TrueAsync(
                () => Task.FromResult(cramped.Said.Contains("数据库不能写入", StringComparison.Ordinal) || cramped.Said.Contains("The sweep failed", StringComparison.Ordinal)),
                120, () => cramped.Said);
            using var client = ApiTests.Client(cramped.Address, null);
            Assert.Equal("Healthy", await client.GetStringAsync("/healthz"));
            await cramped.KillAsync();
        }

        await using var roomy = await ServeProcess.StartAsync(store.Arguments("web,worker").Append("--urls=http://127.0.0.1:0"));
        await FaultTests.AllOverAsync(store, 120);
        foreach (var failed in await store.AskAsync(db => db.Runs.Where(run => run.State == RunState.Failed).ToListAsync()))
        {
            Assert.StartsWith("数据库不能写入", failed.Failure);
            await store.AskAsync(db => db.Runs.Where(run => run.Id == failed.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Queued).SetProperty(run => run.EnqueuedAt, (DateTimeOffset?)null)));
        }

        await FaultTests.AllOverAsync(store, 120);
        Assert.Equal(6, await store.AskAsync(db => db.Editions.CountAsync()));
    }

    [Fact]
    public async Task ProcessThatCannotWriteSaysThatItIsNotReady()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        using var client = ApiTests.Client(store.Address, null);
        Task<bool> IsReadyAsync(bool ready) => Task.Run(async () => (await client.GetAsync("/readyz")).IsSuccessStatusCode == ready);
        await Eventually.TrueAsync(() => IsReadyAsync(true), 60, () => "never ready");

        // An abandoned run, which the sweep must write to; and a table that takes nothing, as on a full disk.
        await store.AskAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER full BEFORE UPDATE ON Runs BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"));
        var unit = (await store.AddUnitsAsync(1))[0];
        await store.AskAsync(db =>
        {
            var past = DateTimeOffset.UtcNow.AddHours(-1);
            db.Runs.Add(new Run { Id = Guid.CreateVersion7(), UnitId = unit.Id, Year = TestStore.Year, By = "clerk", State = RunState.Running, RequestedAt = past, ClaimedUntil = past });
            return db.SaveChangesAsync();
        });
        await Eventually.TrueAsync(() => IsReadyAsync(false), 60, () => "still ready");

        await store.AskAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER full"));
        await Eventually.TrueAsync(() => IsReadyAsync(true), 60, () => "still not ready");
        await FaultTests.AllOverAsync(store, 120);
        Assert.Equal(1, await store.AskAsync(db => db.Editions.CountAsync()));
    }
}
