namespace FinalAccounts.Rendering.Html;

/// <summary>Where a figure stands, which decides how its origin is shown.</summary>
internal enum FigureSetting
{
    /// <summary>In running text: reachable by keyboard, shown by CSS on hover and focus.</summary>
    Text,

    /// <summary>In a table: thousands of tab stops would lock keyboard users out, so a plain title.</summary>
    Table,

    /// <summary>In a heading or entry of the contents: no origin.</summary>
    Bare,
}

/// <summary>A figure and, on screen, where it came from. The inner element stays visible when the outer one is hidden: so a style alone takes figures out of the way of the keyboard.</summary>
internal static class FigureHtml
{
    public static void Write(HtmlPage page, Figure figure, FigureSetting setting)
    {
        if (!page.OnScreen || setting == FigureSetting.Bare)
        {
            page.Out.Text(figure.Text);
            return;
        }
        var origin = OriginText.Of(figure);
        if (setting == FigureSetting.Table)
        {
            page.Out.Raw("<span").Attribute("title", origin).Raw(">").Text(figure.Text).Raw("</span>");
            return;
        }
        if (page.Targets.For(figure.Origin) is { } target)
        {
            page.Out.Raw("<a class=\"fig\"").AttributeIf("id", page.Uses.TakeId(figure)).Attribute("href", "#" + target).Attribute("data-origin", origin)
                .Raw("><span>").Text(figure.Text).Raw("</span></a>");
            return;
        }
        page.Out.Raw("<span class=\"fig\" tabindex=\"0\"").AttributeIf("id", page.Uses.TakeId(figure)).Attribute("data-origin", origin)
            .Raw("><span>").Text(figure.Text).Raw("</span></span>");
    }
}
