namespace FinalAccounts.Documents;

/// <summary>A chart of figures; its caption is part of it.</summary>
/// <param name="Id">Unique in the document.</param>
/// <param name="Kind">Columns for a change over years, a pie for a structure.</param>
/// <param name="Caption">Printed below: 图1：收、支决算总计变动情况.</param>
/// <param name="Unit">The unit of the values, for the axis and for readers: 万元.</param>
/// <param name="Categories">The names along the axis, or of the slices.</param>
/// <param name="Series">One for a pie; one or more for columns. Values as many as categories; null where there is none.</param>
public sealed record Chart(
    string Id, ChartKind Kind, string Caption, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : Block
{
    /// <summary>Decimals of the shares of a pie, 0 to 4: as the text prints them.</summary>
    public int PercentDecimals { get; init; } = 1;
}

/// <summary>The kinds of charts.</summary>
public enum ChartKind
{
    /// <summary>Upright columns, grouped by category.</summary>
    Column,

    /// <summary>A pie with one series; zero slices are left out of the drawing and kept in the data.</summary>
    Pie,
}

/// <summary>A row of values of a chart.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<Figure?> Values);
