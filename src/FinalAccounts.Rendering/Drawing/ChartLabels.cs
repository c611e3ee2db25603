using System.Globalization;

namespace FinalAccounts.Rendering.Drawing;

/// <summary>What stands in charts, word for word the same in every format.</summary>
internal static class ChartLabels
{
    /// <summary>The line above the drawing that names the unit once: 单位：万元.</summary>
    public static string Unit(Chart chart) => $"单位：{chart.Unit}";

    /// <summary>A figure's text without the unit.</summary>
    public static string Amount(Chart chart, Figure figure) => chart.Unit.Length > 0 && figure.Text.EndsWith(chart.Unit, StringComparison.Ordinal)
        ? figure.Text[..^chart.Unit.Length].TrimEnd() : figure.Text;

    /// <summary>Beside a slice of a pie: 1,234.56（45.6%）.</summary>
    public static string AmountAndShare(Chart pie, Figure figure) => $"{Amount(pie, figure)}（{Share(pie, figure)}）";

    // From the exact values where they are all known: as the text computes it, half away from zero.
    private static string Share(Chart pie, Figure figure)
    {
        var parts = pie.Series[0].Values.OfType<Figure>().ToList();
        var exact = parts.All(part => part.Origin.Exact is not null);
        var sum = parts.Sum(part => exact ? part.Origin.Exact!.Value : part.Value);
        if (sum == 0)
        {
            sum = parts.Sum(part => part.Value);
            exact = false;
        }

        var share = 100 * (exact ? figure.Origin.Exact!.Value : figure.Value) / sum;
        return Math.Round(share, pie.PercentDecimals, MidpointRounding.AwayFromZero).ToString($"F{pie.PercentDecimals}", CultureInfo.InvariantCulture) + "%";
    }
}
