namespace FinalAccounts.Rendering.Html;

/// <summary>Printed text beside its template: a page whose content is put in piece by piece, each block and stretch of text with the template line that made it.</summary>
public static class PreviewHtml
{
    private static readonly Document Nothing = new(new DocumentMetadata("", "", 0, default), []);

    /// <summary>The empty page: its styles and a <c>main</c> to fill.</summary>
    public static string Page(Theme theme)
    {
        using var output = new StringWriter();
        var page = Of(theme, new Dictionary<Inline, Place>(), output);
        page.Out.Raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>预览</title>\n<style>\n")
            .Raw(StyleSheet.For(page)).Raw("</style>\n</head>\n<body>\n<main></main>\n</body>\n</html>\n");
        return output.ToString();
    }

    /// <summary>What goes into the page's <c>main</c>: one template's text below its title.</summary>
    /// <param name="title">As printed; null for none.</param>
    /// <param name="blocks">The text.</param>
    /// <param name="places">The template line of each inline, by reference.</param>
    /// <param name="theme">The look.</param>
    /// <param name="output">Takes the markup; it may end the writing by an exception of its own.</param>
    public static void Section(string? title, IReadOnlyList<Block> blocks, IReadOnlyDictionary<Inline, Place> places, Theme theme, TextWriter output)
    {
        var page = Of(theme, places, output);
        page.Out.Raw("<section class=\"").Raw(PageNames.Of(page.Setup)).Raw("\">\n");
        if (title is not null)
        {
            BlockHtml.Write(page, new Heading(2, [new Text(title)], "title"));
        }

        SectionHtml.Write(page, blocks);
        page.Out.Raw("</section>\n");
    }

    private static HtmlPage Of(Theme theme, IReadOnlyDictionary<Inline, Place> places, TextWriter output) =>
        new(Nothing, theme, null, HtmlPurpose.Preview, new HtmlWriter(output)) { InlinePlaces = places };
}
