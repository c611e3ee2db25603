using System.CommandLine;

namespace FinalAccounts.Samples;

/// <summary>Writes folders of made-up units: workbooks as an office hands them in, and the canonical JSON.</summary>
internal static class UnitsCommand
{
    public static Command Create(Option<string> repository)
    {
        var count = new Option<int>("--count") { Description = "单位数", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "相同的种子得到相同的单位", DefaultValueFactory = _ => 1 };
        var scale = new Option<int>("--scale") { Description = "行数和项目数的倍数", DefaultValueFactory = _ => 1 };
        var set = new Option<string>("--set") { Description = "模板集", DefaultValueFactory = _ => "hubei-2023" };
        var output = new Option<string>("--output") { Description = "写到这个文件夹，一个单位一个子文件夹", DefaultValueFactory = _ => Path.Combine("output", "units") };
        var command = new Command("units", "生成虚构单位的工作簿和 JSON：各种单位，全部勾稽关系成立") { count, seed, scale, set, output };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Write(
                parsed.GetValue(repository)!, parsed.GetValue(set)!, parsed.GetValue(output)!,
                UnitVariety.Batch(parsed.GetValue(count), parsed.GetValue(seed)).Select(unit => unit with { Scale = parsed.GetValue(scale) }), cancellation),
            cancellation));
        return command;
    }

    private static int Write(string repository, string key, string output, IEnumerable<UnitOptions> units, CancellationToken cancellation)
    {
        var set = RepositorySet.Read(repository, key);
        foreach (var options in units)
        {
            cancellation.ThrowIfCancellationRequested();
            Console.WriteLine(UnitFiles.WriteFolder(output, set, options));
        }

        return 0;
    }
}
