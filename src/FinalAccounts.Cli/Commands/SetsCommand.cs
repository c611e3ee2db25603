using System.CommandLine;
using FinalAccounts.Formulas;
using FinalAccounts.Linting;
using FinalAccounts.Samples;
using FinalAccounts.Templates;
using Spectre.Console;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>sets list|show|lint|theme|units|new|copy|export|import</c>: the template sets that there are, and what is wrong with them.</summary>
internal static class SetsCommand
{
    private static readonly Argument<string> Key = new("模板集") { Description = "模板集的文件夹名，如 hubei-2023" };

    public static Command Create()
    {
        var list = new Command("list", "列出模板集");
        list.SetAction(_ => List());
        var all = new Option<bool>("--all") { Description = "继承的语句、同义说法也逐条列出" };
        var show = new Command("show", "显示一个模板集的组成") { Key, all };
        show.SetAction(parsed => Show(parsed.GetValue(Key)!, parsed.GetValue(all)));
        var lint = new Command("lint", "检查一个模板集：结构、公式、模板") { Key };
        lint.SetAction(parsed => Lint(parsed.GetValue(Key)!));
        var styles = StylesOption.Create();
        var theme = new Command("theme", "打印一个模板集的版面文件 theme.yaml；给出 --styles 时按本单位的样式") { Key };
        theme.Add(styles);
        theme.SetAction(parsed => Theme(parsed.GetValue(Key)!, parsed.GetValue(styles)));
        var command = new Command("sets", "模板集") { list, show, lint, theme, SetUnitsCommand.Create(Key) };
        foreach (var files in SetFilesCommands.Create())
        {
            command.Add(files);
        }

        return command;
    }

    private static int List()
    {
        var console = Terminal.Create();
        var source = new FolderTemplateSource(Workspace.Find().Templates);
        var table = new Table().AddColumns("模板集", "名称", "年度", "地区", "状态").Border(TableBorder.Simple);
        foreach (var key in source.Sets)
        {
            var result = new TemplateSetReader(source).ReadCompiled(key);
            table.AddRow(
                Markup.Escape(key),
                Markup.Escape(result.Value?.Set.Name ?? "—"),
                result.Value?.Set.FiscalYear.ToString() ?? "—",
                Markup.Escape(result.Value?.Set.Region ?? "—"),
                result.Succeeded ? "可用" : "[red]有错误[/]");
        }

        console.Write(table);
        return ExitCode.Done;
    }

    private static int Theme(string key, string? styles)
    {
        if (SetLoader.Load(Workspace.Find(), key, Terminal.Create())?.Set is not { } set)
        {
            return ExitCode.BrokenInput;
        }

        Console.Out.Write(ThemeText.Of(StylesOption.Over(set.Theme, StylesOption.Load(styles))));
        return ExitCode.Done;
    }

    private static int Show(string key, bool all)
    {
        var console = Terminal.Create();
        if (SetLoader.Load(Workspace.Find(), key, console)?.Set is not { } set)
        {
            return ExitCode.BrokenInput;
        }

        console.MarkupLineInterpolated($"[bold]{set.Name}[/]（{set.Key}，{set.FiscalYear}年度，{set.Region}）");
        console.MarkupLineInterpolated($"上级模板集：{set.Parent ?? "无"}");
        console.MarkupLineInterpolated(
            $"决算表 {set.Tables.Count}，指标 {set.Metrics.Count}，核对规则 {set.Rules.Count}，模板 {set.Sections.Count}，通用名词 {set.Terms.General.Count}，科目 {set.Terms.Subjects.Count}");
        foreach (var part in set.Outline.Parts)
        {
            console.MarkupLineInterpolated($"[bold]{part.Title}[/]");
            foreach (var item in part.Items)
            {
                console.MarkupLineInterpolated($"  {item.Title ?? "（无标题）"}　[grey]{item.Section ?? item.Table ?? item.Annex}{(item.When is { } when ? $"，条件 {when}" : "")}[/]");
            }
        }

        ShowFiles(console, set);
        ShowChanges(console, set);
        ShowEntries(console, set, all);
        return ExitCode.Done;
    }

    // What a set changes of its parent, and what it takes from there.
    private static void ShowFiles(IAnsiConsole console, TemplateSet set)
    {
        if (set.Parent is null)
        {
            return;
        }

        var groups = new (string Title, IEnumerable<SetFile> Files)[]
        {
            ("覆盖上级的文件", set.Files.Where(file => file.Set == set.Key && file.Overrides is not null)),
            ("自己增加的文件", set.Files.Where(file => file.Set == set.Key && file.Overrides is null)),
            ("继承的文件", set.Files.Where(file => file.Set != set.Key)),
        };
        foreach (var (title, files) in groups.Select(group => (group.Title, Files: group.Files.ToList())))
        {
            console.MarkupLineInterpolated($"[bold]{title}[/]（{files.Count}）");
            foreach (var file in files)
            {
                console.MarkupLineInterpolated($"  {file.Path}　[grey]{file.Overrides ?? (file.Set == set.Key ? "" : file.Set)}[/]");
            }
        }
    }

    // Single entries, each with the file that says it.
    private static void ShowChanges(IAnsiConsole console, TemplateSet set)
    {
        foreach (var kind in set.Changes.GroupBy(change => change.Kind))
        {
            console.MarkupLineInterpolated($"[bold]{(kind.Key == "去掉" ? "从上级去掉的" : $"单独改的{kind.Key}")}[/]（{kind.Count()}）");
            foreach (var change in kind)
            {
                console.MarkupLineInterpolated($"  {change.Name}　[grey]{change.File}{(change.Over is null ? "（新增）" : $"，原在 {change.Over}")}[/]");
            }
        }
    }

    // Lists that all files make up together: each entry with the one that says it, the inherited ones where they are asked for.
    private static void ShowEntries(IAnsiConsole console, TemplateSet set, bool all)
    {
        foreach (var kind in set.Entries.GroupBy(entry => entry.Kind))
        {
            var shown = kind.Where(entry => all || set.Parent is null || entry.File.StartsWith(set.Key + "/", StringComparison.Ordinal)).ToList();
            var inherited = kind.Count() - shown.Count;
            console.MarkupLineInterpolated($"[bold]{kind.Key}[/]（{kind.Count()}）{(inherited > 0 ? $"，其中 {inherited} 条是继承的，用 --all 列出" : "")}");
            foreach (var entry in shown)
            {
                console.MarkupLineInterpolated($"  {entry.Name}　[grey]{entry.File}[/]");
            }
        }
    }

    private static int Lint(string key)
    {
        var console = Terminal.Create();
        var source = new FolderTemplateSource(Workspace.Find().Templates);
        if (!source.Sets.Contains(key))
        {
            throw new UsageException($"没有模板集 {key}。现有：{string.Join("、", source.Sets)}");
        }

        var result = new TemplateSetReader(source).ReadCompiled(key);
        IReadOnlyList<Finding> findings = result.Value is { } set ? [.. result.Findings, .. SetLint.Of(set)] : result.Findings;
        if (result.Value is { } sound && !findings.Any(finding => finding.Severity >= Severity.Error))
        {
            findings = [.. findings, .. SetTrial.Of(sound, CancellationToken.None)];
        }

        FindingsPrinter.Print(console, findings);
        return findings.Any(finding => finding.Severity >= Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }
}
