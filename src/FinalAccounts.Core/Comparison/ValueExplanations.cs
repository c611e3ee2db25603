using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>Which changed cells and facts stand behind a change, by the origins of its figures and data texts; with the correction's reason where there is one.</summary>
internal sealed class ValueExplanations(IReadOnlyList<ValueChange> values, IReadOnlyList<CorrectionNote> corrections)
{
    private const int Most = 6;

    private readonly ILookup<(string Sheet, string Column), ValueChange> byColumn = values.ToLookup(value => (value.Sheet, value.Column));

    /// <summary>A line for each value; what goes beyond a few is counted.</summary>
    public IReadOnlyList<string> Of(Change change, BlockChange block)
    {
        var found = change.Spot.Cell is { } key
            ? byColumn[(key.Table, key.Column)].Where(value => value.Row == key.Row).ToList()
            : Values(BlockOrigins.Near(change, block));
        if (found.Count == 0)
        {
            found = Values(BlockOrigins.All(block));
        }

        var lines = found.Take(Most).Select(Line).ToList();
        if (found.Count > Most)
        {
            lines.Add($"……等共{found.Count}项数据");
        }

        return lines;
    }

    private List<ValueChange> Values(IEnumerable<Origin> origins) =>
        [.. origins.SelectMany(origin => origin.Cells).SelectMany(cell => byColumn[(cell.Table, cell.Column)].Where(value => Is(value, cell))).Distinct()];

    // Origins name a record by its number or by its name, and the only row of a single table not at all.
    private static bool Is(ValueChange value, OriginCell cell) =>
        cell.Row == value.Row || cell.Row.Length == 0 || value.Row.Length == 0
        || (value.IsFact && (cell.Row == $"第{value.Row}条" || !cell.Row.StartsWith('第')));

    private string Line(ValueChange value)
    {
        var note = corrections.LastOrDefault(note => note.Sheet == value.Sheet && note.Column == value.Column && (note.Row == value.Row || note.Row.Length == 0));
        return note is null ? value.Summary : $"{value.Summary}（更正：{note.Reason}；{note.By}，{note.On}）";
    }
}
