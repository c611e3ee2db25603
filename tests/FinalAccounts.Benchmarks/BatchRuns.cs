using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using FinalAccounts.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;

// The processes, the database's service user and /proc are Debian's.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace FinalAccounts.Benchmarks;

/// <summary>A bureau's batch through the service on a PostgreSQL of its own, with one, two and four worker processes, from their start (cold) and once more (warm).</summary>
internal static class BatchRuns
{
    private const string Formats = "docx,pdf,html,xlsx";

    /// <summary>Measures, and writes the page of results.</summary>
    public static async Task Measure(int units, string report)
    {
        using var cluster = new PostgresCluster();
        var results = new List<BatchResult>();
        foreach (var workers in new[] { 1, 2, 4 })
        {
            results.AddRange(await MeasureAsync(cluster, units, workers));
        }

        await File.WriteAllTextAsync(report, Page("./bench.sh batch", units, results));
        Console.WriteLine($"written: {report}");
    }

    /// <summary>One batch of many units with two workers and nothing to typeset: what the service and the database take by themselves. Printed.</summary>
    public static async Task WithoutTypesetting(int units)
    {
        using var cluster = new PostgresCluster();
        var result = (await MeasureAsync(cluster, units, workers: 2, "xlsx", rounds: 1))[0];
        Console.WriteLine(Page("./bench.sh scale", units, [result]));
    }

    private static async Task<List<BatchResult>> MeasureAsync(PostgresCluster cluster, int units, int workers, string formats = Formats, int rounds = 2)
    {
        await using var store = await TestStore.CreateAsync(cluster, ("Formats", formats), ("SweepEvery", "00:00:10"), ("ClaimTime", "00:00:30"));
        var processes = new List<ServeProcess>();
        var results = new List<BatchResult>();
        try
        {
            foreach (var warm in new[] { false, true }.Take(rounds))
            {
                var size = await DatabaseSize(store);
                // Equal inputs never make two editions: the second round takes other units.
                await store.AskAsync(db => db.Units.ExecuteUpdateAsync(set => set.SetProperty(unit => unit.Active, false)));
                await store.AddUnitsAsync(units, first: warm ? units + 1 : 1);
                var before = await DatabaseTime(store);
                var clock = Stopwatch.StartNew();
                while (processes.Count < workers)
                {
                    processes.Add(await ServeProcess.StartAsync(store.Arguments("worker")));
                }

                results.Add(await RunAsync(store, cluster, processes, clock, before, new BatchResult(workers, warm) { Formats = formats }) with { DatabaseBytes = await DatabaseSize(store) - size });
                Console.WriteLine(results[^1]);
            }
        }
        finally
        {
            foreach (var process in processes)
            {
                await process.DisposeAsync();
            }
        }

        return results;
    }

