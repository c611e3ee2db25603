using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace FinalAccounts.Rendering.Word.Charts;

/// <summary>Fills and lines of a chart, in the theme's colours.</summary>
internal static class ChartColors
{
    public static C.ChartShapeProperties Fill(Theme theme, int index, string? edge = null)
    {
        var shape = new C.ChartShapeProperties(Solid(theme.ChartColors[index % theme.ChartColors.Count]));
        if (edge is not null)
        {
            shape.AppendChild(new A.Outline(Solid(edge)) { Width = 9525 });
        }

        return shape;
    }

    public static C.ChartShapeProperties Line(string color) => new(new A.Outline(Solid(color)) { Width = 9525 });

    public static C.ChartShapeProperties NoLine() => new(new A.Outline(new A.NoFill()));

    /// <summary>Of the whole chart; Word draws a frame where nothing is said.</summary>
    public static C.ShapeProperties NoFrame() => new(new A.NoFill(), new A.Outline(new A.NoFill()));

    private static A.SolidFill Solid(string color) => new(new A.RgbColorModelHex { Val = color });
}
