using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples;

/// <summary>A template set of this repository.</summary>
internal static class RepositorySet
{
    /// <summary>The set; a broken one ends the run with its findings.</summary>
    public static CompiledSet Read(string repository, string key)
    {
        var set = new TemplateSetReader(new FolderTemplateSource(Path.Combine(repository, "templates"))).ReadCompiled(key);
        return set.Value ?? throw new InvalidDataException(string.Join('\n', set.Findings.Select(
            finding => $"{finding.Rule} {finding.Message} {string.Join(' ', finding.Places)}")));
    }
}
