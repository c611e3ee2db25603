using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Rendering.Typst;

/// <summary>A document as Typst source: the theme's values, the style sheet, the blocks. It names no file and reads none.</summary>
internal static class TypstSource
{
    private static readonly string Style = EmbeddedText.Read("Typst.style.typ");

    /// <summary>The source. The theme's fonts are lists as Typst knows them.</summary>
    /// <param name="marks">Takes the places of templates that are to be found on the pages; null for none.</param>
    public static string Of(Document document, Theme theme, TypesettingFonts fonts, PlaceMarks? marks = null)
    {
        using var output = new StringWriter();
        var page = new TypstPage(PagedDocument.Of(document, theme), theme, new TypstWriter(output)) { Marks = marks };
        ThemeTypst.Write(page, fonts);
        page.Out.Raw(Style);
        WriteMetadata(page);
        foreach (var (index, section) in page.Document.Sections.Index())
        {
            SectionTypst.Write(page, section, last: index == page.Document.Sections.Count - 1);
        }

        return output.ToString();
    }

    private static void WriteMetadata(TypstPage page)
    {
        var metadata = page.Document.Metadata;
        var created = metadata.Created.ToUniversalTime();
        var language = metadata.Language.Split('-');
        page.Out.Raw("#show: publication.with(title: ").Text(metadata.Title).Raw(", author: ").Text(metadata.Unit)
            .Raw($", date: datetime(year: {created.Year}, month: {created.Month}, day: {created.Day}, hour: {created.Hour}, minute: {created.Minute}, second: {created.Second})")
            .Raw(", language: ").Text(language[0]).Raw(", region: ").TextOrNone(language.Length > 1 ? language[^1] : null).Raw(")\n");
    }
}
