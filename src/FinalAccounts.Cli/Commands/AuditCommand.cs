using System.CommandLine;
using FinalAccounts.Accounts;
using FinalAccounts.Cli.Audit;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Reading;
using FinalAccounts.Service.Reviewing;
using FinalAccounts.Templates;
using Spectre.Console;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>audit</c>: reads published documents and holds them against rules, tables and form.</summary>
internal static class AuditCommand
{
    private static readonly Argument<string[]> Files = new("文件") { Description = "公开文档（docx、pdf、html、txt、md），或放着它们的文件夹；可以写几个", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Set = new("--set") { Description = "模板集（见 sets list）；不给时按文档的年度和各表选" };
    private static readonly Option<int?> Year = new("--year") { Description = "决算年度；不给时看封面和表的标题" };
    private static readonly Option<string?> Unit = new("--unit") { Description = "单位名称；不给时看各表和封面" };
    private static readonly Option<string?> Prior = new("--prior") { Description = "上年的规范 JSON（audit --to 或 import 写的）" };
    private static readonly Option<string?> Html = new("--html") { Description = "写成网页：左边是页，右边是问题。一份文档时是文件名，几份时是文件夹" };
    private static readonly Option<string?> Docx = new("--docx") { Description = "把问题作为批注写进 Word 文档（文件名；几份时是文件夹），其余一字不动" };
    private static readonly Option<string?> Xlsx = new("--xlsx") { Description = "写成 Excel：各份文档一览和全部问题，便于跟踪" };
    private static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出" };
    private static readonly Option<string?> To = new("--to") { Description = "把读到的各表和文字资料写成规范 JSON（只能一份文档），下一年可以作 --prior 和 facts new --last-year" };

    public static Command Create()
    {
        var command = new Command("audit", "审核已经公开的文档（别人做的也行）：核对各表、文字和形式") { Files, Set, Year, Unit, Prior, Html, Docx, Xlsx, Json, To };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var console = Terminal.Create();
        var paths = AuditedPaths.Of(parsed.GetValue(Files)!);
        if (paths.Count > 1 && (parsed.GetValue(To) is not null || parsed.GetValue(Unit) is not null || parsed.GetValue(Prior) is not null))
        {
            throw new UsageException("审核几份文档时不能用 --to、--unit、--prior：它们只说一个单位。");
        }

        var limits = ReadingLimits.FromEnvironment() with { Processes = Math.Min(paths.Count, Environment.ProcessorCount) };
        using var readers = new FileReaders(limits);
        var job = new AuditJob(new FolderTemplateSource(Workspace.Find().Templates), readers)
        {
            Set = parsed.GetValue(Set), Year = parsed.GetValue(Year), Unit = parsed.GetValue(Unit), Prior = PriorReader(parsed.GetValue(Prior)),
        };
        var reports = new AuditReports(parsed.GetValue(Html), parsed.GetValue(Docx), paths.Count);
        var audited = new AuditedFile[paths.Count];
        var done = 0;
        await Parallel.ForEachAsync(paths.Index(), new ParallelOptions { MaxDegreeOfParallelism = limits.Processes, CancellationToken = cancellation }, async (path, stop) =>
        {
            var file = await PublishedFile.AuditAsync(job, path.Item, stop);
            reports.Write(path.Index, file);
            audited[path.Index] = paths.Count == 1 ? file : file.WithoutDocument();
            if (paths.Count > 1)
            {
                await Console.Error.WriteLineAsync($"{Interlocked.Increment(ref done)}/{paths.Count} {path.Item}");
            }
        });

        Print(parsed, console, audited);
        reports.Finish(audited);
        return Array.TrueForAll(audited, file => file.Result is null) ? ExitCode.BrokenInput
            : Array.Exists(audited, file => file.Errors > 0) ? ExitCode.Findings
            : ExitCode.Done;
    }

    private static void Print(ParseResult parsed, IAnsiConsole console, AuditedFile[] audited)
    {
        if (parsed.GetValue(Json))
        {
            Console.Out.WriteLine(AuditJson.Write(audited));
        }
        else if (audited is [var only])
        {
            AuditPrinter.Print(console, only);
        }
        else
        {
            AuditPrinter.Index(console, audited);
        }

        if (parsed.GetValue(Xlsx) is { } xlsx)
        {
            File.WriteAllBytes(xlsx, WorkbookWriter.Bytes(AuditSheets.Build(audited)));
        }

        if (parsed.GetValue(To) is { } to && audited[0].Result is { } result)
        {
            File.WriteAllBytes(to, AccountsJson.Write(result.Recovered));
        }
    }

    private static Func<CompiledSet, int, DepartmentAccounts?> PriorReader(string? path)
    {
        if (path is null)
        {
            return (_, _) => null;
        }

        var file = File.Exists(path) ? new ImportFile(Path.GetFileName(path), File.ReadAllBytes(path)) : throw new UsageException($"没有这个文件：{path}");
        return (set, year) => AccountsJson.Read(file, set.Set, CancellationToken.None) is { Value: { } accounts }
            ? accounts.FiscalYear == year - 1 ? accounts : throw new UsageException($"{path} 是 {accounts.FiscalYear} 年度的，应为 {year - 1} 年度。")
            : throw new UsageException($"{path} 不是能读的规范 JSON，或不合模板集 {set.Set.Key}。");
    }
}
