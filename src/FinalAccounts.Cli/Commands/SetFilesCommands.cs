using System.CommandLine;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;
using Spectre.Console;

namespace FinalAccounts.Cli.Commands;

/// <summary><c>sets new|copy|export|import</c>: whole template sets for another year, out as a ZIP, in from one. The workbench of the service reads and writes the same ZIP.</summary>
internal static class SetFilesCommands
{
    private static readonly Argument<string> Key = new("模板集") { Description = "模板集的文件夹名，如 hubei-2023" };

    public static IEnumerable<Command> Create()
    {
        var name = new Argument<string>("新模板集") { Description = "新的文件夹名，如 hubei-2024" };
        var year = new Option<int>("--year") { Description = "新模板集的年度", Required = true };
        var copy = new Command("copy", "复制一个模板集，用于另一年度") { Key, name, year };
        copy.SetAction(parsed => Copy(parsed.GetValue(Key)!, parsed.GetValue(name)!, parsed.GetValue(year)));

        var output = new Option<string?>("--output") { Description = "写到哪个文件；不写时是 <模板集>.zip" };
        var export = new Command("export", "把一个模板集自己的文件导出为 ZIP") { Key, output };
        export.SetAction(parsed => Export(parsed.GetValue(Key)!, parsed.GetValue(output)));

        var file = new Argument<string>("ZIP") { Description = "网页或 sets export 导出的文件" };
        var import = new Command("import", "从 ZIP 导入一个新的模板集到 templates/") { file };
        import.SetAction(parsed => Import(parsed.GetValue(file)!));
        return [NewSet(), copy, export, import];
    }

    private static Command NewSet()
    {
        var key = new Argument<string>("新模板集") { Description = "地区和年度，如 guizhou-2024" };
        var like = new Option<string>("--like") { Description = "照哪个模板集：没有写的都取它的", DefaultValueFactory = _ => "national-2024" };
        var region = new Option<string?>("--region") { Description = "地区的名称，如 贵州；不写时是文件夹名的前一半" };
        var command = new Command("new", "为一个省建新的模板集：上级是照的那个，只写与它不同的") { key, like, region };
        command.SetAction(parsed => New(parsed.GetValue(key)!, parsed.GetValue(like)!, parsed.GetValue(region)));
        return command;
    }

    private static int New(string key, string like, string? region)
    {
        var console = Terminal.Create();
        var templates = Workspace.Find().Templates;
        if (NewTemplateSet.Make(new FolderTemplateSource(templates), key, like, region) is var made && made.Value is not { } folder)
        {
            throw new UsageException(made.Findings[0].Message);
        }

        Write(templates, folder);
        console.MarkupLineInterpolated($"已建 templates/{key}，上级是 {like}。接着：");
        console.MarkupLineInterpolated($"  1. outline.yaml：按本省样张改各部分、各节的标题和次序；");
        console.MarkupLineInterpolated($"  2. set.yaml：remove 写去掉的表和节，options 写不同的写法；");
        console.MarkupLineInterpolated($"  3. tables/：表样不同的写 change，多的表另写一份（docs/新模板集.md 有例）；");
        console.MarkupLineInterpolated($"  4. ./run.sh sets lint {key} 检查；./run.sh sets units {key} 编几个虚构单位，用来预览。");
        return Checked(console, templates, key);
    }

    private static int Copy(string key, string name, int year)
    {
        var console = Terminal.Create();
        var templates = Workspace.Find().Templates;
        if (SetCopy.Make(new FolderTemplateSource(templates), key, name, year) is var copy && copy.Value is not { } made)
        {
            throw new UsageException(copy.Findings[0].Message);
        }

        Write(templates, made.Folder);
        console.MarkupLineInterpolated($"已复制到 templates/{name}。set.yaml 的年度和名称已改好；下面的行写有年份，请逐处看：");
        foreach (var line in made.Years)
        {
            console.MarkupLineInterpolated($"  {line.Places[0]}　[grey]{line.Message}[/]");
        }

        return Checked(console, templates, name);
    }

    private static int Export(string key, string? output)
    {
        var source = new FolderTemplateSource(Workspace.Find().Templates);
        if (!source.Sets.Contains(key))
        {
            throw new UsageException($"没有模板集 {key}。现有：{string.Join("、", source.Sets)}");
        }

        var path = output ?? $"{key}.zip";
        File.WriteAllBytes(path, SetArchive.Write(source, key));
        Terminal.Create().MarkupLineInterpolated($"已导出到 {path}");
        return ExitCode.Done;
    }

    private static int Import(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"没有文件 {path}。");
        }

        var console = Terminal.Create();
        var templates = Workspace.Find().Templates;
        var read = SetArchive.Read(Path.GetFileName(path), File.ReadAllBytes(path), CancellationToken.None);
        if (read.Value is not { } folder)
        {
            FindingsPrinter.Print(console, read.Findings);
            return ExitCode.BrokenInput;
        }

        if (Directory.Exists(Path.Combine(templates, folder.Key)))
        {
            throw new UsageException($"templates/{folder.Key} 已经有了，没有导入。请先移走，或在网页里导入（那里逐处比较、试排、审定）。");
        }

        Write(templates, folder);
        console.MarkupLineInterpolated($"已导入到 templates/{folder.Key}，{folder.Files.Count} 个文件。");
        return Checked(console, templates, folder.Key);
    }

    private static void Write(string templates, SetFolder folder)
    {
        foreach (var (path, text) in folder.Files)
        {
            var target = Path.Combine(templates, folder.Key, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }
    }

    private static int Checked(IAnsiConsole console, string templates, string key)
    {
        var result = new TemplateSetReader(new FolderTemplateSource(templates)).ReadCompiled(key);
        FindingsPrinter.Print(console, result.Findings);
        return result.Findings.Any(finding => finding.Severity >= Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }
}
