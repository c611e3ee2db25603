using System.CommandLine;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Templates;
using Spectre.Console;

namespace FinalAccounts.Cli;

/// <summary>The options that say what to read, shared by generate, check and import.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> folders;

    private readonly Option<string[]> tables = new("--tables") { Description = "公开表工作簿（xlsx、xls、et、ods 等）；每张表一个文件的（csv），写几个文件或它们的文件夹", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> facts = new("--facts") { Description = "文字资料工作簿（同上）", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> prior = new("--prior") { Description = "上年公开表工作簿（同上），或上年的规范 JSON（audit --to、import 写的）；不给时用文字资料中的上年数", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> unit = new("--unit") { Description = "单位名称：工作簿不是这个单位的就报错" };
    private readonly Option<int?> year = new("--year") { Description = "决算年度：工作簿不是这一年的就报错" };

    private readonly Option<string?> set = new("--set")
    {
        Description = "模板集（见 sets list）；不给时看文字资料的基本情况：“模板集”，没有填写的按“年度”",
    };

    private readonly bool several;

    /// <summary>For a command that reads one unit, or several.</summary>
    public InputOptions(bool several = false)
    {
        this.several = several;
        folders = new Argument<string[]>("文件夹")
        {
            Description = $"放着 {UnitFolder.TablesName}.xlsx 和 {UnitFolder.FactsName}.xlsx（可另有 {UnitFolder.PriorName}.xlsx）的文件夹，或一个 accounts.json{(several ? "；可以写几个" : "")}",
            Arity = ArgumentArity.ZeroOrMore,
        };
    }

    /// <summary>A command with them all, and those of its own.</summary>
    public Command Command(string name, string description, params Option[] own)
    {
        var command = new Command(name, description) { folders, tables, facts, prior, set, unit, year };
        foreach (var option in own)
        {
            command.Add(option);
        }

        return command;
    }

    /// <summary>Whether the command line names anything to read.</summary>
    public bool IsGiven(ParseResult parsed) =>
        parsed.GetValue(folders) is { Length: > 0 } || NamesFiles(parsed);

    /// <summary>Reads the files of every unit that the command line names.</summary>
    public IReadOnlyList<ImportRequest> ReadAll(ParseResult parsed)
    {
        var given = parsed.GetValue(folders) ?? [];
        if (given.Length > 1 && !several)
        {
            throw new UsageException("这个命令一次只读一个单位，请只写一个文件夹。");
        }

        if (given.Length > 1 && (NamesFiles(parsed) || parsed.GetValue(unit) is not null))
        {
            throw new UsageException("写几个文件夹时不能再用 --tables、--facts、--prior、--unit：它们只说一个单位。");
        }

        IReadOnlyList<ImportRequest> requests = given.Length == 0 ? [Read(parsed, null)] : [.. given.Select(folder => Read(parsed, folder))];
        return CommandReading.ReadAsync(requests).GetAwaiter().GetResult();
    }

    /// <summary>The template set for these data: as the command line says, else as they say themselves.</summary>
    public string SetFor(ParseResult parsed, ImportRequest request, Workspace workspace, CancellationToken cancellation) =>
        parsed.GetValue(set) ?? SetChoice.Of(StatedSet.Of(request, cancellation), new TemplateSetReader(new FolderTemplateSource(workspace.Templates)).Summaries());

    /// <summary>One unit's files and the set for them; null after the set's mistakes have been printed.</summary>
    public (ImportRequest Request, CompiledSet Set)? Load(ParseResult parsed, IAnsiConsole console)
    {
        var (request, workspace) = (ReadAll(parsed)[0], Workspace.Find());
        return SetLoader.Load(workspace, SetFor(parsed, request, workspace, CancellationToken.None), console) is { } set ? (request, set) : null;
    }

    private bool NamesFiles(ParseResult parsed) => new[] { tables, facts, prior }.Any(option => parsed.GetValue(option) is { Length: > 0 });

    private ImportRequest Read(ParseResult parsed, string? folder)
    {
        IReadOnlyList<string> Given(Option<string[]> option) => parsed.GetValue(option) ?? [];
        var (tablePaths, factPaths, priorPaths) = (Given(tables), Given(facts), Given(prior));
        string? json = null;
        if (folder is { } given)
        {
            if (Directory.Exists(given))
            {
                var data = new UnitFolder(given);
                tablePaths = Or(tablePaths, data.Tables, $"文件夹 {given} 中没有 {UnitFolder.TablesName}.xlsx 或 {UnitFolder.TablesName}.xls。");
                factPaths = Or(factPaths, data.Facts, $"文件夹 {given} 中没有 {UnitFolder.FactsName}.xlsx。空白的可以这样得到：finalaccounts facts new");
                priorPaths = priorPaths.Count > 0 ? priorPaths : data.Prior;
            }
            else if (IsJson(given))
            {
                json = given;
            }
            else
            {
                throw new UsageException($"{given} 既不是文件夹，也不是 .json 文件。");
            }
        }

        if (json is null && (tablePaths.Count == 0 || factPaths.Count == 0))
        {
            throw new UsageException("请给出资料所在的文件夹，或同时给出 --tables 和 --facts。");
        }

        var priorJson = priorPaths is [var only] && IsJson(only) ? only : null;
        return new ImportRequest
        {
            Tables = NamedFiles.Load(UnitFolder.TablesName, tablePaths),
            Facts = NamedFiles.Load(UnitFolder.FactsName, factPaths),
            PriorTables = priorJson is null ? NamedFiles.Load(UnitFolder.PriorName, priorPaths) : null,
            PriorJson = priorJson is null ? null : NamedFiles.Load(priorJson),
            Json = json is null ? null : NamedFiles.Load(json),
            UnitName = parsed.GetValue(unit),
            FiscalYear = parsed.GetValue(year),
        };
    }

    private static IReadOnlyList<string> Or(IReadOnlyList<string> given, IReadOnlyList<string> found, string problem) =>
        given.Count > 0 ? given : found.Count > 0 ? found : throw new UsageException(problem);

    private static bool IsJson(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
