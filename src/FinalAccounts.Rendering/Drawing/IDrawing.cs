namespace FinalAccounts.Rendering.Drawing;

/// <summary>The few shapes that the charts are drawn with, in units of which <see cref="ChartDrawing.Width"/> make the drawing's width.</summary>
internal interface IDrawing
{
    void Line(double x1, double y1, double x2, double y2, string color, double width = 1);

    void Box(double x, double y, double width, double height, string fill);

    void Circle(double x, double y, double radius, string fill, string stroke);

    /// <summary>A slice of a pie, from a turn of 0 at the top clockwise; start and share in turns.</summary>
    void Slice(double x, double y, double radius, double start, double share, string fill);

    /// <summary>White ground for a text in the middle at x, so that no line runs through it.</summary>
    void Ground(double x, double y, double width, double fontSize);

    /// <summary>Text with its baseline at y.</summary>
    void Text(double x, double y, TextAnchor anchor, string value);
}

/// <summary>Which end of a text stands at the place it is given.</summary>
internal enum TextAnchor
{
    /// <summary>Its beginning.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}
