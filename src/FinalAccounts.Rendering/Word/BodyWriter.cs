using DocumentFormat.OpenXml;
using FinalAccounts.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>Sections into the body, element by element: a section's properties stand in its last paragraph, those of the last section at the end.</summary>
internal sealed class BodyWriter(OpenXmlWriter writer, WordContext context)
{
    private OpenXmlElement? _held;
    private bool _pageBreak;

    public void Write(IReadOnlyList<Section> sections)
    {
        for (var index = 0; index < sections.Count; index++)
        {
            var section = sections[index];
            context.Setup = section.Page;
            foreach (var block in section.Blocks)
            {
                Write(block);
            }

            EndSection(section, last: index == sections.Count - 1);
        }
    }

    private void Write(Block block)
    {
        if (block is PageBreak)
        {
            BreakPage();
            _pageBreak = true;
            return;
        }

        foreach (var element in WordBlocks.Write(block, context))
        {
            if (_pageBreak && element is W.Paragraph first)
            {
                first.ParagraphProperties!.PageBreakBefore = new W.PageBreakBefore();
                _pageBreak = false;
            }

            BreakPage();
            if (element is W.BookmarkStart && _held is W.BookmarkEnd)
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

        if (_held is not W.Paragraph paragraph)
        {
            paragraph = WordParagraph.Empty(WordStyleIds.Divider);
            Emit(paragraph);
        }

        paragraph.ParagraphProperties!.SectionProperties = properties;
        Flush();
    }

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
