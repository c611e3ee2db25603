namespace FinalAccounts.Formulas;

/// <summary>Collects the metrics that a formula names: their value, or last year's.</summary>
internal sealed class MetricReferences : IFormulaVisitor<bool>
{
    private readonly List<(string Name, bool Prior)> found = [];

    /// <summary>Each metric in the order of the formula.</summary>
    public static IReadOnlyList<(string Name, bool Prior)> Of(FormulaNode root)
    {
        var references = new MetricReferences();
        root.Accept(references);
        return references.found;
    }

    public bool Visit(NumberNode node) => true;

    public bool Visit(CellNode node) => true;

    public bool Visit(FactNode node) => true;

    public bool Visit(RecordNode node) => true;

    public bool Visit(MetricNode node) => Add(node.Name, prior: false);

    public bool Visit(PriorNode node) => Add(node.Name, prior: true);

    public bool Visit(SumNode node) => All(node.Parts.Select(part => part.Node));

    public bool Visit(NegationNode node) => node.Operand.Accept(this);

    public bool Visit(ProductNode node) => All([node.Left, node.Right]);

    public bool Visit(ComparisonNode node) => All([node.Left, node.Right]);

    public bool Visit(LogicNode node) => All([node.Left, node.Right]);

    public bool Visit(NotNode node) => node.Operand.Accept(this);

    public bool Visit(CallNode node) => All(node.Arguments);

    private bool All(IEnumerable<FormulaNode> nodes) => nodes.All(node => node.Accept(this));

    private bool Add(string name, bool prior)
    {
        found.Add((name, prior));
        return true;
    }
}
