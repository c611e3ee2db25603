using DocumentFormat.OpenXml;
using FinalAccounts.Rendering.Drawing;
using FinalAccounts.Rendering.Word.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>A chart that Word draws and can edit, with its caption below.</summary>
internal static class ChartWriter
{
    // In mm.
    private const double Width = 150;

    public static IEnumerable<OpenXmlElement> Write(Chart chart, WordContext context)
    {
        var number = context.NextDrawing();
        var id = WordPartIds.Chart(number);
        ChartPackage.Write(context.Part, id, chart, context);
        yield return WordParagraph.Of(WordStyleIds.Picture, [new W.Run(Drawing(chart, Width * ChartDrawing.AspectRatio(chart, context.Theme), id, number))]);
        yield return WordParagraph.Of(WordStyleIds.Caption, chart.Caption);
    }

    private static W.Drawing Drawing(Chart chart, double height, string id, uint number) => new(new D.Inline(
        new D.Extent { Cx = Measure.EmuOfMillimetres(Width), Cy = Measure.EmuOfMillimetres(height) },
        new D.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new D.DocProperties { Id = number, Name = WordText.Checked(chart.Id), Description = WordText.Checked($"{chart.Caption}。{ChartDrawing.Description(chart)}") },
        new D.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
}
