using System.CommandLine;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Templates;
using Spectre.Console;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>facts new</c>: an empty 文字资料 workbook for an office to fill in.</summary>
internal static class FactsCommand
{
    private static readonly Option<string> Set = new("--set") { Description = "模板集（见 sets list）", DefaultValueFactory = _ => SetChoice.Standard };
    private static readonly Option<string> Output = new("--output") { Description = "写到这个文件", DefaultValueFactory = _ => "文字资料.xlsx" };
    private static readonly Option<bool> Force = new("--force") { Description = "文件已存在时覆盖" };

    public static Command Create()
    {
        var create = new Command("new", "生成空白的文字资料工作簿：带说明、下拉选项和数字格式") { Set, Output, Force };
        create.SetAction(New);
        return new Command("facts", "文字资料工作簿") { create };
    }

    private static int New(ParseResult parsed)
    {
        var console = Terminal.Create();
        if (SetLoader.Load(Workspace.Find(), parsed.GetValue(Set)!, console)?.Set is not { } set)
        {
            return ExitCode.BrokenInput;
        }

        var path = parsed.GetValue(Output)!;
        if (File.Exists(path) && !parsed.GetValue(Force))
        {
            throw new UsageException($"{path} 已经存在。换一个文件名，或加上 --force 覆盖。");
        }

        using (var stream = new MemoryStream())
        {
            WorkbookWriter.Write(FactsWorkbook.Build(set.Facts, $"{set.Name} 文字资料", Known(set), new DateTimeOffset(set.FiscalYear + 1, 1, 1, 0, 0, 0, TimeSpan.FromHours(8))), stream);
            File.WriteAllBytes(path, stream.ToArray());
        }

        console.MarkupLineInterpolated($"已写入 {path}：{set.Facts.Sheets.Count}张工作表，填好后与公开表一起用 generate 生成文档。");
        return ExitCode.Done;
    }

    // A form that asks for its template set knows it already.
    private static Facts? Known(TemplateSet set) => set.Facts.Sheet(StatedSet.Sheet)?.Field(StatedSet.SetField) is null
        ? null
        : new Facts(new Dictionary<string, FactSheet>
        {
            [StatedSet.Sheet] = new(StatedSet.Sheet, [new FactRecord(new Dictionary<string, FactValue>
            {
                [StatedSet.SetField] = new((Place?)null) { Text = set.Key },
            })]),
        });
}
