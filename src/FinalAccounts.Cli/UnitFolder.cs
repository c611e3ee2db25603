using FinalAccounts.Import;

namespace FinalAccounts.Cli;

/// <summary>The workbooks in a unit's folder, by their names; one that is kept as several files has a folder of its own, or is what lies beside the others as .csv.</summary>
internal sealed class UnitFolder(string folder)
{
    public const string TablesName = "公开表";
    public const string FactsName = "文字资料";
    public const string PriorName = "上年公开表";

    private static readonly List<string> Extensions = [.. ImportFile.Extensions];

    /// <summary>公开表: one workbook, or the files of its tables; empty for none.</summary>
    public IReadOnlyList<string> Tables => Find(TablesName) is { Count: > 0 } found ? found : Loose();

    /// <summary>文字资料.</summary>
    public IReadOnlyList<string> Facts => Find(FactsName);

    /// <summary>上年公开表.</summary>
    public IReadOnlyList<string> Prior => Find(PriorName);

    // What a file really is shows its content; here all names count that people give a workbook, so that the refusal can say how to save it.
    private List<string> Find(string name)
    {
        var file = Directory.EnumerateFiles(folder)
            .Where(path => Path.GetFileNameWithoutExtension(path) == name)
            .Select(path => (Path: path, Rank: Extensions.FindIndex(extension => extension.Equals(Path.GetExtension(path), StringComparison.OrdinalIgnoreCase))))
            .Where(found => found.Rank >= 0)
            .OrderBy(found => found.Rank).ThenBy(found => found.Path, StringComparer.Ordinal)
            .Select(found => found.Path).FirstOrDefault();
        return file is not null ? [file] : Directory.Exists(Path.Combine(folder, name)) ? NamedFiles.Of(Path.Combine(folder, name)) : [];
    }

    private List<string> Loose() =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(path => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) && Path.GetFileNameWithoutExtension(path) is not (FactsName or PriorName))
            .Order(StringComparer.Ordinal),
    ];
}
