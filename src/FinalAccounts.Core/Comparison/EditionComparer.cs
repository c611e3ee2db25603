using FinalAccounts.Accounts;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Templates;

namespace FinalAccounts.Comparison;

/// <summary>An edition as it is kept: what it says and what it was made from.</summary>
/// <param name="Accounts">Canonical JSON, corrections applied.</param>
/// <param name="TemplateSet">The set's key in <paramref name="Templates"/>.</param>
/// <param name="Program">Name and version of the program that made it.</param>
public sealed record KeptEdition(Document Document, byte[] Accounts, KeptTemplates Templates, string TemplateSet, string Program);

/// <summary>What changed from one edition to another, and why.</summary>
/// <param name="Document">The differences of the text, each with its causes.</param>
/// <param name="Values">The cells and facts that differ.</param>
/// <param name="TemplateFiles">The template files that differ, by set/path.</param>
public sealed record EditionComparison(DocumentComparison Document, IReadOnlyList<ValueChange> Values, IReadOnlyList<string> TemplateFiles);

/// <summary>Compares two editions. Causes are found by making the document between them again: new data with the old templates tells data from template.</summary>
public static class EditionComparer
{
    /// <summary>The comparison with causes.</summary>
    /// <param name="corrections">What may explain a changed value.</param>
    /// <param name="program">Name and version of the program that is running.</param>
    public static EditionComparison Compare(
        KeptEdition before, KeptEdition after, IReadOnlyList<CorrectionNote> corrections, string program, CancellationToken cancellation)
    {
        var whole = DocumentComparer.Compare(before.Document, after.Document, cancellation);
        var files = ChangedFiles(before, after);
        var (oldSet, newSet) = (Compiled(before), Compiled(after));
        var old = oldSet is null ? null : Accounts(before.Accounts, oldSet, cancellation);
        var current = newSet is null ? null : Accounts(after.Accounts, newSet, cancellation);
        var values = old is null || current is null ? [] : AccountsDifference.Of(old, current, cancellation);

        var remake = new Remake(before, after, program, dataDiffers: !before.Accounts.AsSpan().SequenceEqual(after.Accounts), templatesDiffer: files.Count > 0);
        var steps = remake.Steps(old, current, oldSet, newSet, cancellation);
        var causes = new CauseFinder(whole, steps, [.. remake.Possible()], new ValueExplanations(values, corrections), files);
        var explained = whole with { Changes = [.. whole.Changes.Select(change => change with { Causes = causes.Of(change) })] };
        return new EditionComparison(explained, values, files);
    }

    private static List<string> ChangedFiles(KeptEdition before, KeptEdition after) =>
    [
        .. before.Templates.Files.Keys.Union(after.Templates.Files.Keys)
            .Where(path => before.Templates.Files.GetValueOrDefault(path) != after.Templates.Files.GetValueOrDefault(path))
            .Order(StringComparer.Ordinal),
    ];

    private static CompiledSet? Compiled(KeptEdition edition) => new TemplateSetReader(edition.Templates).ReadCompiled(edition.TemplateSet).Value;

    private static DepartmentAccounts? Accounts(byte[] json, CompiledSet set, CancellationToken cancellation) =>
        AccountsJson.Read(new ImportFile("accounts.json", json), set.Set, cancellation).Value;
}
