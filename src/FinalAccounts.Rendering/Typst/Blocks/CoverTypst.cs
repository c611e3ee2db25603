namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>The title page. Its title is no heading: the outline of the file begins with the first part.</summary>
internal static class CoverTypst
{
    /// <summary>The size in pt of the cover's title; a line that is too long for it is broken.</summary>
    public const double TitleSize = 32;

    public static void Write(TypstPage page, Cover cover)
    {
        page.Out.Raw($"cover({TypstWriter.Points(TitleSize)}, (");
        foreach (var line in cover.TitleLines)
        {
            TitleTypst.Write(page, line, TitleSize);
            page.Out.Raw(", ");
        }

        page.Out.Raw("), ").TextOrNone(cover.Date.Length > 0 ? cover.Date : null).Raw(", (");
        foreach (var extra in cover.Extras)
        {
            page.Out.Text(extra.ToString()).Raw(", ");
        }

        page.Out.Raw("), (");
        foreach (var line in cover.Below)
        {
            page.Out.Text(line.ToString()).Raw(", ");
        }

        page.Out.Raw("))\n");
    }
}
