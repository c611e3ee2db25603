using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace FinalAccounts.Rendering.Word.Charts;

/// <summary>The type of a chart's labels.</summary>
internal static class ChartText
{
    public const double Size = 10.5;

    public static C.TextProperties Properties(Theme theme, double size) => new(
        new A.BodyProperties(),
        new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(Run(theme, size)),
            new A.EndParagraphRunProperties { Language = "zh-CN" }));

    /// <summary>A line in the upper left corner, where the other formats have the unit: the chart's title.</summary>
    public static C.Title Corner(string text) => new(
        new C.ChartText(new C.RichText(
            new A.BodyProperties(),
            new A.ListStyle(),
            new A.Paragraph(
                new A.ParagraphProperties(new A.DefaultRunProperties { Bold = false, FontSize = (int)(Size * 100) }),
                new A.Run(new A.RunProperties { Language = "zh-CN", Bold = false, FontSize = (int)(Size * 100) }, new A.Text(WordText.Checked(text)))))),
        new C.Layout(new C.ManualLayout(
            new C.LeftMode { Val = C.LayoutModeValues.Edge }, new C.TopMode { Val = C.LayoutModeValues.Edge }, new C.Left { Val = 0 }, new C.Top { Val = 0 })),
        new C.Overlay { Val = false });

    public static A.DefaultRunProperties Run(Theme theme, double size) => new(
        new A.LatinFont { Typeface = theme.Fonts.Latin[0] }, new A.EastAsianFont { Typeface = theme.Fonts.Table[0] })
    { FontSize = (int)(size * 100) };
}
