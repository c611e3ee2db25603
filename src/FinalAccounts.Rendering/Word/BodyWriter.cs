using DocumentFormat.OpenXml;
using FinalAccounts.Rendering.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>Sections into the body, element by element: a section's properties stand in its last paragraph, those of the last section at the end.</summary>
internal sealed class BodyWriter(OpenXmlWriter writer, WordContext context)
{
    private OpenXmlElement? _held;
    private bool _pageBreak;

    public void Write(IReadOnlyList<Section> sections) => Write(sections, index => Content(sections[index].Blocks));

    private IEnumerable<IEnumerable<OpenXmlElement>?> Content(IReadOnlyList<Block> blocks)
    {
        var (tails, heads) = (Tails.Of(blocks), RunInHeads.Of(blocks));
        return blocks.Select((block, index) => block is PageBreak ? null
            : Held(WordBlocks.Write(block, context), lines: tails.Contains(index), next: heads.Contains(index) || (tails.Contains(index) && tails.Contains(index + 1))));
    }

    // The last lines before a forced break stay together, and what leads to the next paragraph stays with it, as in the PDF.
    private static IEnumerable<OpenXmlElement> Held(IEnumerable<OpenXmlElement> elements, bool lines, bool next)
    {
        foreach (var element in elements)
        {
            if (element is W.Paragraph { ParagraphProperties: { } properties })
            {
                properties.KeepLines = lines ? new W.KeepLines() : properties.KeepLines;
                properties.KeepNext = next ? new W.KeepNext() : properties.KeepNext;
            }

            yield return element;
        }
    }

    /// <summary>Writes sections with content of another's making.</summary>
    /// <param name="content">The elements of each block of a section, made while its page is the context's; null for a page break.</param>
    public void Write(IReadOnlyList<Section> sections, Func<int, IEnumerable<IEnumerable<OpenXmlElement>?>> content)
    {
        for (var index = 0; index < sections.Count; index++)
        {
            var section = sections[index];
            context.Setup = section.Page;
            foreach (var block in content(index))
            {
                Write(block);
            }

            EndSection(section, last: index == sections.Count - 1);
        }
    }

    private void Write(IEnumerable<OpenXmlElement>? block)
    {
        if (block is null)
        {
            BreakPage();
            _pageBreak = true;
            return;
        }

        foreach (var element in block)
        {
            if (_pageBreak && element is W.Paragraph first && !IsTracked(first))
            {
                first.ParagraphProperties!.PageBreakBefore = new W.PageBreakBefore();
                _pageBreak = false;
            }

            BreakPage();
            if (element is W.BookmarkStart or W.Table && _held is W.BookmarkEnd or W.Table)
            {
                // Two tables in a row would grow together.
                Emit(WordParagraph.Empty(WordStyleIds.Divider));
            }

            Emit(element);
        }
    }

    private void BreakPage()
    {
        if (!_pageBreak)
        {
            return;
        }

        _pageBreak = false;
        foreach (var element in WordBlocks.Write(new PageBreak(), context))
        {
            Emit(element);
        }
    }

    private void EndSection(Section section, bool last)
    {
        BreakPage();
        var properties = WordSections.Properties(section, context);
        if (last)
        {
            if (_held is not W.Paragraph)
            {
                Emit(WordParagraph.Empty(WordStyleIds.Divider));
            }

            Flush();
            writer.WriteElement(properties);
            return;
        }

        if (_held is not W.Paragraph paragraph || IsTracked(paragraph))
        {
            paragraph = WordParagraph.Empty(WordStyleIds.Divider);
            Emit(paragraph);
        }

        paragraph.ParagraphProperties!.SectionProperties = properties;
        Flush();
    }

    // A paragraph that may come to be gone can neither end a section nor begin a page.
    private static bool IsTracked(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphMarkRunProperties is not null;

    private void Emit(OpenXmlElement element)
    {
        Flush();
        _held = element;
    }

    private void Flush()
    {
        if (_held is not null)
        {
            writer.WriteElement(_held);
            _held = null;
        }
    }
}
