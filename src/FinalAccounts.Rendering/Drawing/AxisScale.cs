namespace FinalAccounts.Rendering.Drawing;

/// <summary>A value axis from round number to round number, zero always on it.</summary>
internal sealed record AxisScale(decimal Low, decimal High, decimal Step)
{
    private const int WantedSteps = 5;
    private static readonly decimal[] RoundFactors = [1, 2, 2.5m, 5, 10];

    public static AxisScale For(IEnumerable<decimal> values)
    {
        var (low, high) = values.Aggregate((0m, 0m), (range, value) => (Math.Min(range.Item1, value), Math.Max(range.Item2, value)));
        if (low == high)
        {
            return new AxisScale(0, 1, 1);
        }
        var step = RoundUp((high - low) / WantedSteps);
        return new AxisScale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Low; tick <= High; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>How far up the axis a value stands, from 0 to 1.</summary>
    public double Share(decimal value) => (double)((value - Low) / (High - Low));

    private static decimal RoundUp(decimal rough)
    {
        var power = 1m;
        while (power * 10 <= rough)
        {
            power *= 10;
        }
        while (power > rough)
        {
            power /= 10;
        }
        return RoundFactors.First(factor => factor * power >= rough) * power;
    }
}
