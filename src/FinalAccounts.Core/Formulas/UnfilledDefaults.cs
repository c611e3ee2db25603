using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Fields with a formula for blank ones that stayed blank: some wait for a cell that somebody has to fill in, which is said there; the others have to be filled in themselves.</summary>
/// <param name="Findings">Required fields that wait for nothing.</param>
/// <param name="Waiting">The places of those that wait.</param>
internal sealed record UnfilledDefaults(IReadOnlyList<Finding> Findings, IReadOnlyList<Place> Waiting)
{
    private sealed record Blank(CompiledDefault Default, (string, string, string) Key, Place? Place, IReadOnlyList<OriginCell> Unknown);

    /// <summary>Those of the accounts.</summary>
    public static UnfilledDefaults Of(CompiledSet set, DepartmentAccounts accounts)
    {
        var book = new MetricBook(set, accounts);
        var blanks = set.Defaults.SelectMany(one => Blanks(one, book)).ToList();
        var roots = blanks.Where(blank => blank.Default.Field.Required && blank.Unknown.Count == 0).Select(blank => blank.Key).ToHashSet();
        var waiting = new HashSet<(string, string, string)>();
        bool IsSaid(OriginCell cell) => Field(cell, book)!.IsAsked || Value(cell, book)?.Error is not null || roots.Contains(Key(cell)) || waiting.Contains(Key(cell));
        while (blanks.FindAll(blank => !waiting.Contains(blank.Key) && blank.Unknown.Any(IsSaid)) is { Count: > 0 } more)
        {
            waiting.UnionWith(more.Select(blank => blank.Key));
        }

        return new UnfilledDefaults(
            [.. blanks.Where(blank => blank.Default.Field.Required && !waiting.Contains(blank.Key)).Select(Said)],
            [.. blanks.Where(blank => waiting.Contains(blank.Key)).Select(blank => blank.Place).OfType<Place>()]);
    }

    /// <summary>Whether a fact is missing here, or an error: a sum of what is known so far would look like the sum of all.</summary>
    public static bool IsUnknown(OriginCell cell, MetricBook book) => Field(cell, book) is not null && Value(cell, book) is null or { Error: not null };

    // A sheet that is not there at all is said as such.
    private static IEnumerable<Blank> Blanks(CompiledDefault one, MetricBook book)
    {
        var facts = book.Accounts.Facts;
        if (!facts.Sheets.TryGetValue(one.Sheet.Name, out var sheet) || (sheet.Records.Count == 0 && (one.Sheet.IsRecords || sheet.Blanks.Count == 0)))
        {
            yield break;
        }

        var records = sheet.Records.Count > 0 ? sheet.Records : [new FactRecord(new Dictionary<string, FactValue>())];
        foreach (var (i, record) in records.Index().Where(pair => !pair.Item.Values.ContainsKey(one.Field.Name)))
        {
            var row = one.Sheet.IsRecords ? FactDefaults.Row(one.Sheet, record, i) : null;
            var unknown = book.Evaluate(one.Formula, row).Cells.Where(cell => IsUnknown(cell, book)).ToList();
            yield return new Blank(one, (one.Sheet.Name, row?.Key ?? "", one.Field.Name), facts.PlaceOf(one.Sheet.Name, record, one.Field.Name), unknown);
        }
    }

    private static Finding Said(Blank blank) => new(
        Severity.Error, "IMP-52",
        $"{blank.Default.Sheet.Name}，“{blank.Default.Field.Name}”：现在是空的，由别的格也算不出。请填写{(blank.Default.Field.Hint is null ? "" : $"（{blank.Default.Field.Hint}）")}。",
        blank.Place is null ? [] : [blank.Place]);

    private static (string, string, string) Key(OriginCell cell) => (cell.Table, cell.Row, cell.Column);

    private static FactValue? Value(OriginCell cell, MetricBook book)
    {
        var facts = book.Accounts.Facts;
        var record = cell.Row.Length == 0 ? facts.Record(cell.Table) : facts.Records(cell.Table)[FactDefaults.Index(cell.Row)];
        return record?.Values.GetValueOrDefault(cell.Column);
    }

    private static FactField? Field(OriginCell cell, MetricBook book) =>
        book.Index.Sheets.TryGetValue(cell.Table, out var sheet) ? sheet.Fields.GetValueOrDefault(cell.Column) : null;
}
