namespace FinalAccounts.Templates;

/// <summary>A chart that a section may print by name, read from charts.yaml.</summary>
/// <param name="Name">How templates name it: {{ 图 "收支总计变动" }}.</param>
/// <param name="Caption">Printed below, without the number.</param>
/// <param name="Unit">The unit of the printed values: 万元.</param>
/// <param name="Categories">Names along the axis or of the slices, with {年度} and {上年}.</param>
/// <param name="Series">Each with as many formulas as there are categories.</param>
public sealed record ChartDefinition(
    string Name, ChartKind Kind, string Caption, string Unit,
    IReadOnlyList<string> Categories, IReadOnlyList<ChartSeriesDefinition> Series, Place Place)
{
    /// <summary>Whether categories whose values are all zero or blank are left out.</summary>
    public bool SkipZero { get; init; }

    /// <summary>The fewest values for which the chart is printed: two columns say no more than the sentence beside them. 0 for always.</summary>
    public int LeastValues { get; init; }

    /// <summary>In percent: a pie is printed only when at least two slices have so much of the whole. 0 for always.</summary>
    public int LeastShare { get; init; }
}

/// <summary>A row of values of a chart.</summary>
/// <param name="Formulas">In the formula language, one per category.</param>
public sealed record ChartSeriesDefinition(string Name, IReadOnlyList<string> Formulas)
{
    /// <summary>Where each formula stands.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];
}
