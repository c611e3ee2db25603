using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Html;

/// <summary>Writes the parts of a line.</summary>
internal static class InlineHtml
{
    public static void Write(HtmlPage page, IReadOnlyList<Inline> inlines, FigureSetting setting)
    {
        int? open = null;
        foreach (var inline in inlines)
        {
            // Neighbours of one template line share a span.
            var line = page.InlinePlaces?.GetValueOrDefault(inline)?.Line;
            if (line != open)
            {
                page.Out.Raw(open is null ? "" : "</span>");
                if (line is { } made)
                {
                    page.Out.Raw("<span class=\"from\"").Attribute("data-line", $"{made}").Raw(">");
                }

                open = line;
            }

            Write(page, inline, setting);
        }

        page.Out.Raw(open is null ? "" : "</span>");
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
