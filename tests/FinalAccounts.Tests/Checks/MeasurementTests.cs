using FinalAccounts.Samples;
using FinalAccounts.Samples.Mistakes;

namespace FinalAccounts.Tests.Checks;

/// <summary>What the checks find of planted mistakes: the measure that <c>samples/SampleBuilder measure</c> prints.</summary>
public sealed class MeasurementTests
{
    [Fact]
    public void OfPlantedMistakesAtLeast95PercentAreFoundAndCleanUnitsHaveNoError()
    {
        var set = ShippedSets.Of("hubei-2023");
        var units = UnitVariety.Batch(3, 11).Select(options => PlacedAccounts.Of(SampleUnit.Create(set, options), set.Set)).ToList();

        var measurement = Measurement.Run(set, units, 5, 1, CancellationToken.None);

        Assert.InRange(measurement.Kinds.Count, 60, int.MaxValue);
        Assert.Equal([], measurement.CleanErrors);
        Assert.True(
            measurement.Recall >= 0.95m,
            $"{measurement.Recall:P1}: {string.Join('、', measurement.Kinds.Where(kind => kind.Found < kind.Planted).Select(kind => kind.Name))}");
        Assert.InRange(measurement.Precision, 0.9m, 1m);
    }
}
