using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FinalAccounts.Import;
using FinalAccounts.Origins;
using FinalAccounts.Rendering.Excel;
using Spectre.Console;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>origins</c>: every number of the document with the cells it came from, and the share that can be traced.</summary>
internal static class OriginsCommand
{
    private const int CellsShown = 3;
    private static readonly InputOptions Input = new();
    private static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出" };
    private static readonly Option<string?> Xlsx = new("--xlsx") { Description = "写成这个 Excel 文件" };

    private static readonly JsonSerializerOptions JsonFormat = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Command Create()
    {
        var command = Input.Command("origins", "列出文档里的每一个数来自哪些单元格，以及有来源的占多少", Json, Xlsx);
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
        if (imported.Value is not { } accounts
            || Pipeline.Run(accounts, imported.Findings, set, null, CancellationToken.None).Document is not { } document)
        {
            FindingsPrinter.Print(console, imported.Findings);
            return ExitCode.BrokenInput;
        }

        var report = OriginReport.Of(document);
        if (parsed.GetValue(Xlsx) is { } path)
        {
            File.WriteAllBytes(path, WorkbookWriter.Bytes(OriginWorkbook.Build(report, document)));
        }

        if (parsed.GetValue(Json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { figures = report.Entries.Count, known = report.Known, share = report.Share, entries = report.Entries.Select(Plain) }, JsonFormat));
        }
        else
        {
            Print(console, report, parsed.GetValue(Xlsx));
        }

        return report.Known == report.Entries.Count ? ExitCode.Done : ExitCode.Findings;
    }

    private static void Print(IAnsiConsole console, OriginReport report, string? workbook)
    {
        if (workbook is not null)
        {
            console.MarkupLineInterpolated($"已写入 {workbook}");
        }
        else
        {
            foreach (var section in report.Entries.GroupBy(entry => entry.Section))
            {
                var table = new Table().AddColumns("数", "来源", "单元格").Border(TableBorder.Simple).Title(Markup.Escape(section.Key));
                table.Columns[0].RightAligned();
                foreach (var entry in section)
                {
                    table.AddRow(Markup.Escape(entry.Text), entry.IsKnown ? Markup.Escape(Described(entry)) : "[red]没有来源[/]", Markup.Escape(Cells(entry)));
                }

                console.Write(table);
            }
        }

        foreach (var kind in report.Entries.GroupBy(entry => entry.Kind).OrderBy(group => group.Key))
        {
            console.MarkupLineInterpolated($"{Name(kind.Key)}：{kind.Count()}个，有来源的{kind.Count(entry => entry.IsKnown)}个");
        }

        console.MarkupLineInterpolated($"共{report.Entries.Count}个数，有来源的{report.Known}个，占{report.Share:0.00%}");
    }

    private static string Described(OriginEntry entry) => entry.Formula is null ? entry.Label : $"{entry.Label} ＝ {entry.Formula}";

    private static string Cells(OriginEntry entry) =>
        string.Join('、', entry.Cells.Take(CellsShown).Select(cell => cell.Place?.ToString() ?? cell.ToString()))
        + (entry.Cells.Count > CellsShown ? $"……共{entry.Cells.Count}个" : "");

    private static string Name(OriginKind kind) => kind switch
    {
        OriginKind.TableFigure => "公开表里的数",
        OriginKind.TextFigure => "文字、图和表单里的数",
        OriginKind.OfficeNumber => "资料文字里的数",
        _ => "直接写在模板里的数",
    };

    private static object Plain(OriginEntry entry) => new
    {
        section = entry.Section,
        text = entry.Text,
        context = entry.Context,
        known = entry.IsKnown,
        label = entry.Label,
        formula = entry.Formula,
        exact = entry.Exact,
        cells = entry.Cells.Select(cell => new { cell = cell.ToString(), value = cell.Value, place = cell.Place?.ToString() }),
    };
}
