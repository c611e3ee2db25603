using FinalAccounts.Documents;
using FinalAccounts.Reading;
using DocumentTable = FinalAccounts.Documents.Table;

namespace FinalAccounts.Service.Reviewing;

/// <summary>A part of a document that was read, or a cell of it.</summary>
/// <param name="Part">Which of its parts.</param>
/// <param name="Cell">Row and column of a grid, zero-based; null for the whole part.</param>
public sealed record PartCell(int Part, (int Row, int Column)? Cell);

/// <summary>Where in the printed document, as it was read back, each cell of the input stands: the first place that prints it, tables before sentences.</summary>
public sealed class PrintedPlaces
{
    private readonly Dictionary<Place, PartCell> inTables = [];
    private readonly Dictionary<Place, PartCell> inText = [];
    private readonly IReadOnlyList<PublishedPart> parts;
    private int next;

    public PrintedPlaces(Document document, PublishedDocument published)
    {
        parts = published.Parts;
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case DocumentTable table:
                    AddTable(table);
                    break;
                case Heading heading:
                    AddLine(heading.Inlines);
                    break;
                case Paragraph paragraph:
                    AddLine(paragraph.Inlines);
                    break;
                case ListBlock list:
                    foreach (var item in list.Items)
                    {
                        AddLine(item);
                    }

                    break;
            }
        }
    }

    /// <summary>Where a cell of the input is printed; null where it is not.</summary>
    public PartCell? Find(Place place) => inTables.GetValueOrDefault(place) ?? inText.GetValueOrDefault(place);

    private void AddTable(DocumentTable table)
    {
        var index = Next(part => part is PublishedGrid);
        if (index < 0)
        {
            return;
        }

        var grid = (PublishedGrid)parts[index];
        var rows = grid.Cells.GroupBy(cell => cell.Row).ToDictionary(row => row.Key, row => row.ToList());
        foreach (var (number, row) in table.HeaderRows.Concat(table.Rows).Index())
        {
            foreach (var (column, cell) in row.Cells.Index())
            {
                // A table that the writer has split reads as another one: then the whole table has the comment.
                var read = rows.GetValueOrDefault(number)?.ElementAtOrDefault(column);
                Add(inTables, cell.Inlines, new PartCell(index, read is not null && Plain(read.Text) == Plain(DocumentText.Of(cell.Inlines)) ? (read.Row, read.Column) : null));
            }
        }
    }

    private void AddLine(IReadOnlyList<Inline> inlines)
    {
        var text = Plain(DocumentText.Of(inlines));
        var index = text.Length == 0 ? -1 : Next(part => part is PublishedLine line && Plain(line.Text).EndsWith(text, StringComparison.Ordinal));
        if (index >= 0)
        {
            Add(inText, inlines, new PartCell(index, null));
        }
    }

    // Parts come in the order of the blocks; a block that the reader left out (a line of the contents) leaves the order as it is.
    private int Next(Func<PublishedPart, bool> fits)
    {
        for (var index = next; index < parts.Count; index++)
        {
            if (fits(parts[index]))
            {
                next = index + 1;
                return index;
            }
        }

        return -1;
    }

    private static void Add(Dictionary<Place, PartCell> found, IEnumerable<Inline> inlines, PartCell at)
    {
        foreach (var inline in inlines)
        {
            var origin = inline switch
            {
                Figure figure => figure.Origin,
                Text text => text.Origin,
                _ => null,
            };
            foreach (var place in origin?.Cells.Select(cell => cell.Place).OfType<Place>() ?? [])
            {
                found.TryAdd(place, at);
            }

            if (inline is Strong strong)
            {
                Add(found, strong.Inlines, at);
            }
        }
    }

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
