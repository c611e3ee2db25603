using System.Text;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Rendering.Comparison;

/// <summary>A comparison as one HTML file that needs nothing else: the list of changes with their causes, then the text with what is gone struck out and what is new underlined; what did not change is folded.</summary>
public static class ComparisonHtml
{
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>Writes UTF-8 without a byte order mark; the stream is left open.</summary>
    public static void Render(DocumentComparison comparison, ComparedEditions editions, Theme theme, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Render(comparison, editions, theme, writer);
    }

    /// <summary>Writes the file's text.</summary>
    public static void Render(DocumentComparison comparison, ComparedEditions editions, Theme theme, TextWriter output)
    {
        // Blocks are written as for print: figures do not explain themselves here, the list of changes does.
        var page = new HtmlPage(comparison.After, theme, null, HtmlPurpose.Print, new HtmlWriter(output));
        WriteHead(page, editions);
        page.Out.Raw("<body>\n<main>\n");
        ChangeListHtml.Write(page.Out, comparison, editions);
        page.Out.Raw("<section class=\"content\" aria-labelledby=\"text\">\n<h2 id=\"text\">正文</h2>\n")
            .Raw("<p class=\"legend\"><del>删除线</del>是原来的，<ins>下划线</ins>是现在的；没有变化的内容已折叠。</p>\n");
        ComparedBlocksHtml.Write(page, comparison);
        page.Out.Raw("</section>\n</main>\n</body>\n</html>\n");
    }

    private static void WriteHead(HtmlPage page, ComparedEditions editions)
    {
        var metadata = page.Document.Metadata;
        page.Out.Raw("<!DOCTYPE html>\n<html").Attribute("lang", metadata.Language).Raw(">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\"").Attribute("content", ContentSecurityPolicy).Raw(">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<title>").Text($"{metadata.Title}：{editions.Before}与{editions.After}的比较").Raw("</title>\n<style>\n")
            .Raw(FontCss.For(page.Theme)).Raw(StyleSheet.Read("common.css")).Raw(StyleSheet.Read("comparison.css")).Raw("</style>\n</head>\n");
    }
}
