using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Finds the unit of what a formula yields: cells are money; money by money is a ratio. Null when it is not known or has none.</summary>
internal sealed class FormulaUnits : IFormulaVisitor<string?>
{
    /// <summary>Money.</summary>
    public const string Yuan = "元";

    /// <summary>A ratio: 1 is 100%.</summary>
    public const string Ratio = "比率";

    private readonly SetIndex index;
    private readonly IReadOnlyList<MetricDefinition> metrics;

    private readonly string? recordSheet;

    private FormulaUnits(SetIndex index, IReadOnlyList<MetricDefinition> metrics, string? recordSheet) =>
        (this.index, this.metrics, this.recordSheet) = (index, metrics, recordSheet);

    /// <summary>The unit of a checked formula.</summary>
    /// <param name="recordSheet">The sheet of 本条; null when the formula does not repeat over records.</param>
    public static string? Of(FormulaNode root, SetIndex index, IReadOnlyList<MetricDefinition> metrics, string? recordSheet) =>
        root.Accept(new FormulaUnits(index, metrics, recordSheet));

    public string? Visit(NumberNode node) => null;

    public string? Visit(CellNode node) => Form(node) switch
    {
        null or { Kind: CellKind.Money } => Yuan,
        { Kind: CellKind.Rate } => Ratio,
        _ => null,
    };

    // Of a run or of all rows, the column's.
    private CellForm? Form(CellNode node)
    {
        var table = index.Tables[node.Table];
        if (table.Layout.Kind == RowKind.Single)
        {
            return table.Layout.FormOf("", ((NamedRow)node.Row).Name);
        }

        var slot = node.Row switch { NamedRow named => table.Row(named.Name), RowRun run => table.Row(run.From), _ => null };
        var column = node.Column ?? (slot is null ? table.OnlyColumn : table.Columns(slot.Block)[0]);
        return column is null ? null : table.Layout.FormOf(slot?.Key ?? "", column);
    }

    public string? Visit(FactNode node) => node.Field is null ? null : UnitOf(node.Sheet, node.Field);

    public string? Visit(RecordNode node) => UnitOf(recordSheet!, node.Field);

    private string? UnitOf(string sheet, string field) => index.Sheets[sheet].Fields[field].Type switch
    {
        FactType.Money => Yuan,
        FactType.Percent => Ratio,
        _ => null,
    };

    public string? Visit(MetricNode node) => metrics[index.Metrics[node.Name]].Unit;

    public string? Visit(PriorNode node) => metrics[index.Metrics[node.Name]].Unit;

    public string? Visit(SumNode node) => node.Parts.Select(part => part.Node.Accept(this)).FirstOrDefault(unit => unit is not null);

    public string? Visit(NegationNode node) => node.Operand.Accept(this);

    public string? Visit(ProductNode node)
    {
        var left = node.Left.Accept(this);
        var right = node.Right.Accept(this);
        return (left, right) switch
        {
            (Yuan, Yuan) when node.Divide => Ratio,
            (Yuan, _) => Yuan,
            (_, Yuan) when !node.Divide => Yuan,
            (not null, null) => left,
            _ => null,
        };
    }

    public string? Visit(ComparisonNode node) => node.Left.Accept(this) ?? node.Right.Accept(this);

    public string? Visit(LogicNode node) => null;

    public string? Visit(NotNode node) => null;

    public string? Visit(CallNode node) => node.Function switch
    {
        FormulaFunction.Days or FormulaFunction.HighestScore or FormulaFunction.LowestScore or FormulaFunction.DueScore or FormulaFunction.Count or FormulaFunction.HasFigure or FormulaFunction.IsBlank => null,
        FormulaFunction.If => node.Arguments[1].Accept(this) ?? node.Arguments[2].Accept(this),
        _ => node.Arguments[0].Accept(this),
    };
}
