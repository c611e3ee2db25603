using System.Text;

namespace FinalAccounts.Rendering.Html;

/// <summary>The paper: A4, margins, page number and draft notice in the margins; and the type sizes that the theme gives.</summary>
internal static class PageCss
{
    /// <summary>The size in pt of the cover's title; a line that is too long for it is broken.</summary>
    public const double CoverSize = 32;

    public static string For(Theme theme, string? draftNotice)
    {
        var css = new StringBuilder();
        foreach (var setup in PageNames.All)
        {
            AppendPage(css, theme, setup, draftNotice);
        }
        css.Append("@media print{:root{");
        css.Append($"--body-size:{Css.Number(theme.BodySize)}pt;--pitch:{Css.Number(theme.LinePitch)}pt;");
        css.Append($"--title-size:{Css.Number(theme.TitleSize)}pt;--table-size:{Css.Number(theme.TableSize)}pt;");
        css.Append($"--form-size:{Css.Number(theme.FormSize)}pt;--note-size:{Css.Number(theme.NoteSize)}pt;");
        css.Append($"--cover-size:{CoverSize}pt;");
        css.Append($"--squeeze:{Css.Number(LineSpacing.Squeeze(theme))}pt;");
        return css.Append("}}\n").ToString();
    }

    private static void AppendPage(StringBuilder css, Theme theme, PageSetup setup, string? draftNotice)
    {
        var name = PageNames.Of(setup);
        var landscape = setup.Orientation == PageOrientation.Landscape;
        var margins = theme.MarginsOf(setup);
        css.Append($"@page {name}{{size:A4 {(landscape ? "landscape" : "portrait")};margin:");
        css.Append($"{Css.Number(margins.Top)}mm {Css.Number(margins.Right)}mm {Css.Number(margins.Bottom)}mm {Css.Number(margins.Left)}mm");
        if (draftNotice is not null && setup.Numbered)
        {
            css.Append($";@top-center{{content:{Css.Literal(draftNotice)};font:10.5pt var(--heading1);vertical-align:bottom;padding-bottom:5mm}}");
        }
        css.Append("}\n");
        if (setup.Numbered)
        {
            // GB/T 9704: outside, one character from the edge of the text; the dash 7 mm below it.
            css.Append($"@page {name}:left{{{(landscape ? $"@left-top{{{SideNumber(theme, "top", theme.Margins.Left - margins.Top)}" : $"@bottom-left{{{Number(theme, "left")}")}}}}}\n");
            css.Append($"@page {name}:right{{{(landscape ? $"@left-bottom{{{SideNumber(theme, "bottom", theme.Margins.Right - margins.Bottom)}" : $"@bottom-right{{{Number(theme, "right")}")}}}}}\n");
        }
        css.Append($"@media print{{.{name}{{page:{name}}}}}\n");
    }

    private static string Number(Theme theme, string side) =>
        $"content:\"— \" counter(page) \" —\";font:{Css.Number(theme.PageNumberSize)}pt var(--table);vertical-align:top;"
        + $"text-align:{side};padding-top:5mm;padding-{side}:{Css.Number(theme.PageNumberSize)}pt;white-space:nowrap";

    // On the bound sheet at the same place: along the left edge, read with the sheet upright.
    private static string SideNumber(Theme theme, string side, double beyond) =>
        $"content:\"— \" counter(page) \" —\";font:{Css.Number(theme.PageNumberSize)}pt var(--table);writing-mode:vertical-rl;text-orientation:sideways;"
        + $"vertical-align:{side};padding-{side}:calc({Css.Number(Math.Max(0, beyond))}mm + {Css.Number(theme.PageNumberSize)}pt);white-space:nowrap";
}
