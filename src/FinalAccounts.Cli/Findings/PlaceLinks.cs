using FinalAccounts.Documents;
using DocumentTable = FinalAccounts.Documents.Table;

namespace FinalAccounts.Cli;

/// <summary>Where in the document's web page a cell of the input is printed: the row of its table, else the heading above the text that says it.</summary>
internal sealed class PlaceLinks
{
    private readonly Dictionary<Place, string> ids = [];

    /// <summary>The links of a document; a cell that is printed more than once has that of its table.</summary>
    public PlaceLinks(Document document)
    {
        foreach (var table in document.Blocks.OfType<DocumentTable>())
        {
            AddTable(table);
        }

        string? heading = null;
        foreach (var block in document.Blocks)
        {
            heading = block is Heading own ? own.Id : heading;
            if (heading is not null)
            {
                foreach (var inlines in Lines(block))
                {
                    Add(inlines, heading);
                }
            }
        }
    }

    /// <summary>The id; null when the document does not print the cell.</summary>
    public string? For(Place place) => ids.GetValueOrDefault(place);

    private static IEnumerable<IReadOnlyList<Inline>> Lines(Block block) => block switch
    {
        Heading heading => [heading.Inlines],
        Paragraph paragraph => [paragraph.Inlines],
        ListBlock list => list.Items,
        _ => [],
    };

    private void AddTable(DocumentTable table)
    {
        var keys = new HashSet<string>();
        foreach (var (index, row) in table.Rows.Index())
        {
            // Only the first row of a key has an id of its own.
            var id = row.Key is { } key && keys.Add(key) ? $"{table.Id}-r{index + 1}" : table.Id;
            foreach (var cell in row.Cells)
            {
                Add(cell.Inlines, id);
            }
        }
    }

    private void Add(IReadOnlyList<Inline> inlines, string id)
    {
        foreach (var place in InlinePlaces.Of(inlines))
        {
            ids.TryAdd(place, id);
        }
    }
}
