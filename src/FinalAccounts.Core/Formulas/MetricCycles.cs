namespace FinalAccounts.Formulas;

/// <summary>Finds metrics that follow from themselves, and chains of metrics that are too long.</summary>
internal sealed class MetricCycles
{
    // Evaluation recurses along the chain.
    private const int MaxChain = 50;

    private readonly IReadOnlyList<CompiledMetric> metrics;
    private readonly Dictionary<string, int> positions;
    private readonly Dictionary<(int Metric, bool Prior), int> chains = [];
    private readonly List<(int Metric, bool Prior)> path = [];
    private readonly List<Finding> findings = [];

    private MetricCycles(IReadOnlyList<CompiledMetric> metrics, Dictionary<string, int> positions) =>
        (this.metrics, this.positions) = (metrics, positions);

    /// <summary>One finding for each circle, which it names, and for each chain that is too long.</summary>
    public static IReadOnlyList<Finding> Find(IReadOnlyList<CompiledMetric> metrics, Dictionary<string, int> positions)
    {
        var cycles = new MetricCycles(metrics, positions);
        for (var i = 0; i < metrics.Count; i++)
        {
            cycles.Chain((i, false));
            cycles.Chain((i, true));
        }

        return cycles.findings;
    }

    // The number of metrics below this one, itself included. Last year's value without a formula of its own is read
    // from last year's accounts and hangs on nothing here.
    private int Chain((int Metric, bool Prior) node)
    {
        if (chains.TryGetValue(node, out var known))
        {
            return known;
        }

        if (path.Count >= MaxChain)
        {
            Report("FML-05", node.Metric, $"指标“{Name(node)}”经过 {MaxChain} 个以上的指标才算得出，请写得短些");
            return chains[node] = 0;
        }

        var start = path.IndexOf(node);
        if (start >= 0)
        {
            Report("FML-04", node.Metric, $"指标循环引用：{string.Join(" → ", path.Skip(start).Append(node).Select(Name))}");
            return 1;
        }

        path.Add(node);
        var longest = 0;
        var formula = node.Prior ? metrics[node.Metric].Prior : metrics[node.Metric].Value;
        foreach (var (name, prior) in formula?.Root is { } root ? MetricReferences.Of(root) : [])
        {
            if (positions.TryGetValue(name, out var next))
            {
                longest = Math.Max(longest, Chain((next, prior)));
            }
        }

        path.RemoveAt(path.Count - 1);
        if (longest == MaxChain)
        {
            Report("FML-05", node.Metric, $"指标“{Name(node)}”经过 {MaxChain} 个以上的指标才算得出，请写得短些");
            longest = 0;
        }

        return chains[node] = longest + 1;
    }

    private string Name((int Metric, bool Prior) node)
    {
        var name = metrics[node.Metric].Definition.Name;
        return node.Prior ? $"上年({name})" : name;
    }

    private void Report(string rule, int metric, string message) =>
        findings.Add(new Finding(Severity.Fatal, rule, message, [metrics[metric].Definition.FormulaPlace]));
}
