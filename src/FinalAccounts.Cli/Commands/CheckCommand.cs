using System.CommandLine;
using FinalAccounts.Import;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>check</c>: all findings of a unit's data and text, without making files.</summary>
internal static class CheckCommand
{
    private static readonly InputOptions Input = new();
    private static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出" };

    public static Command Create()
    {
        var command = new Command("check", "核对数据和文字，列出错误、提醒和尾差");
        Input.AddTo(command);
        command.Add(Json);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var console = Terminal.Create();
        var request = Input.Read(parsed);
        var workspace = Workspace.Find();
        if (SetLoader.Load(workspace, Input.SetFor(parsed, request, workspace, CancellationToken.None), console) is not { } set)
        {
            return ExitCode.BrokenInput;
        }

        var imported = Importer.Import(request, set.Set, CancellationToken.None);
        var findings = imported.Value is { } accounts
            ? Pipeline.Run(accounts, imported.Findings, set, null, CancellationToken.None).Findings
            : imported.Findings;
        if (parsed.GetValue(Json))
        {
            Console.Out.WriteLine(FindingsJson.Write(findings, indented: true));
        }
        else
        {
            FindingsPrinter.Print(console, findings);
        }

        return imported.Value is null ? ExitCode.BrokenInput
            : findings.Any(finding => finding.Severity >= Severity.Error) ? ExitCode.Findings
            : ExitCode.Done;
    }
}
