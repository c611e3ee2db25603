namespace FinalAccounts.Rendering.Html;

/// <summary>What the block writers share while one document is written.</summary>
internal sealed record HtmlPage(Document Document, Theme Theme, PageMap? Pages, HtmlPurpose Purpose, HtmlWriter Out)
{
    /// <summary>The rows that figures in the text point to.</summary>
    public FigureTargets Targets { get; } = Purpose == HtmlPurpose.Publication ? FigureTargets.Of(Document) : FigureTargets.None;

    /// <summary>The template line that printed each inline, by reference; null when the page does not tell.</summary>
    public IReadOnlyDictionary<Inline, Place>? InlinePlaces { get; init; }

    /// <summary>The paper of the section that is being written.</summary>
    public PageSetup Setup { get; set; } = new();

    /// <summary>The sentences that use the tables' figures.</summary>
    public FigureUses Uses { get; } = Purpose == HtmlPurpose.Publication ? FigureUses.Of(Document) : FigureUses.None;

    /// <summary>Whether people read this on a screen.</summary>
    public bool OnScreen => Purpose is HtmlPurpose.Publication or HtmlPurpose.Preview;

    /// <summary>The headings of the table of contents, in order.</summary>
    public IEnumerable<Heading> Contents => Document.Blocks.OfType<Heading>().Where(heading => heading.InContents);
}
