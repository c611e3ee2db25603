using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Prefill;

/// <summary>
/// A clerk who fills a form cell by cell with the right answers at hand, and counts. A cell counts when its content has to be given: what the check
/// asks for, what would count as zero or be calculated and is something else, what was carried over and changed, every cell of a row that is new, and a
/// row that is deleted counts as one. Choosing from a list counts as typing. The marks of carried-over sheets (已核对) are counted apart.
/// </summary>
internal sealed class Clerk(CompiledSet set, DepartmentAccounts right)
{
    private const int Rounds = 12;

    /// <summary>How many cells were typed.</summary>
    public int Cells => BySheet.Values.Sum();

    /// <summary>Of these, by sheet.</summary>
    public Dictionary<string, int> BySheet { get; } = [];

    /// <summary>What the check still says when nothing is missing any more.</summary>
    public IReadOnlyList<Finding> Left { get; private set; } = [];

    /// <summary>Fills the form until no error is left that a cell can mend; the form is written and read as a workbook each time.</summary>
    public Clerk Fill(Facts form)
    {
        form = Amounts(LookedAt(form));
        for (var round = 0; round < Rounds; round++)
        {
            using var stream = new MemoryStream();
            WorkbookWriter.Write(FactsWorkbook.Build(set.Set.Facts, "表", form, DateTimeOffset.UnixEpoch, new FactNames(set.Set, right)), stream);
            var read = FactsWorkbook.Read(new ImportFile("文字资料.xlsx", stream.ToArray()), set.Set.Facts, CancellationToken.None);
            Left = Pipeline.Run(right with { Facts = read.Value! }, read.Findings, set, null, CancellationToken.None).Findings;
            var before = Cells;
            HashSet<Place> asked = [.. Left.Where(finding => finding.Severity >= Severity.Error).SelectMany(finding => finding.Places)];
            form = Answer(Written(read.Value!), asked, waiting: false);
            if (Cells == before)
            {
                form = Calculated(Answer(form, asked, waiting: true));
            }

            if (Cells == before)
            {
                return this;
            }
        }

        return this;
    }

    // A look at what is there: rows that are no more are deleted, new ones typed, cells that changed corrected.
    private Facts LookedAt(Facts form)
    {
        var sheets = new Dictionary<string, FactSheet>(form.Sheets);
        foreach (var schema in set.Set.Facts.Sheets.Where(schema => form.Sheets.GetValueOrDefault(schema.Name) is { } sheet && (sheet.CarriedOver || !schema.IsRecords)))
        {
            var there = form.Records(schema.Name).ToList();
            sheets[schema.Name] = form.Sheets[schema.Name] with
            {
                Records = [.. right.Facts.Records(schema.Name).Select(wanted => Corrected(schema, schema.IsRecords ? Taken(schema, there, wanted) : there[0], wanted))],
            };
            Count(schema.Name, schema.IsRecords ? there.Count : 0);
        }

        return new Facts(sheets);
    }

    // The carried row that means the same: all of its carried cells but one at least.
    private static FactRecord? Taken(FactSheetSchema schema, List<FactRecord> there, FactRecord wanted)
    {
        var carried = schema.CarriedFields.Select(field => field.Name).Where(wanted.Values.ContainsKey).ToList();
        var best = there.MaxBy(known => carried.Count(field => Equal(known.Values.GetValueOrDefault(field), wanted.Values[field])));
        if (best is null || carried.Count(field => Equal(best.Values.GetValueOrDefault(field), wanted.Values[field])) < Math.Max(1, carried.Count - 1))
        {
            return null;
        }

        there.Remove(best);
        return best;
    }

    // Of a new row everything that is not calculated, of a known one what is another.
    private FactRecord Corrected(FactSheetSchema schema, FactRecord? known, FactRecord wanted)
    {
        var values = new Dictionary<string, FactValue>(known?.Values ?? new Dictionary<string, FactValue>());
        foreach (var (field, value) in wanted.Values)
        {
            if (known is null ? schema.Field(field)!.Default is null : known.Values.TryGetValue(field, out var there) && !Equal(there, value))
            {
                values[field] = value with { Place = null };
                Count(schema.Name, 1);
            }
        }

        return new FactRecord(values);
    }

    // What the program calculates and is another number has to be typed.
    private Facts Calculated(Facts form)
    {
        var filled = FactDefaults.Fill(set, right with { Facts = form }).Accounts.Facts;
        var sheets = new Dictionary<string, FactSheet>(form.Sheets);
        foreach (var one in set.Defaults.Where(one => right.Facts.Records(one.Sheet.Name).Count > 0))
        {
            var records = sheets[one.Sheet.Name].Records.ToList();
            for (var i = 0; i < records.Count; i++)
            {
                var wanted = (one.Sheet.IsRecords ? Same(one.Sheet.Name, Key(one.Sheet), records[i]) : right.Facts.Records(one.Sheet.Name)[0])?.Values.GetValueOrDefault(one.Field.Name);
                if (wanted is not null && !records[i].Values.ContainsKey(one.Field.Name) && filled.Records(one.Sheet.Name)[i].Values.GetValueOrDefault(one.Field.Name) is { } value && !Equal(value, wanted))
                {
                    records[i] = records[i] with { Values = new Dictionary<string, FactValue>(records[i].Values) { [one.Field.Name] = wanted with { Place = null } } };
                    Count(one.Sheet.Name, 1);
                }
            }

            sheets[one.Sheet.Name] = sheets[one.Sheet.Name] with { Records = records };
        }

        return new Facts(sheets);
    }

