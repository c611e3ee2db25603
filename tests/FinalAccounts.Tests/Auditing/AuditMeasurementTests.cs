using FinalAccounts.Rendering;
using FinalAccounts.Samples;
using FinalAccounts.Samples.Mistakes;
using FinalAccounts.Tests.Rendering.Pdf;
using Xunit.Abstractions;

namespace FinalAccounts.Tests.Auditing;

/// <summary>Made-up units' documents, printed, read back and audited: what is planted is found, what is right is left alone (docs/benchmarks-audit.md).</summary>
[Collection(PdfCollection.Name)]
public sealed class AuditMeasurementTests(PdfFixture typesetting, ITestOutputHelper output)
{
    [Theory]
    [InlineData("hubei-2023")]
    [InlineData("shanghai-2024")]
    public async Task PlantedMistakesAreFoundInWebPages(string key) => Hold(await Measure(key, 2, 3, OutputFormats.Html, _ => true));

    [Theory]
    [InlineData(OutputFormats.Word)]
    [InlineData(OutputFormats.Pdf)]
    public async Task PlantedMistakesAreFoundInWordAndPdf(OutputFormats format) => Hold(await Measure("hubei-2023", 1, 5, format, number => number % 4 == 0));

    [FullFact]
    public Task OfThirtyUnitsOfHubei() => OfThirtyUnits("hubei-2023");

    [FullFact]
    public Task OfThirtyUnitsOfShanghai() => OfThirtyUnits("shanghai-2024");

    private async Task OfThirtyUnits(string key)
    {
        foreach (var (format, step) in new[] { (OutputFormats.Html, 1), (OutputFormats.Word, 1), (OutputFormats.Pdf, 5) })
        {
            Hold(await Measure(key, 30, 7, format, number => number % step == 0));
        }
    }

    private async Task<AuditMeasurement> Measure(string key, int units, int seed, OutputFormats format, Func<int, bool> kinds)
    {
        var set = ShippedSets.Of(key);
        var measurement = new AuditMeasurement(set, typesetting.Renderer);
        foreach (var (number, options) in UnitVariety.Batch(units, seed).Index())
        {
            await measurement.AddAsync(PlacedAccounts.Of(SampleUnit.Create(set, options), set.Set), format, seed + number, kinds);
        }

        output.WriteLine($"{key} {format}: {units} units, {measurement.Documents} documents, recall {measurement.Found}/{measurement.Planted} = {measurement.Recall:P1}, false {measurement.False.Count}");
        output.WriteLine(string.Join('\n', measurement.Kinds.Concat(measurement.Missed.Take(40)).Concat(measurement.False.Take(40))));
        return measurement;
    }

    private static void Hold(AuditMeasurement measured)
    {
        Assert.True(measured.Recall >= 0.95m, $"{measured.Recall:P1}\n{string.Join('\n', measured.Missed.Take(60))}");
        Assert.True(measured.False.Count <= measured.Documents, string.Join('\n', measured.False.Take(60)));
    }
}
