using Xunit.Abstractions;

[assembly: TestCollectionOrderer("FinalAccounts.Tests.LongestFirst", "FinalAccounts.Tests")]

namespace FinalAccounts.Tests;

/// <summary>Begins with the collections that take longest, so that none of them runs alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        Rendering.Pdf.PdfCollection.Name, nameof(Samples.SampleUnitTests), Cli.ConsoleCollection.Name, nameof(Reading.ForeignShapeTests), nameof(Checks.MeasurementTests),
        nameof(Rendering.Pdf.PdfFailureTests), nameof(Checks.Text.PlantedTextTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(Long, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length);
}
