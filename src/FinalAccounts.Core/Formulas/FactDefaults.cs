using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>
/// Fills blank facts that follow from others, by the formulas that facts.yaml gives as <c>default</c> (totals, rates, scores of the
/// self-evaluation forms): what can be calculated is not asked for. What was filled is said in one note.
/// </summary>
internal static class FactDefaults
{
    // Formulas build on each other: a rate, its score, the sum of scores, the figure in the text.
    private const int Rounds = 8;

    /// <summary>The accounts with what follows; as they are when there are no facts at all.</summary>
    public static FilledAccounts Fill(CompiledSet set, DepartmentAccounts accounts)
    {
        var defaults = set.Defaults.GroupBy(one => one.Sheet.Name).ToList();
        if (defaults.Count == 0 || accounts.Facts.Sheets.Count == 0)
        {
            return new FilledAccounts(accounts, [], []);
        }

        var filled = new List<(CompiledDefault Default, Place? Place)>();
        for (var (round, before) = (0, -1); round < Rounds && filled.Count != before; round++)
        {
            before = filled.Count;
            var book = new MetricBook(set, accounts);
            var sheets = defaults.Select(group => Filled(group.First().Sheet, [.. group], book, filled)).OfType<FactSheet>().ToDictionary(sheet => sheet.Name);
            accounts = accounts with { Facts = new Facts(accounts.Facts.Sheets.Where(pair => !sheets.ContainsKey(pair.Key)).Concat(sheets).ToDictionary()) };
        }

        var blanks = UnfilledDefaults.Of(set, accounts);
        return new FilledAccounts(accounts, [.. Said(filled), .. blanks.Findings], blanks.Waiting);
    }

    // Null when nothing changed.
    private static FactSheet? Filled(FactSheetSchema schema, List<CompiledDefault> defaults, MetricBook book, List<(CompiledDefault, Place?)> filled)
    {
        var facts = book.Accounts.Facts;
        var sheet = facts.Sheets.GetValueOrDefault(schema.Name) ?? new FactSheet(schema.Name, []);
        List<FactRecord> records = schema.IsRecords || sheet.Records.Count > 0 ? [.. sheet.Records] : [new FactRecord(new Dictionary<string, FactValue>())];
        var before = filled.Count;
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            if (defaults.TrueForAll(one => record.Values.ContainsKey(one.Field.Name)))
            {
                continue;
            }

            var row = schema.IsRecords ? Row(schema, record, i) : null;
            var values = new Dictionary<string, FactValue>(record.Values);
            foreach (var blank in defaults.Where(one => !record.Values.ContainsKey(one.Field.Name)))
            {
                var value = book.Evaluate(blank.Formula, row);
                if (value is { Problem: null, Number: { } number } && value.Cells.All(cell => !UnfilledDefaults.IsUnknown(cell, book)))
                {
                    var place = facts.PlaceOf(schema.Name, record, blank.Field.Name);
                    values[blank.Field.Name] = new FactValue(place) { Number = number };
                    filled.Add((blank, place));
                }
            }

            records[i] = record with { Values = values };
        }

        return filled.Count == before ? null : sheet with { Records = records };
    }

    /// <summary>Where a formula that says 本条 is.</summary>
    internal static RowContext Row(FactSheetSchema sheet, FactRecord record, int index) =>
        new($"第{index + 1}条", $"第{index + 1}条", sheet.Name, null) { Record = record };

    /// <summary>The index of the record that such a key names.</summary>
    internal static int Index(string key) => int.Parse(key.AsSpan(1, key.Length - 2), CultureInfo.InvariantCulture) - 1;

    private static IEnumerable<Finding> Said(List<(CompiledDefault Default, Place? Place)> filled)
    {
        if (filled.Count > 0)
        {
            var sheets = filled.GroupBy(one => one.Default.Sheet.Name).Select(sheet =>
                $"{sheet.Key}（{string.Join("、", sheet.GroupBy(one => one.Default.Field.Name).Select(field => field.Count() == 1 ? field.Key : $"{field.Key} {field.Count()} 格"))}）");
            yield return new Finding(
                Severity.Note, "IMP-64", $"没有填写、由程序算出的：{string.Join("；", sheets)}。请核对；要用别的数的请填写。", [.. filled.Select(one => one.Place).OfType<Place>()]);
        }
    }
}

/// <summary>Accounts with the facts that follow from others.</summary>
/// <param name="Findings">What was filled, and required fields that nothing fills.</param>
/// <param name="Waiting">The places of fields that wait for another blank cell, which is said itself: what rests on them is said there.</param>
internal sealed record FilledAccounts(DepartmentAccounts Accounts, IReadOnlyList<Finding> Findings, IReadOnlyList<Place> Waiting);
