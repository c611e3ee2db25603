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
    // Between the pieces of a divided table stand its title and captions.
    private const int MostParts = 8;

    private readonly Dictionary<int, ILookup<int, PublishedCell>> rows = [];
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

    // A table may be printed as several, over pages and side by side, its labels said again: each row is looked for by what its cells say.
    private void AddTable(DocumentTable table)
    {
        var first = Next(part => part is PublishedGrid);
        if (first < 0)
        {
            return;
        }

        var (grid, from) = (first, 0);
        foreach (var row in table.HeaderRows.Concat(table.Rows))
        {
            var texts = row.Cells.Select(cell => Plain(DocumentText.Of(cell.Inlines))).ToList();
            var found = Row(grid, from, texts);
            var left = found is null ? [] : Cells(found.Value.Part, found.Value.Row).ToList();
            if (found is { } at)
            {
                (grid, from) = (at.Part, at.Row + 1);
                next = Math.Max(next, grid + 1);
            }

            foreach (var (cell, text) in row.Cells.Zip(texts))
            {
                var read = left.Find(one => Plain(one.Text) == text);
                left.Remove(read!);
                Add(inTables, cell.Inlines, new PartCell(grid, read is null ? null : (read.Row, read.Column)));
            }
        }
    }

    private (int Part, int Row)? Row(int part, int from, List<string> texts)
    {
        var wanted = texts.Where(text => text.Length > 0).ToList();
        for (var index = part; index < parts.Count && index <= part + MostParts && wanted.Count > 0; index++)
        {
            if (parts[index] is PublishedGrid grid)
            {
                for (var row = index == part ? from : 0; row < grid.Rows; row++)
                {
                    var said = Cells(index, row).Select(cell => Plain(cell.Text)).ToList();
                    if (wanted.TrueForAll(said.Contains))
                    {
                        return (index, row);
                    }
                }
            }
        }

        return null;
    }

    private IEnumerable<PublishedCell> Cells(int part, int row)
    {
        if (!rows.TryGetValue(part, out var cells))
        {
            rows[part] = cells = ((PublishedGrid)parts[part]).Cells.ToLookup(cell => cell.Row);
        }

        return cells[row];
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

    private static void Add(Dictionary<Place, PartCell> found, IReadOnlyList<Inline> inlines, PartCell at)
    {
        foreach (var place in InlinePlaces.Of(inlines))
        {
            found.TryAdd(place, at);
        }
    }

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
