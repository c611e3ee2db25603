namespace FinalAccounts.Rendering.Html;

/// <summary>The table rows that figures in the text follow from, and the ids under which they can be reached.</summary>
internal sealed class FigureTargets
{
    private readonly Dictionary<(string Table, string Row), string> ids = [];

    private FigureTargets()
    {
    }

    /// <summary>No row can be reached.</summary>
    public static FigureTargets None { get; } = new();

    /// <summary>Gives every row with a key an id; of rows with one key the first counts.</summary>
    public static FigureTargets Of(Document document)
    {
        var targets = new FigureTargets();
        foreach (var table in document.Blocks.OfType<Table>())
        {
            foreach (var (index, row) in table.Rows.Index())
            {
                if (row.Key is not null)
                {
                    targets.ids.TryAdd((table.Id, row.Key), $"{table.Id}-r{index + 1}");
                }
            }
        }
        return targets;
    }

    /// <summary>The id of the first cell's row; null when no table of the document has it.</summary>
    public string? For(Origin origin) => origin.Cells.Count > 0 ? For(origin.Cells[0]) : null;

    /// <summary>The id of a cell's row; null when no table of the document has it.</summary>
    public string? For(OriginCell cell) => For(TableId(cell.Table), cell.Row);

    /// <summary>The id of a row; null when it has none.</summary>
    public string? For(string tableId, string? rowKey) =>
        rowKey is not null && ids.TryGetValue((tableId, rowKey), out var id) ? id : null;

    // 表01 is the block t01.
    private static string TableId(string key) => key.StartsWith('表') ? "t" + key[1..] : key;
}
