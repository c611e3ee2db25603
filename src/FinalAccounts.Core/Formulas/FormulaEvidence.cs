namespace FinalAccounts.Formulas;

/// <summary>The cells that take part in one evaluation, each once, and the first reason why it has no value.</summary>
internal sealed class FormulaEvidence
{
    private readonly List<OriginCell> cells = [];
    private readonly HashSet<(string, string, string)> seen = [];

    public IReadOnlyList<OriginCell> Cells => cells;

    /// <summary>In Chinese; null when there is a value.</summary>
    public string? Problem { get; private set; }

    public void Fails(string problem) => Problem ??= problem;

    public void Take(OriginCell cell)
    {
        if (seen.Add((cell.Table, cell.Row, cell.Column)))
        {
            cells.Add(cell);
        }
    }

    /// <summary>What another formula rests on belongs to this one as well.</summary>
    public FormulaItem Take(FormulaValue value)
    {
        foreach (var cell in value.Cells)
        {
            Take(cell);
        }

        Problem ??= value.Problem;
        return new FormulaItem(value.Number);
    }
}
