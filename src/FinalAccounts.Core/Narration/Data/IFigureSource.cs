using FinalAccounts.Documents;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Data;

/// <summary>Gives the values of metrics and of the formulas of charts.</summary>
internal interface IFigureSource
{
    SourcedFigure Metric(MetricDefinition metric);

    SourcedFigure? PriorMetric(MetricDefinition metric);

    SourcedFigure Formula(string formula, Place place);
}

/// <summary>A value with its origin; null when blank.</summary>
internal sealed record SourcedFigure(decimal? Value, Origin Origin);
