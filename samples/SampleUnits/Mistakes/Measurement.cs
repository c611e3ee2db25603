using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>How many planted mistakes are found, kind by kind, and how many findings there are that no mistake explains.</summary>
/// <param name="Kinds">In the order of the kinds; those for which no unit had a place are left out.</param>
/// <param name="CleanErrors">Errors on units without a mistake, in words.</param>
/// <param name="CleanWarnings">Warnings on units without a mistake.</param>
public sealed record Measurement(IReadOnlyList<MeasuredKind> Kinds, int Units, IReadOnlyList<string> CleanErrors, IReadOnlyList<string> CleanWarnings)
{
    /// <summary>Planted mistakes that a finding names, of all.</summary>
    public decimal Recall => (decimal)Kinds.Sum(kind => kind.Found) / Kinds.Sum(kind => kind.Planted);

    /// <summary>Findings that name a planted mistake, of all that were not there before.</summary>
    public decimal Precision => (decimal)Kinds.Sum(kind => kind.True) / Kinds.Sum(kind => kind.True + kind.False);

    /// <summary>Plants every kind in every unit, some times each; equal seeds measure the same.</summary>
    /// <param name="units">Units whose cells have places: generated ones, or a published one with its own mistakes.</param>
    public static Measurement Run(CompiledSet set, IReadOnlyList<DepartmentAccounts> units, int seed, int times, CancellationToken cancellation)
    {
        var before = units.Select(unit => (
            Checks: Check(set, unit, false, cancellation).Select(Words).ToHashSet(),
            Document: Check(set, unit, true, cancellation))).ToList();
        var kinds = new List<MeasuredKind>();
        foreach (var (number, kind) in MistakeKind.All.Index())
        {
            var measured = new MeasuredKind(kind.Group, kind.Name);
            for (var unit = 0; unit < units.Count; unit++)
            {
                var known = kind.InDocument ? before[unit].Document.Select(Words).ToHashSet() : before[unit].Checks;
                for (var time = 0; time < times; time++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (kind.Plant(units[unit], unchecked((seed * 31) + (number * 1009) + (unit * 101) + time)) is { } planted)
                    {
                        measured = measured.With(planted.Places, Check(set, planted.Accounts, kind.InDocument, cancellation).Where(finding => !known.Contains(Words(finding))));
                    }
                }
            }

            if (measured.Planted > 0)
            {
                kinds.Add(measured);
            }
        }

        return new Measurement(
            kinds, units.Count,
            [.. before.SelectMany(one => one.Document.Where(finding => finding.Severity >= Severity.Error)).Select(Words)],
            [.. before.SelectMany(one => one.Document.Where(finding => finding.Severity == Severity.Warning)).Select(Words)]);
    }

    private static List<Finding> Check(CompiledSet set, DepartmentAccounts accounts, bool document, CancellationToken cancellation) =>
        (document ? Pipeline.Run(accounts, [], set, null, cancellation).Findings : Checker.Check(set, accounts, cancellation))
        .Where(finding => finding.Severity >= Severity.Warning).ToList();

    private static string Words(Finding finding) => $"{finding.Rule} {finding.Message}";
}

/// <summary>What was found of one kind.</summary>
/// <param name="True">New findings that name the mistake.</param>
/// <param name="False">New findings that do not.</param>
public sealed record MeasuredKind(string Group, string Name, int Planted = 0, int Found = 0, int True = 0, int False = 0)
{
    internal MeasuredKind With(IReadOnlyCollection<Place> planted, IEnumerable<Finding> findings)
    {
        var named = findings.ToLookup(finding => finding.Places.Any(planted.Contains));
        return this with
        {
            Planted = Planted + 1,
            Found = Found + (named[true].Any() ? 1 : 0),
            True = True + named[true].Count(),
            False = False + named[false].Count(),
        };
    }
}
