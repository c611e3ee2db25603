using System.Runtime.CompilerServices;

namespace FinalAccounts.Rendering.Layout;

/// <summary>
/// A document as it stands on paper: tables and forms set so that they fill their pages well, and divided where they are higher
/// or wider than a page, each part under the title with （续） and with its heads and labels said again. PDF and Word are made of it, so that they divide alike.
/// </summary>
internal static class PagedDocument
{
    private const string Continued = "（续）";

    // An empty table keeps the look of a form.
    private const int FewestRows = 6;

    // PDF and Word ask for the pages of the same document; it is kept as long as that document is.
    private static readonly ConditionalWeakTable<Document, Tuple<Theme, Document>> Made = [];

    public static Document Of(Document document, Theme theme)
    {
        if (!Made.TryGetValue(document, out var made) || made.Item1 != theme)
        {
            Made.AddOrUpdate(document, made = Tuple.Create(theme, Paged(document, theme)));
        }

        return made.Item2;
    }

    private static Document Paged(Document document, Theme theme) => document with
    {
        Sections = [.. document.Sections.Select(section => section with { Blocks = Blocks(section, theme) })],
    };

    private static List<Block> Blocks(Section section, Theme theme)
    {
        var room = new PageRoom(section.Page, theme);
        var blocks = new List<Block>();
        for (var index = 0; index < section.Blocks.Count; index++)
        {
            if (section.Blocks[index] is Table { Kind: TableKind.Accounts or TableKind.Form } table && TableGrid.Of(table).Faults.Count == 0)
            {
                blocks.AddRange(Paged(section.Blocks, index, table, room, theme));
            }
            else
            {
                blocks.Add(section.Blocks[index]);
            }
        }

        return blocks;
    }

    private static IEnumerable<Block> Paged(IReadOnlyList<Block> blocks, int index, Table table, PageRoom room, Theme theme)
    {
        var before = blocks.Take(index).Reverse().TakeWhile(block => block is not PageBreak).Reverse().ToList();
        var notes = blocks.Skip(index + 1).TakeWhile(block => block is Paragraph { Style: ParagraphStyle.TableNote }).Cast<Paragraph>();
        var title = before.LastOrDefault() is Heading heading ? DocumentText.Of(heading.Inlines) : table.Title;
        var size = table.Kind == TableKind.Form ? theme.FormSize : theme.TableSize;

        // Where text stands above, the table takes what room there is, as the typesetter finds it.
        var pages = room.Above(before) is { } above
            ? TablePages.Of(Padded(table) with { Title = title }, room, above, room.Notes(notes), size)
            : TablePages.Of(table with { Title = title }, room, 0, 0, size) is [[var whole]] ? [[whole]] : [[table]];
        foreach (var (number, page) in pages.Index())
        {
            if (number > 0)
            {
                yield return new PageBreak();
                yield return new Paragraph([new Text((title ?? "") + Continued)], ParagraphStyle.TableTitle);
            }

            foreach (var (below, part) in page.Index())
            {
                yield return part with { Title = number + below == 0 ? table.Title : (title ?? "") + Continued };
            }
        }
    }

    private static Table Padded(Table table)
    {
        var isEmpty = table.Kind == TableKind.Accounts && table.Rows.Count < FewestRows
            && !table.Rows.SelectMany(row => row.Cells).Any(cell => cell.Inlines.Any(inline => inline is Figure));
        return isEmpty
            ? table with { Rows = [.. table.Rows, .. Enumerable.Range(table.Rows.Count, FewestRows - table.Rows.Count).Select(_ => new TableRow([.. table.Columns.Select(_ => new TableCell([]))]))] }
            : table;
    }
}