    private static async Task<BatchResult> RunAsync(
        TestStore store, PostgresCluster cluster, List<ServeProcess> processes, Stopwatch clock, double before, BatchResult result)
    {
        var id = Guid.CreateVersion7();
        await store.WithAsync<Batches, bool>(batches => batches.RequestAsync(id, TestStore.Year, "bench", null, default));
        double own = 0, all = 0;
        var (workers, tree, server) = Processor(cluster, processes);
        while ((await store.WithAsync<Batches, BatchProgress?>(batches => batches.ProgressAsync(id, default)))!.Left > 0)
        {
            own = Math.Max(own, processes.Sum(process => ProcessMemory.Of(process.Id)));
            all = Math.Max(all, processes.Sum(process => ProcessMemory.OfTree(process.Id)));
            await Task.Delay(500);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        var after = Processor(cluster, processes);
        var runs = await store.AskAsync(db => db.Runs.Where(run => run.BatchId == id).AsNoTracking().ToListAsync());
        if (runs.Find(run => run.State != RunState.Done) is { } bad)
        {
            throw new InvalidDataException($"{bad.State}: {bad.Failure}");
        }

        var editions = runs.ConvertAll(run => run.EditionId);
        var pages = await store.AskAsync(db => db.Editions.Where(edition => editions.Contains(edition.Id)).SelectMany(edition => edition.Files).SumAsync(file => file.Pages ?? 0));
        return result with
        {
            Units = runs.Count,
            Pages = pages,
            Seconds = seconds,
            OwnMemory = own,
            AllMemory = all,
            WorkerProcessor = after.Workers - workers,
            TypesetterProcessor = after.Tree - tree - (after.Workers - workers),
            DatabaseProcessor = after.Database - server,
            DatabaseSeconds = (await DatabaseTime(store) - before) / 1000,
            Stages = Medians(runs),
        };
    }

    private static (double Workers, double Tree, double Database) Processor(PostgresCluster cluster, List<ServeProcess> processes) => (
        processes.Sum(process => ProcessTree.Seconds(process.Id)),
        processes.Sum(process => ProcessTree.SecondsOfTree(process.Id)),
        ProcessTree.SecondsOfTree(cluster.ProcessId));

    // Milliseconds that the server's sessions of this database were at work.
    private static async Task<double> DatabaseTime(TestStore store)
    {
        // A session hands in its figures about once a second when it is idle.
        await Task.Delay(1500);
        await using var connection = new NpgsqlConnection(store.Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT active_time FROM pg_stat_database WHERE datname = current_database()", connection);
        return (double)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<long> DatabaseSize(TestStore store)
    {
        await using var connection = new NpgsqlConnection(store.Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static Dictionary<string, double> Medians(IEnumerable<Run> runs) => runs
        .SelectMany(run => JsonSerializer.Deserialize<Dictionary<string, long>>(run.Timings!)!)
        .GroupBy(stage => stage.Key, stage => stage.Value)
        .ToDictionary(stage => stage.Key, stage => (double)stage.Order().ElementAt(stage.Count() / 2));

    private static string Page(string command, int units, List<BatchResult> results)
    {
        var page = new StringBuilder();
        page.AppendLine("# A bureau's batch").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"Written by `{command}` on {DateTime.Now:yyyy-MM-dd}. {units} made-up units of {results[0].Pages / results[0].Units} pages each, {results[0].Formats}, through the service on PostgreSQL (fsync off), {Environment.ProcessorCount} cores for workers, typesetters and database together; load average at the end {File.ReadAllText("/proc/loadavg").Split(' ')[0]}. Cold counts from the start of the worker processes; warm is a second batch of as many other units. Memory is proportional set size at its highest; database time is what PostgreSQL's sessions were active.").AppendLine();
        page.AppendLine("| workers | | units/min | pages/s | seconds | memory of the workers, MB | with their typesetters, MB | database, s | database grows by a unit, KB |");
        page.AppendLine("|--:|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var result in results)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {result.Workers} | {(result.Warm ? "warm" : "cold")} | {result.Units * 60 / result.Seconds:0.0} | {result.Pages / result.Seconds:0} | {result.Seconds:0} | {result.OwnMemory:0} | {result.AllMemory:0} | {result.DatabaseSeconds:0.0} | {result.DatabaseBytes / 1024.0 / result.Units:0} |");
        }

        var stages = results[0].Stages.Keys.ToList();
        page.AppendLine().AppendLine("Milliseconds of processor time that a unit costs, by part (cold: with the start of the processes' work, without their start itself):").AppendLine();
        page.AppendLine("| workers | | worker | typesetter | database | together |");
        page.AppendLine("|--:|---|--:|--:|--:|--:|");
        foreach (var result in results)
        {
            double[] parts = [result.WorkerProcessor, result.TypesetterProcessor, result.DatabaseProcessor];
            page.AppendLine(CultureInfo.InvariantCulture, $"| {result.Workers} | {(result.Warm ? "warm" : "cold")} | {string.Join(" | ", parts.Append(parts.Sum()).Select(part => (part * 1000 / result.Units).ToString("0", CultureInfo.InvariantCulture)))} |");
        }

        page.AppendLine().AppendLine("Median milliseconds of a unit in each stage:").AppendLine();
        page.AppendLine($"| workers | | {string.Join(" | ", stages)} |");
        page.AppendLine($"|--:|---|{string.Concat(stages.Select(_ => "--:|"))}");
        foreach (var result in results)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {result.Workers} | {(result.Warm ? "warm" : "cold")} | {string.Join(" | ", stages.Select(stage => result.Stages.GetValueOrDefault(stage)))} |");
        }

        return page.ToString();
    }
}

/// <summary>What one batch took.</summary>
internal sealed record BatchResult(int Workers, bool Warm)
{
    public string Formats { get; init; } = "";

    public int Units { get; init; }

    public int Pages { get; init; }

    public double Seconds { get; init; }

    public double OwnMemory { get; init; }

    public double AllMemory { get; init; }

    public double WorkerProcessor { get; init; }

    public double TypesetterProcessor { get; init; }

    public double DatabaseProcessor { get; init; }

    public double DatabaseSeconds { get; init; }

    public long DatabaseBytes { get; init; }

    public IReadOnlyDictionary<string, double> Stages { get; init; } = new Dictionary<string, double>();
}
