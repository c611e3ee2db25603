using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;

namespace FinalAccounts.Rendering.Word;

/// <summary>The theme part: the fonts of titles and text, and the colours of charts, for what people add in Word. Our own styles name their fonts themselves.</summary>
internal static class WordTheme
{
    private const string Name = "决算公开";
    private static readonly string[] Usual = ["2F5597", "C55A11", "7F7F7F", "BF9000", "548235", "7030A0"];

    public static void Write(MainDocumentPart part, Theme theme) => part.AddNewPart<ThemePart>(WordPartIds.Theme).Theme = new A.Theme(
        new A.ThemeElements(Colors(theme), Fonts(theme.Fonts), Format()), new A.ObjectDefaults(), new A.ExtraColorSchemeList())
    {
        Name = Name,
    };

    private static A.ColorScheme Colors(Theme theme)
    {
        string Accent(int index) => theme.ChartColors.Count > index ? theme.ChartColors[index] : Usual[index];
        return new A.ColorScheme(
            new A.Dark1Color(new A.SystemColor { Val = A.SystemColorValues.WindowText, LastColor = "000000" }),
            new A.Light1Color(new A.SystemColor { Val = A.SystemColorValues.Window, LastColor = "FFFFFF" }),
            new A.Dark2Color(new A.RgbColorModelHex { Val = "1F3864" }),
            new A.Light2Color(new A.RgbColorModelHex { Val = "E7E6E6" }),
            new A.Accent1Color(new A.RgbColorModelHex { Val = Accent(0) }),
            new A.Accent2Color(new A.RgbColorModelHex { Val = Accent(1) }),
            new A.Accent3Color(new A.RgbColorModelHex { Val = Accent(2) }),
            new A.Accent4Color(new A.RgbColorModelHex { Val = Accent(3) }),
            new A.Accent5Color(new A.RgbColorModelHex { Val = Accent(4) }),
            new A.Accent6Color(new A.RgbColorModelHex { Val = Accent(5) }),
            new A.Hyperlink(new A.RgbColorModelHex { Val = "0563C1" }),
            new A.FollowedHyperlinkColor(new A.RgbColorModelHex { Val = "954F72" }))
        { Name = Name };
    }

    private static A.FontScheme Fonts(ThemeFonts fonts) => new(
        new A.MajorFont(new A.LatinFont { Typeface = fonts.Latin[0] }, new A.EastAsianFont { Typeface = fonts.Title[0] }, new A.ComplexScriptFont { Typeface = "" }),
        new A.MinorFont(new A.LatinFont { Typeface = fonts.Latin[0] }, new A.EastAsianFont { Typeface = fonts.Body[0] }, new A.ComplexScriptFont { Typeface = "" }))
    {
        Name = Name,
    };

    // The schema asks for three of each.
    private static A.FormatScheme Format()
    {
        static A.SolidFill Fill() => new(new A.SchemeColor { Val = A.SchemeColorValues.PhColor });
        static A.Outline Line(int width) => new(Fill()) { Width = width };
        static A.EffectStyle Effect() => new(new A.EffectList());
        return new A.FormatScheme(
            new A.FillStyleList(Fill(), Fill(), Fill()),
            new A.LineStyleList(Line(6350), Line(12700), Line(19050)),
            new A.EffectStyleList(Effect(), Effect(), Effect()),
            new A.BackgroundFillStyleList(Fill(), Fill(), Fill()))
        { Name = Name };
    }
}
