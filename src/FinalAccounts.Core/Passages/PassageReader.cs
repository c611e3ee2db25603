using System.Text;

namespace FinalAccounts.Passages;

/// <summary>Takes a document apart into passages, in reading order. The published tables' own cells are left to the rules.</summary>
internal static class PassageReader
{
    /// <summary>All passages of the document.</summary>
    public static IReadOnlyList<Passage> Read(Document document) => [.. document.Blocks.SelectMany(Read)];

    /// <summary>The passages of a block.</summary>
    public static IReadOnlyList<Passage> Read(Block block)
    {
        var passages = new List<Passage>();
        switch (block)
        {
            case Heading heading:
                Add(passages, heading.Inlines, block, PassageKind.Heading);
                break;
            case Paragraph paragraph:
                Add(passages, paragraph.Inlines, block, Kind(paragraph.Style));
                break;
            case ListBlock list:
                foreach (var item in list.Items)
                {
                    Add(passages, item, block, PassageKind.Paragraph);
                }

                break;
            case Table { Kind: not TableKind.Accounts } table:
                foreach (var cell in table.HeaderRows.Concat(table.Rows).SelectMany(row => row.Cells))
                {
                    Add(passages, cell.Inlines, block, cell.Header ? PassageKind.Label : PassageKind.Cell);
                }

                break;
        }

        return passages;
    }

    // A short line may be a caption: its form counts, its numbers claim nothing.
    private static PassageKind Kind(ParagraphStyle style) => style switch
    {
        ParagraphStyle.TableNote => PassageKind.Note,
        ParagraphStyle.Caption => PassageKind.Label,
        _ => PassageKind.Paragraph,
    };

    private static void Add(List<Passage> passages, IReadOnlyList<Inline> inlines, Block block, PassageKind kind)
    {
        var content = new StringBuilder();
        var spans = new List<PassageSpan>();
        foreach (var inline in Flat(inlines))
        {
            if (inline is LineBreak)
            {
                Close();
                continue;
            }

            var text = inline switch
            {
                Documents.Text plain => plain.Value,
                Figure figure => figure.Text,
                Checkbox box => box.Checked ? "☑" : "☐",
                _ => "",
            };
            spans.Add(new PassageSpan(content.Length, text.Length, inline));
            content.Append(text);
        }

        Close();

        void Close()
        {
            if (content.Length > 0)
            {
                passages.Add(new Passage(content.ToString(), spans.ToArray(), block, kind));
            }

            content.Clear();
            spans.Clear();
        }
    }

    private static IEnumerable<Inline> Flat(IReadOnlyList<Inline> inlines) =>
        inlines.SelectMany(inline => inline is Strong strong ? Flat(strong.Inlines) : [inline]);
}
