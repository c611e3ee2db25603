using System.Globalization;
using FinalAccounts.Rendering.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace FinalAccounts.Rendering.Word.Charts;

/// <summary>A chart's data: the workbook behind it, and the copies of its cells that the chart draws without opening it. Row 1 holds the series' names, column A the categories.</summary>
internal static class ChartData
{
    private const string SheetName = "Sheet1";

    public static Workbook Workbook(Chart chart, DateTimeOffset created)
    {
        var format = Format(chart);
        List<SheetRow> rows = [new([new SheetCell(0, chart.Unit), .. chart.Series.Select((series, index) => new SheetCell(index + 1, series.Name))])];
        for (var row = 0; row < chart.Categories.Count; row++)
        {
            List<SheetCell> cells = [new(0, chart.Categories[row])];
            for (var column = 0; column < chart.Series.Count; column++)
            {
                if (chart.Series[column].Values[row] is { } figure)
                {
                    cells.Add(new SheetCell(column + 1, Number: figure.Value) { Format = format });
                }
            }

            if (ChartDrawing.KindOf(chart) == ChartKind.Pie && chart.Series[0].Values[row] is { } part)
            {
                cells.Add(new SheetCell(2, PieLabels.Text(chart, part)) { Formula = PieLabels.Formula(chart, row) });
            }

            rows.Add(new SheetRow(cells));
        }

        return new Workbook([new Sheet(SheetName, [24, .. chart.Series.Select(_ => 16.0), 24], rows)], created, chart.Caption);
    }

    /// <summary>The column beside the values in which a pie's labels are reckoned.</summary>
    public static string LabelCells(Chart chart) => $"{SheetName}!$C$2:$C${chart.Categories.Count + 1}";

    public static C.SeriesText Name(Chart chart, int series) => new(new C.StringReference(
        new C.Formula($"{SheetName}!${Column(series)}$1"),
        new C.StringCache(new C.PointCount { Val = 1 }, Point(0, chart.Series[series].Name))));

    public static C.CategoryAxisData Categories(Chart chart)
    {
        var cache = new C.StringCache(new C.PointCount { Val = (uint)chart.Categories.Count });
        for (var index = 0; index < chart.Categories.Count; index++)
        {
            cache.AppendChild(Point(index, chart.Categories[index]));
        }

        return new C.CategoryAxisData(new C.StringReference(
            new C.Formula($"{SheetName}!$A$2:$A${chart.Categories.Count + 1}"), cache));
    }

    public static C.Values Values(Chart chart, int series)
    {
        var cache = new C.NumberingCache(
            new C.FormatCode(Format(chart)), new C.PointCount { Val = (uint)chart.Categories.Count });
        for (var index = 0; index < chart.Categories.Count; index++)
        {
            if (chart.Series[series].Values[index] is { } figure)
            {
                cache.AppendChild(new C.NumericPoint(
                    new C.NumericValue(figure.Value.ToString(CultureInfo.InvariantCulture)))
                { Index = (uint)index });
            }
        }

        return new C.Values(new C.NumberReference(
            new C.Formula($"{SheetName}!${Column(series)}$2:${Column(series)}${chart.Categories.Count + 1}"), cache));
    }

    /// <summary>As many decimals as the figures have.</summary>
    public static string Format(Chart chart)
    {
        var decimals = chart.Series.SelectMany(series => series.Values).Max(figure => figure?.Value.Scale ?? 0);
        return decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);
    }

    // More series than letters would be no chart.
    private static char Column(int series) => series < 25
        ? (char)('B' + series)
        : throw new NotSupportedException($"A chart has at most 25 series, not {series + 1}.");

    private static C.StringPoint Point(int index, string text) =>
        new(new C.NumericValue(WordText.Checked(text))) { Index = (uint)index };
}
