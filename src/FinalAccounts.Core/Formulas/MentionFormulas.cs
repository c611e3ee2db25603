using System.Runtime.CompilerServices;
using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>The formulas of mentions.yaml, parsed and checked.</summary>
/// <param name="Figures">Nouns with the figures that may stand beside them.</param>
/// <param name="Bases">What nouns of shares amount to, the metrics' own names among them.</param>
internal sealed record MentionFormulas(
    IReadOnlyList<(MentionFigure Figure, IReadOnlyList<CompiledFormula> Values)> Figures, IReadOnlyDictionary<string, CompiledFormula> Bases)
{
    private static readonly ConditionalWeakTable<CompiledSet, MentionFormulas> Compiled = [];

    /// <summary>Of a set that was found to be right: parsed once, however many units it checks.</summary>
    public static MentionFormulas Of(CompiledSet set) => Compiled.GetValue(set, one => Compile(one).Value!);

    /// <summary>Always a value: a formula with a mistake is left out, and the set cannot be used.</summary>
    public static Result<MentionFormulas> Compile(CompiledSet set)
    {
        var findings = new List<Finding>();
        var figures = set.Set.Mentions.Figures
            .Select(figure => (figure, (IReadOnlyList<CompiledFormula>)figure.Values.Select(value => Parse(value, figure.Place)).OfType<CompiledFormula>().ToList()))
            .ToList();
        var bases = new Dictionary<string, CompiledFormula>(StringComparer.Ordinal);
        foreach (var named in set.Set.Mentions.Bases)
        {
            if (Parse(named.Value, named.Place) is { } formula)
            {
                bases[named.Name] = formula;
            }
        }

        foreach (var metric in set.Set.Metrics.Where(metric => metric.Unit == FormulaUnits.Yuan && !bases.ContainsKey(metric.Name)))
        {
            bases.Add(metric.Name, Parse(metric.Name, metric.Place)!);
        }

        return new Result<MentionFormulas>(new MentionFormulas(figures, bases), findings);

        CompiledFormula? Parse(string text, Documents.Place place)
        {
            var parsed = set.Parse(text, place);
            findings.AddRange(parsed.Findings);
            return parsed.Value;
        }
    }
}
