namespace FinalAccounts.Rendering.Html;

/// <summary>Writes the parts of a line.</summary>
internal static class InlineHtml
{
    public static void Write(HtmlPage page, IReadOnlyList<Inline> inlines, FigureSetting setting)
    {
        Place? open = null;
        foreach (var inline in inlines)
        {
            // Neighbours of one template line share a span, within it those of one tag.
            var made = page.InlinePlaces?.GetValueOrDefault(inline) is { Line: not null } place ? place : null;
            if (made?.Line != open?.Line)
            {
                page.Out.Raw(open is null ? "" : "</span></span>");
                if (made is not null)
                {
                    page.Out.Raw("<span class=\"from\"").Attribute("data-line", $"{made.Line}").Raw("><span").Attribute("data-column", $"{made.Column}").Raw(">");
                }
            }
            else if (made?.Column != open?.Column)
            {
                page.Out.Raw("</span><span").Attribute("data-column", $"{made!.Column}").Raw(">");
            }

            open = made;
            Write(page, inline, setting);
        }

        page.Out.Raw(open is null ? "" : "</span></span>");
    }

    public static void Write(HtmlPage page, Inline inline, FigureSetting setting)
    {
        switch (inline)
        {
            case Text text:
                page.Out.Text(text.Value);
                break;
            case Strong strong:
                page.Out.Raw("<strong>");
                Write(page, strong.Inlines, setting);
                page.Out.Raw("</strong>");
                break;
            case Figure figure:
                FigureHtml.Write(page, figure, setting);
                break;
            case LineBreak:
                page.Out.Raw("<br>");
                break;
            case Checkbox box:
                page.Out.Raw(box.Checked ? "<span class=\"box\">☑</span>" : "<span class=\"box\">☐</span>");
                break;
            default:
                throw new NotSupportedException($"HTML has no writer for {inline.GetType().Name}.");
        }
    }
}
