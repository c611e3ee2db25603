using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

/// <summary>A set of the folder cases/ over the shipped sets, its files changed by the test.</summary>
internal sealed class SetOfCase(string name, string key) : ITemplateSource
{
    private readonly FolderTemplateSource shipped = ShippedSets.Source;
    private readonly Dictionary<string, string> files = Read(Repository.PathOf("tests", "FinalAccounts.Tests", "Templates", "cases", name, key));

    public IReadOnlyList<string> Sets => [.. shipped.Sets.Append(key).Order(StringComparer.Ordinal)];

    public string Key => key;

    /// <summary>The text of one of its files; null takes it away.</summary>
    public SetOfCase With(string path, string? text)
    {
        if (text is null)
        {
            files.Remove(path);
        }
        else
        {
            files[path] = text;
        }

        return this;
    }

    public SetOfCase Changed(string path, Func<string, string> change) => With(path, change(files[path]));

    public IReadOnlyList<string> List(string set) => set == key ? [.. files.Keys.Order(StringComparer.Ordinal)] : shipped.List(set);

    public string? Read(string set, string path) => set == key ? files.GetValueOrDefault(path) : shipped.Read(set, path);

    public Result<CompiledSet> Compile() => new TemplateSetReader(this).ReadCompiled(key);

    public CompiledSet Compiled()
    {
        var result = Compile();
        Assert.Equal([], result.Findings.Select(finding => $"{finding.Places[0]} {finding.Message}"));
        return result.Value!;
    }

    private static Dictionary<string, string> Read(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
}
