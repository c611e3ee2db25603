using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>A chart as a drawing with a description, and its caption.</summary>
internal static class ChartTypst
{
    public static void Write(TypstPage page, Chart chart)
    {
        using var shapes = new StringWriter();
        var height = ChartDrawing.Draw(new TypstDrawing(new TypstWriter(shapes)), chart, page.Theme);
        page.Out.Raw("chart(").Text($"{chart.Caption}。{ChartDrawing.Description(chart)}").Raw($", {TypstWriter.Number(height)}, ")
            .Text(chart.Caption).Raw(", {\n").Raw(shapes.ToString()).Raw("})\n");
    }
}
