using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Samples;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>Documents to print, by name: the two samples, made-up units of each set ("hubei-2023/2"), and the renderers' own sample.</summary>
internal static class ConformingDocuments
{
    public const string Wuhan = "whdh-2023";
    public const string Shanghai = "shanghai-made-up";
    public const string EveryBlock = "every block";

    private static readonly Dictionary<string, (Document Document, Theme Theme)> Made = [];

    public static (Document Document, Theme Theme) Read(string name)
    {
        lock (Made)
        {
            return Made.TryGetValue(name, out var made) ? made : Made[name] = Make(name);
        }
    }

    private static (Document Document, Theme Theme) Make(string name)
    {
        if (name == EveryBlock)
        {
            return (SampleDocument.Create(annexes: 2, draftNotice: "草稿，不得公开"), new Theme());
        }

        if (name is Wuhan or Shanghai)
        {
            return (ImportedSample.Of(name).Disclosure.Document!, ImportedSample.Of(name).Set.Set.Theme);
        }

        var (key, number) = name.Split('/') is [var before, var after] ? (before, int.Parse(after)) : throw new ArgumentException(name);
        var set = ShippedSets.Of(key);
        return (Pipeline.Run(Unit(set, number), [], set, null, CancellationToken.None).Document!, set.Set.Theme);
    }

    private static DepartmentAccounts Unit(CompiledSet set, int number) => SampleUnit.Create(set, UnitVariety.Batch(number + 1, 14).Last());
}
