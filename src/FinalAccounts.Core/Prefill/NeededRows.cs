using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Templates;

namespace FinalAccounts.Prefill;

/// <summary>
/// Adds the rows that the set's texts ask for: subjects with spending, reasons, figures of last year, each under the name
/// that must be exact. The texts themselves are asked, by narrating them: what they miss is what the form needs.
/// </summary>
/// <param name="last">Gives amounts of last year, and what it said of the same rows.</param>
internal sealed class NeededRows(CompiledSet set, LastYear? last)
{
    // A row lets the text go on to the next one it needs: a figure of last year, then the reason for the change. A condition that misses data ends its section.
    private const int Rounds = 40;

    private readonly MetricBook? before = last?.Accounts is { } accounts ? new MetricBook(set, accounts) : null;

    /// <summary>The facts with the rows; accounts without tables need none.</summary>
    public Facts Into(DepartmentAccounts accounts, CancellationToken cancellation)
    {
        var facts = accounts.Facts;
        for (var round = 0; round < Rounds && accounts.Tables.Count > 0; round++)
        {
            var missing = Narrator.Narrate(accounts with { Facts = Tried(facts) }, set, cancellation)
                .SelectMany(section => section.Missing).Where(one => one is { Sheet: not null, Key: not null, Item: not null })
                .DistinctBy(one => (one.Sheet, one.Item)).ToList();
            if (missing.Count == 0)
            {
                break;
            }

            foreach (var sheet in missing.GroupBy(one => one.Sheet!).Where(group => set.Set.Facts.Sheet(group.Key) is { IsRecords: true }))
            {
                var schema = set.Set.Facts.Sheet(sheet.Key)!;
                facts = FactEdits.With(facts, sheet.Key, [.. facts.Records(sheet.Key), .. sheet.Select(one => Row(schema, one.Key!, one.Item!, accounts))]);
            }
        }

        return facts;
    }

    // An amount of last year that nobody knows yet is tried with one that makes a difference, so that the reason is asked for.
    private static Facts Tried(Facts facts) => FactEdits.With(facts, PriorFigures.Sheet, [.. facts.Records(PriorFigures.Sheet).Select(record =>
        record.Values.ContainsKey(PriorFigures.AmountField) ? record
        : new FactRecord(new Dictionary<string, FactValue>(record.Values) { [PriorFigures.AmountField] = new(Place: null) { Number = 1m } }))]);

    private FactRecord Row(FactSheetSchema sheet, string key, string item, DepartmentAccounts accounts)
    {
        var values = new Dictionary<string, FactValue> { [key] = new(Place: null) { Text = item } };
        if (sheet.Field("科目名称") is not null && NameOf(item, accounts) is { } name)
        {
            values["科目名称"] = new FactValue(Place: null) { Text = name };
        }

        if (sheet.Name == PriorFigures.Sheet && before?.Metric(item) is { Value: { } amount })
        {
            values[PriorFigures.AmountField] = new FactValue(Place: null) { Number = amount };
        }

        var same = last?.Facts.Records(sheet.Name).FirstOrDefault(record => record.Text(key) == item);
        foreach (var field in sheet.Fields.Where(field => field.Carry && !values.ContainsKey(field.Name)))
        {
            if (same?.Values.GetValueOrDefault(field.Name) is { Error: null } value)
            {
                values[field.Name] = value with { Place = null };
            }
        }

        return new FactRecord(values);
    }

    private string? NameOf(string code, DepartmentAccounts accounts) =>
        accounts.Tables.Values.SelectMany(table => table.Rows).FirstOrDefault(row => row.Code == code)?.Name ?? set.Set.Terms.Subjects.GetValueOrDefault(code)?.Name;
}
