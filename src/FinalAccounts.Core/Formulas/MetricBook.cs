using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>The metrics of one unit's accounts: each is evaluated when it is first asked for, and once. Not for several threads at a time.</summary>
public sealed class MetricBook
{
    // Last year's accounts may have their own last year; no text asks for more than this.
    private const int MaxYears = 3;

    private readonly CompiledSet set;
    private readonly int years;
    private readonly Dictionary<string, FormulaValue> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormulaValue> priors = new(StringComparer.Ordinal);
    private readonly Lazy<MetricBook?> lastYear;
    private readonly Lazy<PriorFigures> priorFigures;

    /// <summary>The metrics of the set for these accounts.</summary>
    public MetricBook(CompiledSet set, DepartmentAccounts accounts)
        : this(set, accounts, "", 1)
    {
    }

    private MetricBook(CompiledSet set, DepartmentAccounts accounts, string year, int years)
    {
        (this.set, Accounts, Year, this.years) = (set, accounts, year, years);
        Cells = new CellReader(set.Index, accounts.Tables, year);
        Records = new RecordIndex(accounts.Facts);
        lastYear = new Lazy<MetricBook?>(LastYear);
        priorFigures = new Lazy<PriorFigures>(() => new PriorFigures(accounts.Facts, year));
    }

    /// <summary>The accounts.</summary>
    public DepartmentAccounts Accounts { get; }

    /// <summary>上年 before tables' names of last year's accounts; else empty.</summary>
    internal string Year { get; }

    /// <summary>What formulas may name.</summary>
    internal SetIndex Index => set.Index;

    /// <summary>The tables' cells.</summary>
    internal CellReader Cells { get; }

    /// <summary>The facts' records.</summary>
    internal RecordIndex Records { get; }

    /// <summary>All metrics in the order of the set.</summary>
    public IReadOnlyList<MetricValue> Metrics => set.Set.Metrics.Select(metric => Metric(metric.Name)!).ToList();

    /// <summary>The metric with this name; null when the set has none.</summary>
    public MetricValue? Metric(string name)
    {
        if (!Index.Metrics.TryGetValue(name, out var position))
        {
            return null;
        }

        var metric = set.Metrics[position];
        var value = ValueOf(name);
        var prior = PriorOf(name);
        return new MetricValue(
            name, metric.Definition.Unit, value.Number, prior.Number,
            Origin(name, metric.Value!, value),
            prior.Number is null ? null : new Origin($"上年{name}", metric.Prior?.Text ?? Formula(metric.Value!), prior.Number, prior.Cells),
            metric.Definition.Meaning)
        {
            Problem = value.Problem ?? prior.Problem,
        };
    }

    /// <summary>Evaluates a formula of the set's charts, or one parsed with <see cref="CompiledSet.Parse"/>.</summary>
    public FormulaValue Evaluate(CompiledFormula formula) => Evaluate(formula, null);

    /// <summary>The value with its origin, for a figure: the label is for people.</summary>
    public static Origin Origin(string label, CompiledFormula formula, FormulaValue value) =>
        new(label, Formula(formula), value.Number, value.Cells);

    /// <summary>Evaluates a formula of a rule at its row.</summary>
    internal FormulaValue Evaluate(CompiledFormula formula, RowContext? at) => Evaluate(formula.Root, at);

    /// <summary>Evaluates a part of a rule's formula at its row.</summary>
    internal FormulaValue Evaluate(FormulaNode node, RowContext? at) => FormulaEvaluator.Evaluate(node, this, at);

    /// <summary>This year's value of a metric that the set has.</summary>
    internal FormulaValue ValueOf(string name)
    {
        if (!values.TryGetValue(name, out var value))
        {
            values[name] = value = Evaluate(set.Metrics[Index.Metrics[name]].Value!, null);
        }

        return value;
    }

    /// <summary>Last year's value of a metric that the set has: its own formula for it, last year's accounts, 上年数; else blank.</summary>
    internal FormulaValue PriorOf(string name)
    {
        if (!priors.TryGetValue(name, out var value))
        {
            priors[name] = value = Prior(set.Metrics[Index.Metrics[name]]);
        }

        return value;
    }

    private FormulaValue Prior(CompiledMetric metric)
    {
        if (metric.Prior is { } formula)
        {
            return Evaluate(formula, null);
        }

        // What last year's accounts lack (a table, the facts) may still stand in 上年数.
        if (lastYear.Value?.ValueOf(metric.Definition.Name) is { Number: not null } known)
        {
            return known;
        }

        return metric.Definition.Unit == FormulaUnits.Yuan
            ? priorFigures.Value.Find(metric.Definition.Name)
            : FormulaValue.Blank;
    }

    private MetricBook? LastYear() =>
        Accounts.Prior is { } prior && years < MaxYears ? new MetricBook(set, prior, "上年" + Year, years + 1) : null;

    // A cell taken as it is has no formula.
    private static string? Formula(CompiledFormula formula) => formula.Root is CellNode or FactNode ? null : formula.Text;
}
