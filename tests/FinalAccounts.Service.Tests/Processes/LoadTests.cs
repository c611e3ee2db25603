using System.Diagnostics;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace FinalAccounts.Service.Tests.Processes;

[Collection(ProcessTests.Name)]
public sealed class LoadTests(PostgresCluster cluster, ITestOutputHelper output)
{
    [FullFact]
    public async Task ThreeHundredUnitsInOneBatchWithTwoWorkersAreAllDoneInFlatMemory()
    {
        const int units = 300;
        await using var store = await TestStore.CreateAsync(cluster, ("Formats", "docx,pdf,html,xlsx"), ("ClaimTime", "00:00:30"));
        await store.AddUnitsAsync(units);
        await using var one = await ServeProcess.StartAsync(store.Arguments("worker"));
        await using var two = await ServeProcess.StartAsync(store.Arguments("worker"));
        var id = Guid.CreateVersion7();
        var clock = Stopwatch.StartNew();
        await store.WithAsync<Batches, bool>(batches => batches.RequestAsync(id, TestStore.Year, "clerk", null, default));

        var memory = new List<double>();
        while (true)
        {
            var progress = (await store.WithAsync<Batches, BatchProgress?>(batches => batches.ProgressAsync(id, default)))!;
            memory.Add(one.Memory + two.Memory);
            if (progress.Left == 0)
            {
                break;
            }

            Assert.True(clock.Elapsed < TimeSpan.FromHours(2), $"{progress}");
            await Task.Delay(1000);
        }

        Assert.Equal(units, await store.AskAsync(db => db.Runs.CountAsync(run => run.State == RunState.Done)));
        Assert.Equal(units, await store.AskAsync(db => db.Editions.CountAsync()));
        var (middle, last) = (memory.Skip(memory.Count / 4).Take(memory.Count / 4).Max(), memory.Skip(memory.Count * 3 / 4).Max());
        output.WriteLine($"{units} units in {clock.Elapsed.TotalMinutes:0.0} min: {units / clock.Elapsed.TotalMinutes:0.0} units/min; both workers {middle:0} MB in the second quarter, {last:0} MB in the last");
        Assert.True(last < middle * 1.3, $"{middle:0} MB in the second quarter, {last:0} MB in the last");
    }
}
