using System.Globalization;
using System.Text;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates;

/// <summary>A theme as theme.yaml says it, complete: what <see cref="Reading.ThemeReader"/> reads back.</summary>
public static class ThemeText
{
    /// <summary>The file's text.</summary>
    public static string Of(Theme theme)
    {
        var text = new StringBuilder("# 版面：长度单位毫米，字号和行距单位磅。\n");
        Margins(text, "margins", theme.Margins);
        Margins(text, "tableMargins", theme.TableMargins);
        Margins(text, "landscapeMargins", theme.LandscapeMargins);
        Number(text, "bodySize", theme.BodySize);
        Number(text, "linePitch", theme.LinePitch);
        Number(text, "titleSize", theme.TitleSize);
        Number(text, "tableSize", theme.TableSize);
        Number(text, "formSize", theme.FormSize);
        Number(text, "noteSize", theme.NoteSize);
        Number(text, "pageNumberSize", theme.PageNumberSize);
        text.Append(CultureInfo.InvariantCulture, $"pdfStandard: {theme.PdfStandard.Name}\nchartColors: {List(theme.ChartColors)}\nfonts:\n");
        Fonts(text, theme.Fonts);
        return text.ToString();
    }

    private static void Fonts(StringBuilder text, ThemeFonts fonts)
    {
        foreach (var (role, names) in new[]
        {
            ("body", fonts.Body), ("title", fonts.Title), ("heading1", fonts.Heading1), ("heading2", fonts.Heading2), ("table", fonts.Table), ("latin", fonts.Latin), ("symbols", fonts.Symbols),
        })
        {
            text.Append(CultureInfo.InvariantCulture, $"  {role}: {List(names)}\n");
        }
    }

    private static void Margins(StringBuilder text, string key, PageMargins margins) =>
        text.Append(CultureInfo.InvariantCulture, $"{key}: {{top: {margins.Top}, bottom: {margins.Bottom}, left: {margins.Left}, right: {margins.Right}}}\n");

    private static void Number(StringBuilder text, string key, double number) => text.Append(CultureInfo.InvariantCulture, $"{key}: {number}\n");

    private static string List(IReadOnlyList<string> values) => $"[{string.Join(", ", values.Select(YamlText.Quoted))}]";
}
