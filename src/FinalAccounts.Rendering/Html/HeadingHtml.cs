namespace FinalAccounts.Rendering.Html;

/// <summary>A heading, h1 for a part to h4, and the target of links.</summary>
internal static class HeadingHtml
{
    public static void Write(HtmlPage page, Heading heading)
    {
        var tag = "h" + Math.Clamp(heading.Level, 1, 6);
        var style = heading.Style switch
        {
            HeadingStyle.Part => "part",
            HeadingStyle.TableTitle => "table-title",
            HeadingStyle.Text => "text",
            _ => throw new NotSupportedException($"HTML has no heading style {heading.Style}."),
        };
        page.Out.Raw("<").Raw(tag).Attribute("id", heading.Id).Attribute("class", style).Raw(">");
        if (CentredHeadings.Size(heading.Style, page.Theme) is { } size && heading.Inlines is [Text title])
        {
            TitleHtml.Write(page, title.Value, size);
        }
        else
        {
            InlineHtml.Write(page, heading.Inlines, FigureSetting.Bare);
        }
        page.Out.Raw("</").Raw(tag).Raw(">\n");
    }
}
