using System.CommandLine;
using FinalAccounts.Samples;
using Spectre.Console;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>sets units</c>: workbooks of made-up units, to see a new set printed before any office has sent its figures.</summary>
internal static class SetUnitsCommand
{
    private const int Most = 300;
    private const int Seed = 1;

    public static Command Create(Argument<string> key)
    {
        var count = new Option<int>("--count") { Description = "几个单位：行政、参公、事业单位轮着来", DefaultValueFactory = _ => 3 };
        var output = new Option<string?>("--output") { Description = "写到哪个文件夹，一个单位一个子文件夹；不写时是 output/虚构单位/<模板集>" };
        var command = new Command("units", "编几个虚构单位的工作簿，用来预览一个模板集：各种单位，全部勾稽关系成立") { key, count, output };
        command.SetAction((parsed, cancellation) => Task.Run(() => Write(parsed.GetValue(key)!, parsed.GetValue(count), parsed.GetValue(output), cancellation), cancellation));
        return command;
    }

    private static int Write(string key, int count, string? output, CancellationToken cancellation)
    {
        if (count is < 1 or > Most)
        {
            throw new UsageException($"--count 写 1 到 {Most}。");
        }

        var console = Terminal.Create();
        if (SetLoader.Load(Workspace.Find(), key, console) is not { } set)
        {
            return ExitCode.BrokenInput;
        }

        var folder = output ?? Path.Combine("output", "虚构单位", key);
        foreach (var options in UnitVariety.Batch(count, Seed))
        {
            cancellation.ThrowIfCancellationRequested();
            console.MarkupLineInterpolated($"{UnitFiles.WriteFolder(folder, set, options)}");
        }

        console.MarkupLineInterpolated($"预览：./run.sh generate {folder}/* --set {key} --formats html,pdf");
        return ExitCode.Done;
    }
}
