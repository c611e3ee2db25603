using FinalAccounts.Documents;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Samples;
using FinalAccounts.Tests.Rendering.Pdf.Conformance;
using Xunit.Abstractions;

namespace FinalAccounts.Tests.Rendering.Pdf.Quality;

/// <summary>The pages of both samples and of made-up units, measured as printed.</summary>
[Collection(PdfCollection.Name)]
public sealed class PageQualityTests(PdfFixture fixture, ITestOutputHelper output)
{
    // Of each set; ten with --full.
    private static readonly int Units = FullFactAttribute.Wanted ? 10 : 3;

    [Theory]
    [InlineData(ConformingDocuments.Wuhan)]
    [InlineData(ConformingDocuments.Shanghai)]
    public async Task NothingOnTheSamplesPagesIsSentBack(string name)
    {
        var (document, theme) = ConformingDocuments.Read(name);
        Assert.Equal([], Faults(await fixture.PrintedAsync(name), document, theme, name));
    }

    [Fact]
    public async Task NothingOnTheMadeUpUnitsPagesIsSentBack()
    {
        var faults = new List<string>();
        foreach (var (key, seed) in new[] { ("national-2024", 11), ("hubei-2023", 12), ("shanghai-2024", 13), ("yunnan-2023", 14), ("sichuan-2024", 15) })
        {
            var set = ShippedSets.Of(key);
            foreach (var options in UnitVariety.Batch(Units, seed))
            {
                var document = Pipeline.Run(SampleUnit.Create(set, options), [], set, null, CancellationToken.None).Document!;
                faults.AddRange(Faults(await fixture.Renderer.PrintAsync(document, set.Set.Theme), document, set.Set.Theme, options.Code ?? "").Select(fault => $"{key} {options.Code} {fault}"));
            }
        }

        Assert.Equal([], faults);
    }

    private List<string> Faults(PrintResult print, Document document, Theme theme, string name)
    {
        var faults = PageQuality.Faults(print.Pdf, document, theme, print.Pages);
        output.WriteLine($"{name}: {print.Pages.PageCount} pages, {string.Join(", ", faults.GroupBy(fault => fault.Kind).Select(kind => $"{kind.Key} {kind.Count()}"))}");
        foreach (var fault in faults)
        {
            output.WriteLine(fault.ToString());
        }

        return [.. faults.Select(fault => fault.ToString())];
    }
}
