using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Rendering.Drawing;
using FinalAccounts.Rendering.Excel;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace FinalAccounts.Rendering.Word.Charts;

/// <summary>A chart's part and the workbook in it that holds its data.</summary>
internal static class ChartPackage
{
    private const string WorkbookId = "rIdWorkbook";

    public static void Write(MainDocumentPart main, string id, Chart chart, WordContext context)
    {
        foreach (var series in chart.Series)
        {
            if (series.Values.Count != chart.Categories.Count)
            {
                throw new ArgumentException($"The series {series.Name} of chart {chart.Id} has {series.Values.Count} values for {chart.Categories.Count} categories.", nameof(chart));
            }
        }

        var part = main.AddNewPart<ChartPart>(id);
        part.ChartSpace = Space(chart, context.Theme);
        using var workbook = new MemoryStream();
        WorkbookWriter.Write(ChartData.Workbook(chart, context.Document.Metadata.Created), workbook);
        workbook.Position = 0;
        part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx, WorkbookId).FeedData(workbook);
    }

    private static C.ChartSpace Space(Chart chart, Theme theme)
    {
        var plot = new C.PlotArea(new C.Layout());
        plot.Append(ChartDrawing.KindOf(chart) switch
        {
            ChartKind.Column => ColumnPlot.Of(chart, theme),
            ChartKind.Pie => PiePlot.Of(chart, theme),
            _ => throw new NotSupportedException($"Word has no chart of kind {chart.Kind}."),
        });
        var body = new C.Chart(ChartText.Corner(ChartLabels.Unit(chart)), new C.AutoTitleDeleted { Val = false }, plot);
        if (Legend(chart) is { } legend)
        {
            body.AppendChild(legend);
        }

        body.AppendChild(new C.PlotVisibleOnly { Val = true });
        body.AppendChild(new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        var space = new C.ChartSpace(
            new C.Date1904 { Val = false }, new C.EditingLanguage { Val = "zh-CN" }, new C.RoundedCorners { Val = false }, body,
            ChartColors.NoFrame(), ChartText.Properties(theme, ChartText.Size),
            new C.ExternalData(new C.AutoUpdate { Val = false }) { Id = WorkbookId });
        space.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        space.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        return space;
    }

    // A pie names its slices beside them.
    private static C.Legend? Legend(Chart chart) => chart.Series.Count > 1
        ? new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false })
        : null;
}
