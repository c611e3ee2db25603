using static FinalAccounts.Rendering.Typst.TypstWriter;

namespace FinalAccounts.Rendering.Typst;

/// <summary>The theme as a Typst dictionary, which the style sheet reads.</summary>
internal static class ThemeTypst
{
    public static void Write(TypstPage page, TypesettingFonts fonts)
    {
        var theme = page.Theme;
        page.Out.Raw("#let theme = (\n")
            .Raw($"body-size: {Points(theme.BodySize)}, pitch: {Points(theme.LinePitch)}, title-size: {Points(theme.TitleSize)},\n")
            .Raw($"table-size: {Points(theme.TableSize)}, form-size: {Points(theme.FormSize)}, note-size: {Points(theme.NoteSize)},\n")
            .Raw($"number-size: {Points(theme.PageNumberSize)}, number-height: {Number(theme.PageNumberHeight)}mm, inner: {Number(theme.Margins.Left)}mm, outer: {Number(theme.Margins.Right)}mm, squeeze: {Points(LineSpacing.Squeeze(theme))},\n")
            .Raw("notice: ").TextOrNone(page.Document.Metadata.DraftNotice).Raw(",\nhead: ").TextOrNone(page.Document.Metadata.HeadLine).Raw(",\nfonts: (\n");
        foreach (var (role, names) in fonts.ByRole)
        {
            page.Out.Raw($"{role}: (");
            foreach (var name in names)
            {
                if (name.Covers is { } covers)
                {
                    page.Out.Raw("(name: ").Text(name.Family).Raw(", covers: regex(").Text(covers).Raw(")), ");
                }
                else
                {
                    page.Out.Text(name.Family).Raw(", ");
                }
            }

            page.Out.Raw("),\n");
        }

        page.Out.Raw("))\n");
    }
}
