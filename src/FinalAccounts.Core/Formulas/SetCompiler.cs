using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Compiles all formulas of a template set: metrics, charts, rules.</summary>
internal sealed class SetCompiler
{
    private readonly TemplateSet set;
    private readonly SetIndex index;
    private readonly FormulaCompiler compiler;

    private readonly List<Finding> notes = [];

    public SetCompiler(TemplateSet written)
    {
        set = SetPruning.Of(written, notes);
        index = new SetIndex(set);
        compiler = new FormulaCompiler(index, set.Metrics);
    }

    /// <summary>The compiled set; no value when a formula is wrong.</summary>
    public Result<CompiledSet> Compile()
    {
        var metrics = set.Metrics.Select(Metric).ToList();
        var cycles = MetricCycles.Find(metrics, index.Metrics);
        var charts = set.Charts.Select(Chart).ToList();
        var rules = set.Rules.Select(Rule).OfType<CompiledRule>().ToList();
        var conditions = OutlineConditions();
        var defaults = Defaults().ToList();
        var findings = compiler.Findings.Concat(cycles).ToList();
        return new Result<CompiledSet>(findings.Count == 0 ? new CompiledSet(set, index, metrics, charts, rules, conditions) { Notes = notes, Defaults = defaults } : null, findings);
    }

    private CompiledMetric Metric(MetricDefinition metric)
    {
        if (FormulaWords.IsReserved(metric.Name) || index.Tables.ContainsKey(metric.Name))
        {
            compiler.Report("FML-06", $"指标不能叫“{metric.Name}”，公式里它另有意思", metric.Place);
        }

        return new CompiledMetric(
            metric,
            compiler.Compile(metric.Formula, metric.FormulaPlace, FormulaScope.Plain, FormulaType.Number),
            metric.Prior is { } prior
                ? compiler.Compile(prior, metric.PriorPlace ?? metric.Place, FormulaScope.Plain, FormulaType.Number)
                : null);
    }

    private CompiledChart Chart(ChartDefinition chart)
    {
        var values = chart.Series
            .Select(series => (IReadOnlyList<CompiledFormula>)series.Formulas
                .Select((formula, i) => compiler.Compile(
                    formula, i < series.Places.Count ? series.Places[i] : chart.Place, FormulaScope.Plain, FormulaType.Number))
                .OfType<CompiledFormula>()
                .ToList())
            .ToList();
        return new CompiledChart(chart, values);
    }

    private Dictionary<string, CompiledFormula> OutlineConditions()
    {
        var conditions = new Dictionary<string, CompiledFormula>(StringComparer.Ordinal);
        foreach (var item in set.Outline.Items)
        {
            if (item.When is { } when && !conditions.ContainsKey(when)
                && compiler.Compile(when, item.WhenPlace!, FormulaScope.Plain, FormulaType.Truth) is { } condition)
            {
                conditions.Add(when, condition);
            }
        }

        return conditions;
    }

    private IEnumerable<CompiledDefault> Defaults() =>
        from sheet in set.Facts.Sheets
        from field in sheet.Fields
        where field.Default is not null
        let scope = FormulaScope.Plain with { RecordSheet = sheet.IsRecords ? sheet.Name : null }
        let formula = compiler.Compile(field.Default!, field.DefaultPlace!, scope, FormulaType.Number)
        where formula is not null
        select new CompiledDefault(sheet, field, formula);

    // Counts and rates do not add up as money does; a rule on them names its column.
    private static List<string> MoneyColumns(TableLayout layout) => [.. layout.ValueColumns.Where(column => layout.FormOf("", column)!.Kind == CellKind.Money)];

    private CompiledRule? Rule(RuleDefinition rule)
    {
        RuleRows? rows = null;
        if (rule.Over is { } over)
        {
            rows = RuleRows.Read(over, index, out var mistake);
            if (mistake is not null)
            {
                compiler.Report("FML-02", mistake, rule.OverPlace ?? rule.Place);
                return null;
            }
        }
        else if (rule.EachColumn)
        {
            compiler.Report("FML-02", "写了 eachColumn 的规则也要写 over", rule.Place);
            return null;
        }

        if (rule.EachColumn && rows!.Sheet is not null)
        {
            compiler.Report("FML-02", "eachColumn 只用于表，不用于资料", rule.Place);
            return null;
        }

        var columns = rule.EachColumn ? MoneyColumns(index.Tables[rows!.Table].Layout) : null;
        var scope = new FormulaScope(rows is { Sheet: null }, columns) { RecordSheet = rows?.Sheet };
        var when = rule.When is { } condition
            ? compiler.Compile(condition, rule.WhenPlace ?? rule.Place, scope, FormulaType.Truth)
            : null;
        var formula = compiler.Compile(rule.Formula, rule.FormulaPlace, scope, FormulaType.Truth);
        return formula is null ? null : new CompiledRule(rule, rows, columns, when, formula);
    }
}
