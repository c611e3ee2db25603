using FinalAccounts.Service.Reviewing;
using Spectre.Console;

namespace FinalAccounts.Cli.Audit;

/// <summary>Prints what an audit found: of one document in full, of several one line each.</summary>
internal static class AuditPrinter
{
    /// <summary>One document: what was found, and what was not checked and why.</summary>
    public static void Print(IAnsiConsole console, AuditedFile file)
    {
        FindingsPrinter.Print(console, file.Findings);
        if (file.Result is not { } result)
        {
            return;
        }

        console.MarkupLineInterpolated(
            $"{result.Accounts.UnitName}，{result.Accounts.FiscalYear}年度，模板集 {result.Set.Set.Key}：读到 {result.TablesFound}/{result.Tables.Count} 张表；核对了 {result.RulesChecked} 条规则，{file.NotChecked} 条没有核对。");
        foreach (var part in result.NotChecked)
        {
            console.MarkupLineInterpolated($"[grey]没有核对（{part.Rules.Count}条）：{part.Reason}[/]");
        }

        var doubtful = file.Document.Document.Grids.Count(grid => grid.FromAlignment);
        if (doubtful > 0)
        {
            console.MarkupLineInterpolated($"[yellow]{doubtful} 张表没有表格线，按文字的对齐读出，请对照原文。[/]");
        }
    }

    /// <summary>All documents of a folder.</summary>
    public static void Index(IAnsiConsole console, IReadOnlyList<AuditedFile> files)
    {
        var table = new Table().Border(TableBorder.Horizontal).AddColumns("文件", "单位", "表", "错误", "提醒", "未核对", "秒");
        foreach (var column in Enumerable.Range(2, 5))
        {
            table.Columns[column].RightAligned();
        }

        foreach (var file in files)
        {
            table.AddRow(
                new Text(file.Name), new Text(file.Result?.Accounts.UnitName ?? "没有读到"), new Text(file.Result is { } result ? $"{result.TablesFound}/{result.Tables.Count}" : "—"),
                new Text($"{file.Errors}"), new Text($"{file.Count(Severity.Warning)}"), new Text($"{file.NotChecked}"), new Text($"{file.Time.TotalSeconds:0.0}"));
        }

        console.Write(table);
        foreach (var file in files.Where(file => file.Result is null))
        {
            console.MarkupLineInterpolated($"[red]没有审核[/]　{file.Path}：{string.Join(" ", file.Findings.Where(finding => finding.Severity == Severity.Fatal).Select(finding => finding.Message))}");
        }

        console.MarkupLineInterpolated($"共 {files.Count} 份，有错误的 {files.Count(file => file.Errors > 0)} 份，其中没有审核的 {files.Count(file => file.Result is null)} 份。");
    }
}
