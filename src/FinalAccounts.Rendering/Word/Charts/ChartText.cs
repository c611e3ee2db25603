using FinalAccounts.Documents;
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

    public static A.DefaultRunProperties Run(Theme theme, double size) => new(
        new A.LatinFont { Typeface = theme.Fonts.Latin[0] }, new A.EastAsianFont { Typeface = theme.Fonts.Table[0] })
    { FontSize = (int)(size * 100) };
}
