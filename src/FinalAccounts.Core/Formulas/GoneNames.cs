using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>The tables, metrics and facts that a set has no longer, and which formulas name them.</summary>
internal sealed class GoneNames(RemovedNames removed) : IFormulaVisitor<string?>
{
    private readonly HashSet<string> metrics = [.. removed.Metrics];

    /// <summary>A metric that went with another.</summary>
    public void Add(string metric) => metrics.Add(metric);

    /// <summary>Whether a metric is gone.</summary>
    public bool IsGone(string metric) => metrics.Contains(metric);

    /// <summary>What the formula names that is gone; null for nothing, and for what is no formula.</summary>
    public string? In(string formula)
    {
        try
        {
            return FormulaParser.Parse(formula).Accept(this);
        }
        catch (FormulaSyntaxException)
        {
            return null;
        }
    }

    /// <summary>What a rule names that is gone: in its formula, its condition or what it repeats over.</summary>
    public string? InRule(RuleDefinition rule) =>
        (rule.Over is { } over ? Over(over) : null) ?? In(rule.Formula) ?? (rule.When is { } when ? In(when) : null);

    public string? Visit(NumberNode node) => null;

    public string? Visit(CellNode node) => removed.Tables.Contains(node.Table) ? node.Table : null;

    public string? Visit(FactNode node) => Fact(node.Sheet, node.Field) ?? node.Filters.Select(filter => Fact(node.Sheet, filter.Field)).FirstOrDefault(why => why is not null);

    public string? Visit(RecordNode node) => null;

    public string? Visit(MetricNode node) => Metric(node.Name);

    public string? Visit(PriorNode node) => Metric(node.Name);

    public string? Visit(SumNode node) => First(node.Parts.Select(part => part.Node));

    public string? Visit(NegationNode node) => node.Operand.Accept(this);

    public string? Visit(ProductNode node) => First([node.Left, node.Right]);

    public string? Visit(ComparisonNode node) => First([node.Left, node.Right]);

    public string? Visit(LogicNode node) => First([node.Left, node.Right]);

    public string? Visit(NotNode node) => node.Operand.Accept(this);

    public string? Visit(CallNode node) => First(node.Arguments);

    private string? Over(string over)
    {
        var name = over.Split('/', '／')[0].Trim();
        return removed.Tables.Contains(name) ? name : name.StartsWith("资料.", StringComparison.Ordinal) ? Fact(name["资料.".Length..], null) : null;
    }

    private string? Metric(string name) => metrics.Contains(name) ? $"指标“{name}”" : null;

    private string? Fact(string sheet, string? field) => removed.Sheets.Contains(sheet) ? $"资料.{sheet}"
        : field is not null && removed.Sheets.Contains($"{sheet}.{field}") ? $"资料.{sheet}.{field}" : null;

    private string? First(IEnumerable<FormulaNode> nodes) => nodes.Select(node => node.Accept(this)).FirstOrDefault(why => why is not null);
}
