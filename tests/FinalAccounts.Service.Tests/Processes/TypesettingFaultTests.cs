using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Processes;

/// <summary>What becomes of a run when the worker that sets it does not do its part.</summary>
[Collection(ProcessTests.Name)]
public sealed class TypesettingFaultTests : IDisposable
{
    private TracedTypesetter? typesetter;

    [Fact]
    public async Task WorkerKilledWhileItSetsIsReplacedAndTheRunMadeOnce()
    {
        await using var store = await TestStore.CreateServingAsync(null, ("Formats", "pdf"), ("Node", Traced()));
        var id = await RequestAsync(store);
        await Eventually.TrueAsync(() => Task.FromResult(typesetter!.Started.Count > 0), 60, () => "no worker");

        // Stopped first: whatever it was asked for by then is never answered.
        var first = typesetter!.Started[0];
        TracedTypesetter.Signal(first, "STOP");
        await Eventually.TrueAsync(() => store.AskAsync(db => db.Runs.AnyAsync(run => run.Stage == Stage.Print)), 30, () => "not printing");
        TracedTypesetter.Signal(first, "KILL");

        var run = await store.OverAsync(id, 240);
        Assert.True(run.State == RunState.Done, run.Failure);
        Assert.Equal((2, 2), (run.Attempts, typesetter.Started.Count));
        Assert.Equal(1, await store.AskAsync(db => db.Editions.CountAsync()));
    }

    [Fact]
    public async Task WorkerThatAlwaysDiesFailsTheRunWithAReason()
    {
        await using var store = await TestStore.CreateServingAsync(null, ("Formats", "pdf"), ("Node", "/bin/false"));
        var run = await store.OverAsync(await RequestAsync(store));
        Assert.Equal((RunState.Failed, Stage.Print, 3), (run.State, run.Stage, run.Attempts));
        Assert.Contains("排版程序", run.Failure);
    }

    [Fact]
    public async Task WorkerThatHangsIsEndedTogetherWithTheRunAtItsTimeLimit()
    {
        await using var store = await TestStore.CreateServingAsync(null, ("Formats", "pdf"), ("RunTimeLimit", "00:00:10"), ("Node", Traced("exec sleep 600")));
        var run = await store.OverAsync(await RequestAsync(store));
        Assert.Equal((RunState.Failed, Stage.Print, 1), (run.State, run.Stage, run.Attempts));
        Assert.StartsWith("超过时限 10 秒", run.Failure);
        await Eventually.TrueAsync(() => Task.FromResult(!IsAlive(Assert.Single(typesetter!.Started))), 10, () => "the worker is still there");
    }

    public void Dispose() => typesetter?.Dispose();

    private string Traced(string? instead = null) => (typesetter = new TracedTypesetter(instead)).Program;

    private static async Task<Guid> RequestAsync(TestStore store)
    {
        var id = Guid.CreateVersion7();
        var unit = (await store.AddUnitsAsync(1))[0];
        await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(id, unit, TestStore.Year, "clerk", default));
        return id;
    }

    // A process that nobody has waited for yet is dead all the same.
    private static bool IsAlive(int process)
    {
        var status = $"/proc/{process}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }
}