    // Tables in 元 and what people type in 万元 with two places are the same.
    private static bool Equal(FactValue? one, FactValue? other) =>
        one?.Text == other?.Text && one?.Date == other?.Date && one?.Flag == other?.Flag && Math.Abs((one?.Number ?? 0) - (other?.Number ?? 0)) < (one?.Number > 10_000 ? 51 : 0.005m);

    // A section without content has no cell that could be pointed at: its sheet is written.
    private Facts Written(Facts facts)
    {
        const string work = "重点工作";
        if (facts.Records(work).Count > 0 || !Left.Any(finding => finding.Rule == "FRM-17"))
        {
            return facts;
        }

        Count(work, right.Facts.Records(work).Sum(record => record.Values.Count));
        return new Facts(new Dictionary<string, FactSheet>(facts.Sheets) { [work] = right.Facts.Sheets[work] });
    }

    private static string[] Key(FactSheetSchema schema) =>
        schema.Fields.Any(field => field.Carry) && schema.Carry ? [.. schema.Fields.Where(field => field.Carry && field.Required).Select(field => field.Name)] : [schema.Fields[0].Name];

    // What would count as zero and is not has to be typed, asked or not.
    private Facts Amounts(Facts form)
    {
        var sheets = new Dictionary<string, FactSheet>(form.Sheets);
        foreach (var schema in set.Set.Facts.Sheets.Where(schema => !schema.IsRecords))
        {
            var values = form.Records(schema.Name) is [var record, ..] ? new Dictionary<string, FactValue>(record.Values) : [];
            foreach (var field in schema.Fields.Where(field => field.Zero && !values.ContainsKey(field.Name)))
            {
                if (right.Facts.Field(schema.Name, field.Name) is { Number: not (null or 0m) } value)
                {
                    values[field.Name] = value with { Place = null };
                    Count(schema.Name, 1);
                }
            }

            if (values.Count > 0)
            {
                sheets[schema.Name] = (sheets.GetValueOrDefault(schema.Name) ?? new FactSheet(schema.Name, [])) with { Records = [new FactRecord(values)] };
            }
        }

        return new Facts(sheets);
    }

    /// <param name="waiting">Also cells that are calculated as soon as others are there: the form says so, and they are left for last.</param>
    private Facts Answer(Facts facts, HashSet<Place> asked, bool waiting)
    {
        var book = new MetricBook(set, right with { Facts = facts });
        var sheets = new Dictionary<string, FactSheet>(facts.Sheets);
        foreach (var schema in set.Set.Facts.Sheets.Where(schema => right.Facts.Records(schema.Name).Count > 0))
        {
            var sheet = sheets[schema.Name];
            var key = Key(schema);
            List<FactRecord> records = schema.IsRecords || sheet.Records.Count > 0 ? [.. sheet.Records] : [new FactRecord(new Dictionary<string, FactValue>())];
            for (var i = 0; i < records.Count; i++)
            {
                var source = schema.IsRecords ? Same(schema.Name, key, records[i]) : right.Facts.Records(schema.Name)[0];
                var row = schema.IsRecords ? FactDefaults.Row(schema, records[i], i) : null;
                foreach (var field in schema.Fields.Select(field => field.Name).Where(field => (waiting || !Waits(book, schema.Name, field, row)) && asked.Contains(facts.PlaceOf(schema.Name, records[i], field) ?? new Place(""))))
                {
                    if (source?.Values.GetValueOrDefault(field) is { } value && value with { Place = null } != (records[i].Values.GetValueOrDefault(field) ?? new FactValue((Place?)null)) with { Place = null })
                    {
                        records[i] = records[i] with { Values = new Dictionary<string, FactValue>(records[i].Values) { [field] = value with { Place = null } } };
                        Count(schema.Name, 1);
                    }
                }
            }

            // A sheet that lacks rows is filled as a whole.
            if (schema.IsRecords && asked.Contains(new Place("文字资料.xlsx", schema.Name)))
            {
                var added = right.Facts.Records(schema.Name).Where(record => !records.Exists(known => Content(known, key) == Content(record, key))).ToList();
                records.AddRange(added);
                Count(schema.Name, added.Sum(record => record.Values.Count));
            }

            sheets[schema.Name] = sheet with { Records = records };
        }

        return new Facts(sheets);
    }

    private bool Waits(MetricBook book, string sheet, string field, RowContext? row) =>
        set.Defaults.FirstOrDefault(one => one.Sheet.Name == sheet && one.Field.Name == field) is { } one
        && book.Evaluate(one.Formula, row).Cells.Any(cell => UnfilledDefaults.IsUnknown(cell, book));

    private void Count(string sheet, int cells) => BySheet[sheet] = BySheet.GetValueOrDefault(sheet) + cells;

    private FactRecord? Same(string sheet, string[] key, FactRecord record) =>
        right.Facts.Records(sheet).FirstOrDefault(other => Content(other, key) == Content(record, key));

    private static string Content(FactRecord record, string[] key) => string.Join('|', key.Select(field =>
        record.Values.GetValueOrDefault(field) is { } value ? value.Text ?? value.Number?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) : null));
}
