using System.Text;

namespace FinalAccounts.Rendering.Html;

/// <summary>
/// Writes a document as one HTML file that needs nothing else: no network, styles and drawings inside. One script of ours, for searching and printing, may run on a published page, which is complete without it.
/// Equal documents give equal bytes.
/// </summary>
public static class HtmlRenderer
{
    // Nothing may be loaded, and nothing run but our own script, whatever a cell of the data contains.
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>The file's text. Without <paramref name="pages"/> the contents have no page numbers on paper.</summary>
    public static string Render(
        Document document, Theme theme, PageMap? pages = null, HtmlPurpose purpose = HtmlPurpose.Publication)
    {
        using var output = new StringWriter();
        Render(document, theme, pages, output, purpose);
        return output.ToString();
    }

    /// <summary>Writes UTF-8 without a byte order mark.</summary>
    public static void Render(
        Document document, Theme theme, PageMap? pages, Stream output, HtmlPurpose purpose = HtmlPurpose.Publication)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Render(document, theme, pages, writer, purpose);
    }

    /// <summary>Writes the file's text.</summary>
    public static void Render(
        Document document, Theme theme, PageMap? pages, TextWriter output, HtmlPurpose purpose = HtmlPurpose.Publication)
    {
        var page = new HtmlPage(document, theme, pages, purpose, new HtmlWriter(output));
        WriteHead(page);
        page.Out.Raw(page.OnScreen ? "<body>\n" : "<body class=\"print\">\n");
        if (page.OnScreen)
        {
            BannerHtml.Write(page);
            SideNavigationHtml.Write(page);
        }
        page.Out.Raw(page.OnScreen ? "<main id=\"text\" tabindex=\"-1\">\n" : "<main>\n");
        foreach (var section in document.Sections)
        {
            page.Setup = section.Page;
            page.Out.Raw("<section class=\"").Raw(PageNames.Of(section.Page)).Raw("\">\n");
            SectionHtml.Write(page, section.Blocks);
            page.Out.Raw("</section>\n");
        }
        page.Out.Raw("</main>\n");
        FigureUsesHtml.Write(page);
        page.Out.Raw(PageScript.Element(page.Purpose));
        page.Out.Raw("</body>\n</html>\n");
    }

    private static void WriteHead(HtmlPage page)
    {
        var metadata = page.Document.Metadata;
        page.Out.Raw("<!DOCTYPE html>\n<html").Attribute("lang", metadata.Language).Raw(">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\"").Attribute("content", ContentSecurityPolicy + PageScript.Policy(page.Purpose)).Raw(">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta name=\"author\"").Attribute("content", metadata.Unit).Raw(">\n")
            .Raw("<title>").Text(metadata.Title).Raw("</title>\n<style>\n");
        page.Out.Raw(StyleSheet.For(page));
        page.Out.Raw("</style>\n</head>\n");
    }
}
