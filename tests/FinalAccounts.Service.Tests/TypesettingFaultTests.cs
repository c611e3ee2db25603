using System.Diagnostics;
using FinalAccounts.Rendering.Typst.Worker;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests;

/// <summary>What becomes of a run when the worker that sets it does not do its part.</summary>
public sealed class TypesettingFaultTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task WorkerKilledWhileItSetsIsReplacedAndTheRunMadeOnce()
    {
        await using var store = await TestStore.CreateServingAsync(null, ("Formats", "pdf"), ("Node", Worker($"exec '{NodeFile.Find(null)}' \"$@\"")));
        var id = await RequestAsync(store);
        await Eventually.TrueAsync(() => Task.FromResult(Started.Count > 0), 60, () => "no worker");

        // Stopped first: whatever it was asked for by then is never answered.
        var first = Started[0];
        Signal(first, "STOP");
        await Eventually.TrueAsync(() => store.AskAsync(db => db.Runs.AnyAsync(run => run.Stage == Stage.Print)), 30, () => "not printing");
        Signal(first, "KILL");

        var run = await store.OverAsync(id, 240);
        Assert.True(run.State == RunState.Done, run.Failure);
        Assert.Equal((2, 2), (run.Attempts, Started.Count));
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
        await using var store = await TestStore.CreateServingAsync(null, ("Formats", "pdf"), ("RunTimeLimit", "00:00:10"), ("Node", Worker("exec sleep 600")));
        var run = await store.OverAsync(await RequestAsync(store));
        Assert.Equal((RunState.Failed, Stage.Print, 1), (run.State, run.Stage, run.Attempts));
        Assert.StartsWith("超过时限 10 秒", run.Failure);
        await Eventually.TrueAsync(() => Task.FromResult(!IsAlive(Assert.Single(Started))), 10, () => "the worker is still there");
    }

    public void Dispose() => folder.Delete(recursive: true);

    // The processes started as workers, in order.
    private List<int> Started => File.Exists(Log) ? [.. File.ReadAllLines(Log).Select(int.Parse)] : [];

    private string Log => Path.Combine(folder.FullName, "started");

    // A program in place of Node that tells its process.
    private string Worker(string command)
    {
        var file = Path.Combine(folder.FullName, "node");
        File.WriteAllText(file, $"#!/bin/sh\necho $$ >> '{Log}'\n{command}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }

    private static async Task<Guid> RequestAsync(TestStore store)
    {
        var id = Guid.CreateVersion7();
        var unit = (await store.AddUnitsAsync(1))[0];
        await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(id, unit, TestStore.Year, "clerk", default));
        return id;
    }

    private static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{process}"]);
        kill.WaitForExit();
    }

    // A process that nobody has waited for yet is dead all the same.
    private static bool IsAlive(int process)
    {
        var status = $"/proc/{process}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }
}
