using DocumentFormat.OpenXml;
using FinalAccounts.Rendering.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word.Blocks;

/// <summary>The table of contents as a field that Word can update, with its entries and page numbers already in it.</summary>
internal static class ContentsWriter
{
    /// <summary>Headings 1 and 2 by style, TC entries for all others; as links; no numbers in the web view.</summary>
    public const string Instruction = " TOC \\o \"1-2\" \\f C \\l \"1-9\" \\h \\z ";

    public static IEnumerable<OpenXmlElement> Write(TableOfContents contents, WordContext context)
    {
        var content = new W.SdtContentBlock(WordParagraph.Of(WordStyleIds.ContentsTitle, contents.Title));
        var first = true;
        foreach (var heading in context.Document.Blocks.OfType<Heading>().Where(heading => heading.InContents))
        {
            var entry = WordParagraph.Empty(WordStyleIds.Contents(heading.Level));
            if (first)
            {
                entry.Append(WordField.Begin(Instruction));
                first = false;
            }

            entry.AppendChild(Link(heading, context));
            content.AppendChild(entry);
        }

        if (!first)
        {
            content.AppendChild(WordParagraph.Of(WordStyleIds.Divider, [WordField.End()]));
        }

        // The frame that Word puts around its own tables of contents, with the button to update it.
        yield return new W.SdtBlock(
            new W.SdtProperties(new W.SdtContentDocPartObject(
                new W.DocPartGallery { Val = "Table of Contents" }, new W.DocPartUnique())),
            content);
    }

    private static W.Hyperlink Link(Heading heading, WordContext context)
    {
        var bookmark = context.Bookmark(heading);
        var link = new W.Hyperlink { Anchor = bookmark, History = true };
        link.Append(WordInlines.Write(Lines(heading, context)));
        link.AppendChild(new W.Run(new W.TabChar()));
        link.Append(WordField.Of($" PAGEREF {bookmark} \\h ", Page(heading, context)));
        return link;
    }

    // By breaks and not by an indent: the number's tab stands at the edge of the text.
    private static IReadOnlyList<Inline> Lines(Heading heading, WordContext context)
    {
        var text = HeadingWriter.ContentsText(heading);
        var lines = ContentsPitch.Led(text, heading.Level, context.Page.TextWidth / Measure.TwipsOfPoint)?.Lines ?? [text];
        return [.. lines.SelectMany((line, index) => (Inline[])[.. index == 0 ? [] : (Inline[])[new LineBreak()], new Text(line)])];
    }

    // Without a page map the number stays blank, and the settings ask Word to update the fields on opening.
    private static string Page(Heading heading, WordContext context) =>
        context.Pages is not { } pages ? ""
        : pages.PageOf(heading.Id) is { } page ? Measure.Invariant(page)
        : throw new ArgumentException($"The page map does not know the heading {heading.Id}.", nameof(context));
}
