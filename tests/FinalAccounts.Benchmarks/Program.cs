using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FinalAccounts.Benchmarks;

switch (args)
{
    case ["word", var rounds, var output]:
        WholeRuns.Word(int.Parse(rounds, CultureInfo.InvariantCulture), output);
        return;
    case ["fill", var rounds, var output]:
        WholeRuns.Fill(int.Parse(rounds, CultureInfo.InvariantCulture), output);
        return;
    case ["pdf", var rounds, var output]:
        await WholeRuns.Pdf(int.Parse(rounds, CultureInfo.InvariantCulture), output);
        return;
    case ["bare", var browser, var html, var rounds, var output]:
        await WholeRuns.Bare(browser, html, int.Parse(rounds, CultureInfo.InvariantCulture), output);
        return;
    case ["preview", var people, var seconds]:
        await PreviewLoad.Run(int.Parse(people, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture));
        return;
    case ["large", var rows]:
        await LargeTable.Measure(int.Parse(rows, CultureInfo.InvariantCulture));
        return;
    case ["scale", var units]:
        await BatchRuns.WithoutTypesetting(int.Parse(units, CultureInfo.InvariantCulture));
        return;
    case ["batch", var units, var report]:
        await BatchRuns.Measure(int.Parse(units, CultureInfo.InvariantCulture), report);
        return;
    default:
        // In this process: a generated project would have to restore packages of its own.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(2).WithIterationCount(6).WithLaunchCount(1);
        BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
        return;
}
