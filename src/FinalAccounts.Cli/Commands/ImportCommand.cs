using System.CommandLine;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using Spectre.Console;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>import</c>: workbooks to the canonical JSON.</summary>
internal static class ImportCommand
{
    private static readonly InputOptions Input = new();
    private static readonly Option<string> Output = new("--output") { Description = "写到这个文件", DefaultValueFactory = _ => "accounts.json" };

    public static Command Create()
    {
        var command = Input.Command("import", "读取工作簿，写出规范的 JSON（结构见 docs/schema/）", Output);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var console = Terminal.Create();
        if (Input.Load(parsed, console) is not var (request, set))
        {
            return ExitCode.BrokenInput;
        }

        var imported = Importer.Import(request, set.Set, CancellationToken.None);
        FindingsPrinter.Print(console, imported.Findings);
        if (imported.Value is not { } accounts)
        {
            return ExitCode.BrokenInput;
        }

        var path = parsed.GetValue(Output)!;
        File.WriteAllBytes(path, AccountsJson.Write(accounts));

        console.MarkupLineInterpolated(
            $"已写入 {path}（{accounts.UnitName}，{accounts.FiscalYear}年度，{accounts.Tables.Count}张表，{accounts.Facts.Sheets.Count}张文字资料）");
        return ExitCode.Done;
    }
}
