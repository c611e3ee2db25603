using System.CommandLine;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Cli;

/// <summary>The options that say what to read, shared by generate, check and import.</summary>
internal sealed class InputOptions
{
    private const string TablesName = "公开表";
    private const string FactsName = "文字资料";
    private const string PriorName = "上年公开表";

    private static readonly List<string> Extensions = [.. ImportFile.Extensions];

    private readonly Argument<string[]> folders;

    private readonly Option<string?> tables = new("--tables") { Description = "公开表工作簿（xlsx、xls、et、ods 等）" };
    private readonly Option<string?> facts = new("--facts") { Description = "文字资料工作簿（同上）" };
    private readonly Option<string?> prior = new("--prior") { Description = "上年公开表工作簿，或上年的规范 JSON（audit --to、import 写的）；不给时用文字资料中的上年数" };
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
            Description = $"放着 {TablesName}.xlsx 和 {FactsName}.xlsx（可另有 {PriorName}.xlsx）的文件夹，或一个 accounts.json{(several ? "；可以写几个" : "")}",
            Arity = ArgumentArity.ZeroOrMore,
        };
    }

    /// <summary>Adds them all to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(folders);
        foreach (var option in new Option[] { tables, facts, prior, set, unit, year })
        {
            command.Add(option);
        }
    }

    /// <summary>Whether the command line names anything to read.</summary>
    public bool IsGiven(ParseResult parsed) =>
        parsed.GetValue(folders) is { Length: > 0 } || new[] { tables, facts, prior }.Any(option => parsed.GetValue(option) is not null);

    /// <summary>Reads the files that the command line names.</summary>
    public ImportRequest Read(ParseResult parsed) => ReadAll(parsed)[0];

    /// <summary>Reads the files of every unit that the command line names.</summary>
    public IReadOnlyList<ImportRequest> ReadAll(ParseResult parsed)
    {
        var given = parsed.GetValue(folders) ?? [];
        if (given.Length > 1 && !several)
        {
            throw new UsageException("这个命令一次只读一个单位，请只写一个文件夹。");
        }

        if (given.Length > 1 && new[] { tables, facts, prior, unit }.Any(option => parsed.GetValue(option) is not null))
        {
            throw new UsageException("写几个文件夹时不能再用 --tables、--facts、--prior、--unit：它们只说一个单位。");
        }

        IReadOnlyList<ImportRequest> requests = given.Length == 0 ? [Read(parsed, null)] : [.. given.Select(folder => Read(parsed, folder))];
        return CommandReading.ReadAsync(requests).GetAwaiter().GetResult();
    }

    /// <summary>The template set for these data: as the command line says, else as they say themselves.</summary>
    public string SetFor(ParseResult parsed, ImportRequest request, Workspace workspace, CancellationToken cancellation) =>
        parsed.GetValue(set) ?? SetChoice.Of(StatedSet.Of(request, cancellation), new TemplateSetReader(new FolderTemplateSource(workspace.Templates)).Summaries());

    private ImportRequest Read(ParseResult parsed, string? folder)
    {
        var (tablesPath, factsPath, priorPath) = (parsed.GetValue(tables), parsed.GetValue(facts), parsed.GetValue(prior));
        string? json = null;
        if (folder is { } given)
        {
            if (Directory.Exists(given))
            {
                tablesPath ??= Find(given, TablesName) ?? throw new UsageException($"文件夹 {given} 中没有 {TablesName}.xlsx 或 {TablesName}.xls。");
                factsPath ??= Find(given, FactsName) ?? throw new UsageException($"文件夹 {given} 中没有 {FactsName}.xlsx。空白的可以这样得到：finalaccounts facts new");
                priorPath ??= Find(given, PriorName);
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

        if (json is null && (tablesPath is null || factsPath is null))
        {
            throw new UsageException("请给出资料所在的文件夹，或同时给出 --tables 和 --facts。");
        }

        return new ImportRequest
        {
            Tables = Load(tablesPath),
            Facts = Load(factsPath),
            PriorTables = IsJson(priorPath) ? null : Load(priorPath),
            PriorJson = IsJson(priorPath) ? Load(priorPath) : null,
            Json = Load(json),
            UnitName = parsed.GetValue(unit),
            FiscalYear = parsed.GetValue(year),
        };
    }

    private static bool IsJson(string? path) => path?.EndsWith(".json", StringComparison.OrdinalIgnoreCase) == true;

    // What a file really is shows its content; here all names count that people give a workbook, so that the refusal can say how to save it.
    private static string? Find(string folder, string name) =>
        Directory.EnumerateFiles(folder)
            .Where(path => Path.GetFileNameWithoutExtension(path) == name)
            .Select(path => (Path: path, Rank: Extensions.FindIndex(extension => extension.Equals(Path.GetExtension(path), StringComparison.OrdinalIgnoreCase))))
            .Where(found => found.Rank >= 0)
            .OrderBy(found => found.Rank).ThenBy(found => found.Path, StringComparer.Ordinal)
            .Select(found => found.Path).FirstOrDefault();

    /// <summary>A file that the command line names; null for none.</summary>
    public static ImportFile? Load(string? path)
    {
        if (path is null)
        {
            return null;
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"没有这个文件：{path}");
        }

        return new FileInfo(path).Length > ImportLimits.FileBytes
            ? throw new UsageException($"{path} 超过 {ImportLimits.FileBytes / 1024 / 1024} MB，不像公开表或文字资料。")
            : new ImportFile(Path.GetFileName(path), File.ReadAllBytes(path));
    }
}
