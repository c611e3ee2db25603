using FinalAccounts.Accounts;

namespace FinalAccounts.Comparison;

/// <summary>Compares two accounts cell by cell: tables by row and column key, fields by name, records by what they say.</summary>
public static class AccountsDifference
{
    // Records that have less in common are different records.
    private const double SameRecord = 0.4;

    /// <summary>Every cell and fact that differs, tables first, in ordinal order of sheets and in the order of rows.</summary>
    public static IReadOnlyList<ValueChange> Of(DepartmentAccounts before, DepartmentAccounts after, CancellationToken cancellation)
    {
        var changes = new List<ValueChange>();
        AddTables(changes, "", before.Tables, after.Tables);
        AddTables(changes, "上年", before.Prior?.Tables ?? NoTables, after.Prior?.Tables ?? NoTables);
        foreach (var sheet in before.Facts.Sheets.Keys.Union(after.Facts.Sheets.Keys).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            AddSheet(changes, sheet, before.Facts.Records(sheet), after.Facts.Records(sheet), cancellation);
        }

        return changes;
    }

    private static readonly Dictionary<string, AccountsTable> NoTables = [];

    private static void AddTables(
        List<ValueChange> changes, string year, IReadOnlyDictionary<string, AccountsTable> before, IReadOnlyDictionary<string, AccountsTable> after)
    {
        foreach (var key in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (old, current) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            foreach (var row in (current?.Rows ?? []).Concat(old?.Rows ?? []).Select(row => row.Key).Distinct(StringComparer.Ordinal))
            {
                var columns = (old?.Row(row)?.Cells.Keys ?? []).Union(current?.Row(row)?.Cells.Keys ?? []).Order(StringComparer.Ordinal);
                foreach (var column in columns)
                {
                    Add(changes, new ValueChange(year + key, row, column, false, Content(old?.Cell(row, column)), Content(current?.Cell(row, column))));
                }
            }
        }
    }

    private static void AddSheet(
        List<ValueChange> changes, string sheet, IReadOnlyList<FactRecord> before, IReadOnlyList<FactRecord> after, CancellationToken cancellation)
    {
        var records = before.Count > 1 || after.Count > 1;
        var old = before.Select(Text).ToList();
        var current = after.Select(Text).ToList();
        var oldLikeness = old.Select(TextLikeness.Of).ToList();
        var newLikeness = current.Select(TextLikeness.Of).ToList();
        double Likeness(int i, int j)
        {
            var likeness = oldLikeness[i].To(newLikeness[j]);
            return old[i] == current[j] ? Alignment.Same : !records || likeness >= SameRecord ? Math.Max(likeness, 0.01) : 0;
        }

        foreach (var (i, j) in Alignment.Of(before.Count, after.Count, Likeness, cancellation))
        {
            var row = records ? $"{(j < 0 ? i : j) + 1}" : "";
            var fields = (i < 0 ? [] : before[i].Values.Keys).Union(j < 0 ? [] : after[j].Values.Keys).Order(StringComparer.Ordinal);
            foreach (var field in fields)
            {
                Add(changes, new ValueChange(
                    sheet, row, field, true,
                    i < 0 ? null : Value(before[i].Values.GetValueOrDefault(field)), j < 0 ? null : Value(after[j].Values.GetValueOrDefault(field))));
            }
        }
    }

    private static void Add(List<ValueChange> changes, ValueChange change)
    {
        if (change.Before != change.After)
        {
            changes.Add(change);
        }
    }

    private static string Text(FactRecord record) =>
        string.Join('\n', record.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\t{Value(pair.Value)}"));

    private static string? Value(FactValue? value) => value switch
    {
        { Text: { } text } => text,
        { Number: { } number } => Number(number),
        { Date: { } date } => date.ToString("yyyy-MM-dd"),
        { Flag: { } flag } => flag ? "是" : "否",
        { Error: { } error } => error,
        _ => null,
    };

    private static string? Content(AccountsCell? cell) => cell?.Text ?? Number(cell?.Value);

    // 1.50 and 1.5 are the same number.
    private static string? Number(decimal? value) => value is { } number ? (number / 1.0000000000000000000000000000m).ToString() : null;
}
