using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads theme.yaml: any of the properties of <see cref="Theme"/>, the rest as the standard has it.</summary>
internal static class ThemeReader
{
    /// <summary>The theme; mistakes go to the log.</summary>
    public static Theme Read(MapReader map)
    {
        var standard = new Theme();
        var theme = new Theme
        {
            Margins = Margins(map, "margins", standard.Margins),
            TableMargins = Margins(map, "tableMargins", standard.TableMargins),
            LandscapeMargins = Margins(map, "landscapeMargins", standard.LandscapeMargins),
            Fonts = map.Map("fonts") is { } fonts ? Fonts(fonts, standard.Fonts) : standard.Fonts,
            BodySize = map.Number("bodySize", standard.BodySize),
            LinePitch = map.Number("linePitch", standard.LinePitch),
            TitleSize = map.Number("titleSize", standard.TitleSize),
            TableSize = map.Number("tableSize", standard.TableSize),
            FormSize = map.Number("formSize", standard.FormSize),
            NoteSize = map.Number("noteSize", standard.NoteSize),
            PageNumberSize = map.Number("pageNumberSize", standard.PageNumberSize),
            PdfStandard = Standard(map) ?? standard.PdfStandard,
            ChartColors = Colors(map, standard.ChartColors),
        };
        map.End();
        return theme;
    }

    private static PageMargins Margins(MapReader theme, string key, PageMargins standard)
    {
        if (theme.Map(key) is not { } map)
        {
            return standard;
        }

        var margins = new PageMargins(
            map.Number("top", standard.Top), map.Number("bottom", standard.Bottom),
            map.Number("left", standard.Left), map.Number("right", standard.Right));
        map.End();
        return margins;
    }

    private static ThemeFonts Fonts(MapReader map, ThemeFonts standard)
    {
        var fonts = new ThemeFonts
        {
            Body = Or("body", standard.Body),
            Title = Or("title", standard.Title),
            Heading1 = Or("heading1", standard.Heading1),
            Heading2 = Or("heading2", standard.Heading2),
            Table = Or("table", standard.Table),
            Latin = Or("latin", standard.Latin),
            Symbols = Or("symbols", standard.Symbols),
        };
        map.End();
        return fonts;

        IReadOnlyList<string> Or(string key, IReadOnlyList<string> fallback) =>
            map.Texts(key) is { Count: > 0 } names ? names : fallback;
    }

    private static PdfStandard? Standard(MapReader map)
    {
        if (map.OptionalText("pdfStandard") is not { } name)
        {
            return null;
        }

        var standard = PdfStandard.Find(name);
        if (standard is null)
        {
            map.Log.Fatal("TPL-04", $"没有PDF标准“{name}”。可用：{PdfStandard.Known}", map.PlaceOf("pdfStandard"));
        }

        return standard;
    }

    private static IReadOnlyList<string> Colors(MapReader map, IReadOnlyList<string> standard)
    {
        var colors = map.Texts("chartColors");
        foreach (var color in colors.Where(color => color.Length != 6 || !color.All(char.IsAsciiHexDigit)))
        {
            map.Log.Fatal("TPL-04", $"颜色“{color}”应当是六位十六进制数，如 2F5597", map.PlaceOf("chartColors"));
        }

        return colors.Count > 0 ? colors : standard;
    }
}
