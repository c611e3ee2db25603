using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Samples.Mistakes;

namespace FinalAccounts.Samples;

/// <summary>Prints recall and precision of the checks on planted mistakes, in made-up units and in the published sample.</summary>
internal static class MeasureCommand
{
    public static Command Create(Option<string> repository)
    {
        var units = new Option<int>("--units") { Description = "虚构单位数", DefaultValueFactory = _ => 8 };
        var seed = new Option<int>("--seed") { Description = "相同的种子得到相同的差错", DefaultValueFactory = _ => 1 };
        var clean = new Option<int>("--clean") { Description = "只核对这么多没有差错的虚构单位（两套模板集各一遍）" };
        var documents = new Option<string?>("--documents") { Description = "在这一模板集的虚构单位的成文里放入差错：审核（只有文档）和核对（有数据）各找到多少" };
        var command = new Command("measure", "在虚构单位和样例里放入各种差错，量出查全率和查准率") { units, seed, clean, documents };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => parsed.GetValue(clean) is > 0 and var many
                ? RunClean(parsed.GetValue(repository)!, many, parsed.GetValue(seed), cancellation)
                : parsed.GetValue(documents) is { } set
                ? RunDocuments(parsed.GetValue(repository)!, set, parsed.GetValue(units), parsed.GetValue(seed), cancellation)
                : Run(parsed.GetValue(repository)!, parsed.GetValue(units), parsed.GetValue(seed), cancellation),
            cancellation));
        return command;
    }

    private static int RunClean(string repository, int count, int seed, CancellationToken cancellation)
    {
        foreach (var key in new[] { "hubei-2023", "shanghai-2024" })
        {
            var set = RepositorySet.Read(repository, key);
            var findings = UnitVariety.Batch(count, seed).AsParallel().AsOrdered()
                .SelectMany(options => Pipeline.Run(PlacedAccounts.Of(SampleUnit.Create(set, options), set.Set), [], set, null, cancellation).Findings.Select(finding => (options.Code, Finding: finding)))
                .Where(one => one.Finding.Severity >= Severity.Warning).ToList();
            Console.WriteLine($"{key}：{count} 个没有差错的虚构单位，错误 {findings.Count(one => one.Finding.Severity >= Severity.Error)}，提醒 {findings.Count(one => one.Finding.Severity == Severity.Warning)}");
            foreach (var (code, finding) in findings)
            {
                Console.WriteLine($"  {code} {finding.Rule} {finding.Message}");
            }
        }

        return 0;
    }

    private static int RunDocuments(string repository, string key, int count, int seed, CancellationToken cancellation)
    {
        var set = RepositorySet.Read(repository, key);
        var units = UnitVariety.Batch(count, seed).Select(options => PlacedAccounts.Of(SampleUnit.Create(set, options), set.Set)).ToList();
        foreach (var audit in new[] { true, false })
        {
            var misses = new List<string>();
            var kinds = DocumentMeasurement.Run(set, units, seed, audit, misses.Add, cancellation);
            foreach (var kind in kinds)
            {
                Console.WriteLine($"  {kind.Group,-6}{kind.Name}　找到 {kind.Found}/{kind.Planted}，结果 {kind.True}，其中无关 {kind.False}");
            }

            misses.Take(60).ToList().ForEach(Console.WriteLine);
            var (planted, found, right, wrong) = (kinds.Sum(kind => kind.Planted), kinds.Sum(kind => kind.Found), kinds.Sum(kind => kind.True), kinds.Sum(kind => kind.False));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key} {(audit ? "审核" : "核对")}：{count} 个虚构单位，{kinds.Count} 种，{planted} 处；查全率 {(decimal)found / planted:P1}，查准率 {(decimal)right / (right + wrong):P1}"));
        }

        return 0;
    }

    private static int Run(string repository, int count, int seed, CancellationToken cancellation)
    {
        var set = RepositorySet.Read(repository, "hubei-2023");
        var units = UnitVariety.Batch(count, seed).Select(options => PlacedAccounts.Of(SampleUnit.Create(set, options), set.Set)).ToList();
        Print($"{count} 个虚构单位（没有差错）", Measurement.Run(set, units, seed, 1, cancellation), details: true);
        Print("公布的样例 samples/whdh-2023（有自己的差错）", Measurement.Run(set, [Published(repository, set.Set)], seed, 2, cancellation), details: false);
        PrintTime(set, Published(repository, set.Set), cancellation);
        return 0;
    }

    // The shortest of many runs: what else the machine does is no part of it.
    private static void PrintTime(CompiledSet set, DepartmentAccounts accounts, CancellationToken cancellation)
    {
        double Shortest(Action run) => Enumerable.Range(0, 20).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            run();
            return watch.Elapsed.TotalMilliseconds;
        });
        var document = Pipeline.Run(accounts, [], set, null, cancellation).Document!;
        var rules = Shortest(() => Checker.Check(set, accounts, cancellation));
        var text = Shortest(() => DocumentCheck.Check(set, new MetricBook(set, accounts), document, [], cancellation));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"核对样例：规则 {rules:0.0} 毫秒，文字和形式 {text:0.0} 毫秒（热，20 次中最短）"));
    }

    private static DepartmentAccounts Published(string repository, Templates.TemplateSet set)
    {
        ImportFile Read(string name) => new(name, File.ReadAllBytes(Path.Combine(repository, "samples", "whdh-2023", name)));
        return Importer.Import(new ImportRequest { Tables = Read("公开表.xlsx"), Facts = Read("文字资料.xlsx") }, set, CancellationToken.None).Value!;
    }

    private static void Print(string title, Measurement measurement, bool details)
    {
        Console.WriteLine(title);
        foreach (var kind in measurement.Kinds.Where(kind => details || kind.Found < kind.Planted || kind.False > 0))
        {
            Console.WriteLine($"  {kind.Group,-6}{kind.Name}　找到 {kind.Found}/{kind.Planted}，结果 {kind.True}，其中无关 {kind.False}");
        }

        foreach (var words in measurement.CleanErrors.Concat(measurement.CleanWarnings).Take(details ? 20 : 0))
        {
            Console.WriteLine($"  {words}");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {measurement.Kinds.Count} 种差错，{measurement.Kinds.Sum(kind => kind.Planted)} 处；查全率 {measurement.Recall:P1}，查准率 {measurement.Precision:P1}；没有放入差错时：错误 {measurement.CleanErrors.Count}，提醒 {measurement.CleanWarnings.Count}"));
    }
}
