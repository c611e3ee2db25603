using System.CommandLine;
using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Prefill;
using FinalAccounts.Rendering.Excel;
using Spectre.Console;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>facts new</c>: a 文字资料 workbook for an office to fill in, empty or with what the tables and last year say already.</summary>
internal static class FactsCommand
{
    private static readonly Option<string> Set = new("--set") { Description = "模板集（见 sets list）", DefaultValueFactory = _ => SetChoice.Standard };
    private static readonly Option<string> Output = new("--output") { Description = "写到这个文件", DefaultValueFactory = _ => "文字资料.xlsx" };
    private static readonly Option<bool> Force = new("--force") { Description = "文件已存在时覆盖" };
    private static readonly Option<string[]> From = new("--from") { Description = "本年的公开表：科目、“三公”经费、原因说明的事项先填好", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Last = new("--last-year") { Description = "上年的文字资料（xlsx）、规范 JSON，或已经公开的文档（docx、pdf、html）：职责、机构、名词、项目沿用，上年数先填好" };

    public static Command Create()
    {
        var create = new Command("new", "生成文字资料工作簿：带说明、下拉选项和数字格式，已知的先填好") { Set, From, Last, Output, Force };
        create.SetAction(NewAsync);
        return new Command("facts", "文字资料工作簿") { create };
    }

    private static async Task<int> NewAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var console = Terminal.Create();
        if (SetLoader.Load(Workspace.Find(), parsed.GetValue(Set)!, console) is not { } set)
        {
            return ExitCode.BrokenInput;
        }

        var path = parsed.GetValue(Output)!;
        if (File.Exists(path) && !parsed.GetValue(Force))
        {
            throw new UsageException($"{path} 已经存在。换一个文件名，或加上 --force 覆盖。");
        }

        var lastYear = parsed.GetValue(Last) is { } before ? await LastYearFile.ReadAsync(before, console, cancellation) : new ImportRequest();
        if (lastYear is null)
        {
            return ExitCode.BrokenInput;
        }

        var tables = NamedFiles.Load(UnitFolder.TablesName, parsed.GetValue(From) ?? []);
        var given = (await CommandReading.ReadAsync([lastYear with { Tables = tables }]))[0];
        var known = new KnownData(set, console, cancellation);
        if (!known.TryLastYear(given, out var last) || known.Tables(given.Tables, last) is not { } accounts)
        {
            return ExitCode.BrokenInput;
        }

        var facts = FactsPrefill.Build(set, accounts, last, cancellation);
        var form = FactsWorkbook.Build(
            set.Set.Facts, $"{set.Set.Name} 文字资料", facts, new DateTimeOffset(set.Set.FiscalYear + 1, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)), new FactNames(set.Set, accounts));
        await File.WriteAllBytesAsync(path, WorkbookWriter.Bytes(form, cancellation), cancellation);

        console.MarkupLineInterpolated($"已写入 {path}：{set.Set.Facts.Sheets.Count}张工作表，填好后与公开表一起用 generate 生成文档。");
        if (facts.Sheets.Values.Where(sheet => sheet.CarriedOver).Select(sheet => sheet.Name).ToList() is { Count: > 0 } carried)
        {
            console.MarkupLineInterpolated($"沿用上年、要逐条核对的：{string.Join("、", carried)}。看过后把表右上角的“沿用上年，未核对”改为“已核对”。");
        }

        return ExitCode.Done;
    }

    /// <summary>What the command line names, read; findings that refuse it are printed.</summary>
    private sealed class KnownData(CompiledSet set, IAnsiConsole console, CancellationToken cancellation)
    {
        public DepartmentAccounts? Tables(ImportFile? file, LastYear? last)
        {
            if (file is null)
            {
                return new DepartmentAccounts("", set.Set.FiscalYear, new Dictionary<string, AccountsTable>(), Facts.Empty);
            }

            // Tables of some provinces name no unit: then it is last year's, or typed into the form.
            var request = new ImportRequest { Tables = file };
            var result = Importer.Import(request, set.Set, cancellation);
            return Read(result is { Succeeded: false } && result.Findings.Where(finding => finding.Severity == Severity.Fatal).All(finding => finding.Rule == "IMP-16")
                ? Importer.Import(request with { UnitName = last?.Facts.Field(KnownFacts.Basics, KnownFacts.PublicName)?.Text ?? "" }, set.Set, cancellation)
                : result);
        }

        public bool TryLastYear(ImportRequest given, out LastYear? last)
        {
            last = null;
            if (given.Json is { } json)
            {
                var accounts = Read(Importer.Import(new ImportRequest { Json = json, FiscalYear = set.Set.FiscalYear - 1 }, set.Set, cancellation));
                last = accounts is null ? null : new LastYear(accounts.Facts, accounts);
            }
            else if (given.Facts is { } workbook)
            {
                var facts = Read(FactsWorkbook.Read(workbook, set.Set.Facts, cancellation));
                last = facts is null ? null : new LastYear(facts, null);
            }
            else
            {
                return true;
            }

            return last is not null;
        }

        private T? Read<T>(Result<T> result) where T : class
        {
            if (!result.Succeeded)
            {
                FindingsPrinter.Print(console, result.Findings);
            }

            return result.Value;
        }
    }
}
