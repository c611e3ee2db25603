using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>Finds the records of a facts sheet that a formula means; those with a certain content are looked up, not searched, so that a rule over many records stays quick.</summary>
internal sealed class RecordIndex(Facts facts)
{
    private readonly Dictionary<string, List<(int, FactRecord)>> all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ILookup<string, (int, FactRecord)>> bySheetAndFields = new(StringComparer.Ordinal);

    /// <summary>The records with their numbers from 1, in order.</summary>
    public IReadOnlyList<(int Number, FactRecord Record)> Find(FactNode node, RowContext? at)
    {
        var equal = node.Filters.Where(filter => filter.Kind != FilterKind.Level).ToList();
        var found = equal.Count == 0
            ? All(node.Sheet)
            : By(node.Sheet, equal.ConvertAll(filter => filter.Field))[Key(equal.Select(filter => Wanted(filter, at)))].ToList();
        return node.Filters.Count == equal.Count ? found : found.Where(one => node.Filters.All(filter => IsOfLevel(one.Item2, filter))).ToList();
    }

    private static bool IsOfLevel(FactRecord record, FactFilter filter) =>
        filter.Kind != FilterKind.Level || SubjectCode.Level(Content(record, filter.Field)) == filter.Level;

    private static string Wanted(FactFilter filter, RowContext? at) => filter.Kind switch
    {
        FilterKind.Text => filter.Other,
        FilterKind.Row => at!.Key,
        _ => Content(at!.Record!, filter.Other),
    };

    private List<(int, FactRecord)> All(string sheet)
    {
        if (!all.TryGetValue(sheet, out var records))
        {
            all[sheet] = records = [.. facts.Records(sheet).Select((record, i) => (i + 1, record))];
        }

        return records;
    }

    private ILookup<string, (int, FactRecord)> By(string sheet, List<string> fields)
    {
        var name = Key(fields.Prepend(sheet));
        if (!bySheetAndFields.TryGetValue(name, out var lookup))
        {
            bySheetAndFields[name] = lookup = All(sheet).ToLookup(one => Key(fields.Select(field => Content(one.Item2, field))), StringComparer.Ordinal);
        }

        return lookup;
    }

    private static string Key(IEnumerable<string> parts) => string.Join('\u001F', parts);

    private static string Content(FactRecord record, string field) => record.Values.GetValueOrDefault(field) switch
    {
        { Text: { } text } => text.Trim(),
        { Number: { } number } => (number / 1.000000000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture),
        { Date: { } date } => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        { Flag: { } flag } => flag ? "是" : "否",
        _ => "",
    };
}
