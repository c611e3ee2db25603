using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>A template set with its formulas parsed and checked once, to be evaluated for any number of units.</summary>
public sealed class CompiledSet
{
    private readonly Dictionary<string, CompiledChart> chartsByName;

    internal CompiledSet(
        TemplateSet set, SetIndex index, IReadOnlyList<CompiledMetric> metrics,
        IReadOnlyList<CompiledChart> charts, IReadOnlyList<CompiledRule> rules, IReadOnlyDictionary<string, CompiledFormula> conditions)
    {
        (Set, Index, Metrics, Charts, Rules, OutlineConditions) = (set, index, metrics, charts, rules, conditions);
        chartsByName = charts.DistinctBy(chart => chart.Definition.Name).ToDictionary(chart => chart.Definition.Name, StringComparer.Ordinal);
    }

    /// <summary>The set.</summary>
    public TemplateSet Set { get; }

    /// <summary>What went with the tables, metrics and facts that the set has taken away, and other notes for those who write sets.</summary>
    public IReadOnlyList<Finding> Notes { get; internal init; } = [];

    /// <summary>The charts in the order of the set.</summary>
    public IReadOnlyList<CompiledChart> Charts { get; }

    /// <summary>What formulas may name.</summary>
    internal SetIndex Index { get; }

    /// <summary>The metrics in the order of the set.</summary>
    internal IReadOnlyList<CompiledMetric> Metrics { get; }

    /// <summary>The rules in the order of the set.</summary>
    internal IReadOnlyList<CompiledRule> Rules { get; }

    /// <summary>What blank facts are calculated from, in the order of facts.yaml.</summary>
    internal IReadOnlyList<CompiledDefault> Defaults { get; init; } = [];

    /// <summary>The conditions of the outline's entries, by their text.</summary>
    internal IReadOnlyDictionary<string, CompiledFormula> OutlineConditions { get; }

    /// <summary>Parses and checks all formulas of the set; no value when one of them is wrong.</summary>
    public static Result<CompiledSet> Compile(TemplateSet set) => new SetCompiler(set).Compile();

    /// <summary>The chart with this name; null when the set has none.</summary>
    public CompiledChart? Chart(string name) => chartsByName.GetValueOrDefault(name);

    /// <summary>Parses and checks a formula that yields a number, outside the set's files.</summary>
    public Result<CompiledFormula> Parse(string text, Place place)
    {
        var compiler = new FormulaCompiler(Index, Set.Metrics);
        var formula = compiler.Compile(text, place, FormulaScope.Plain, FormulaType.Number);
        return new Result<CompiledFormula>(formula, compiler.Findings);
    }
}

/// <summary>A metric with its formulas.</summary>
internal sealed record CompiledMetric(MetricDefinition Definition, CompiledFormula? Value, CompiledFormula? Prior);

/// <summary>A field of the facts with the formula for a blank one.</summary>
internal sealed record CompiledDefault(FactSheetSchema Sheet, FactField Field, CompiledFormula Formula);

/// <summary>A chart with its formulas: one list per series, as long as the categories.</summary>
public sealed record CompiledChart(ChartDefinition Definition, IReadOnlyList<IReadOnlyList<CompiledFormula>> Values);

/// <summary>A rule with its formulas.</summary>
/// <param name="Over">The rows it repeats over; null: once.</param>
/// <param name="Columns">The columns it repeats over; null: once.</param>
internal sealed record CompiledRule(
    RuleDefinition Definition, RuleRows? Over, IReadOnlyList<string>? Columns, CompiledFormula? When, CompiledFormula Formula);
