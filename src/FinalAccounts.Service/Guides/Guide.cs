using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FinalAccounts.Service.Guides;

/// <summary>A guide of docs/ inside the product, as a web page: its headings and the points of its lists that begin with bold words can be linked to.</summary>
/// <param name="Slug">In its address.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Html">The rest.</param>
/// <param name="Parts">What can be found and linked to, in order.</param>
public sealed record Guide(string Slug, string Title, string Html, IReadOnlyList<GuidePart> Parts)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    /// <summary>The headings of the first levels, for the contents.</summary>
    public IEnumerable<GuidePart> Contents => Parts.Where(part => part.Level is 2 or 3);

    /// <summary>Reads one.</summary>
    /// <param name="slug">In its address.</param>
    /// <param name="markdown">Its text.</param>
    /// <param name="address">The address of another document by its file name; null when it is no guide.</param>
    public static Guide Read(string slug, string markdown, Func<string, string?> address)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var title = document.OfType<HeadingBlock>().First(heading => heading.Level == 1);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Turn(link, address);
        }

        foreach (var item in document.Descendants<ListItemBlock>())
        {
            if (Lead(item) is { } lead)
            {
                item.GetAttributes().Id = lead;
            }
        }

        var parts = Split(document, title);
        document.Remove(title);
        return new Guide(slug, Plain(title.Inline), Rendered(document), parts);
    }

    private static string Rendered(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);

        // What is wider than the page is moved by itself, also by keyboard.
        return writer.ToString()
            .Replace("<table>", "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表\"><table>", StringComparison.Ordinal).Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);
    }

    // Links to other guides lead to their pages; of what is not in the product only the words stay.
    private static void Turn(LinkInline link, Func<string, string?> address)
    {
        var (url, anchor) = (link.Url ?? "", "");
        if (link.IsImage)
        {
            link.Url = $"/help/images/{Path.GetFileName(url)}";
            link.GetAttributes().AddProperty("loading", "lazy");
            return;
        }

        if (url.StartsWith('#') || url.Contains("://", StringComparison.Ordinal))
        {
            return;
        }

        if (url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at)
        {
            (url, anchor) = (url[..at], url[at..]);
        }

        if (address(Uri.UnescapeDataString(url)) is { } page)
        {
            link.Url = page + anchor;
        }
        else
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        }
    }

    // “1. **提交工作簿**：…” can be linked to as a heading can.
    private static string? Lead(ListItemBlock item) =>
        item.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: EmphasisInline { DelimiterCount: 2 } bold } ? Plain(bold).Replace(" ", "-", StringComparison.Ordinal) : null;

    private static List<GuidePart> Split(MarkdownDocument document, HeadingBlock title)
    {
        var parts = new List<GuidePart> { new(1, "", Plain(title.Inline), "") };
        void Add(Block block)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    parts.Add(new GuidePart(heading.Level, heading.GetAttributes().Id ?? "", Plain(heading.Inline), ""));
                    break;
                case ListItemBlock item when Lead(item) is { } lead:
                    var above = parts[^1];
                    parts.Add(new GuidePart(9, lead, lead, Text(item)));
                    parts.Add(above with { Text = "" });
                    break;
                case ListBlock list:
                    foreach (var item in list)
                    {
                        Add(item);
                    }

                    break;
                default:
                    parts[^1] = parts[^1] with { Text = $"{parts[^1].Text} {Text(block)}" };
                    break;
            }
        }

        foreach (var block in document.Where(block => block != title))
        {
            Add(block);
        }

        // What goes on behind a list belongs to the heading above it.
        return [.. parts.GroupBy(part => (part.Level, part.Anchor, part.Title)).Select(group => group.First() with { Text = string.Join(' ', group.Select(part => part.Text.Trim()).Where(text => text.Length > 0)) })];
    }

    private static string Text(Block block) => block switch
    {
        LeafBlock { Inline: { } inline } => Plain(inline),
        CodeBlock code => code.Lines.ToString(),
        ContainerBlock container => string.Join(' ', container.Select(Text)),
        _ => "",
    };

    private static string Plain(ContainerInline? inlines) => inlines is null ? "" : string.Concat(inlines.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    }));
}

/// <summary>A part of a guide.</summary>
/// <param name="Level">Of its heading; 9 for a point of a list.</param>
/// <param name="Anchor">In the address behind #; empty for the guide's beginning.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What stands below it up to the next, plain.</param>
public sealed record GuidePart(int Level, string Anchor, string Title, string Text);
