namespace FinalAccounts.Formulas;

/// <summary>Something that is done with every kind of node.</summary>
internal interface IFormulaVisitor<out T>
{
    T Visit(NumberNode node);

    T Visit(CellNode node);

    T Visit(FactNode node);

    T Visit(RecordNode node);

    T Visit(MetricNode node);

    T Visit(PriorNode node);

    T Visit(SumNode node);

    T Visit(NegationNode node);

    T Visit(ProductNode node);

    T Visit(ComparisonNode node);

    T Visit(LogicNode node);

    T Visit(NotNode node);

    T Visit(CallNode node);
}
