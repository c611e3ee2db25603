using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Prefill;

/// <summary>A clerk who fills a form cell by cell, what the check asks for and what is not zero, with the right answers at hand, and counts the cells.</summary>
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
            form = Answer(Written(read.Value!), [.. Left.Where(finding => finding.Severity >= Severity.Error).SelectMany(finding => finding.Places)]);
            if (Cells == before)
            {
                return this;
            }
        }

        return this;
    }

    // Rows of last year that are no more are deleted, new ones typed: a look at what is marked as carried over.
    private Facts LookedAt(Facts form)
    {
        var sheets = new Dictionary<string, FactSheet>(form.Sheets);
        foreach (var schema in set.Set.Facts.Sheets.Where(schema => schema.IsRecords && form.Sheets.GetValueOrDefault(schema.Name) is { CarriedOver: true }))
        {
            var key = Key(schema);
            var kept = form.Records(schema.Name).Where(record => Same(schema.Name, key, record) is not null).ToList();
            var added = right.Facts.Records(schema.Name).Where(record => !kept.Exists(known => Content(known, key) == Content(record, key))).ToList();
            Count(schema.Name, form.Records(schema.Name).Count - kept.Count + added.Sum(record => record.Values.Count));
            sheets[schema.Name] = new FactSheet(schema.Name, [.. kept, .. added]);
        }

        return new Facts(sheets);
    }

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

    private Facts Answer(Facts facts, HashSet<Place> asked)
    {
        var sheets = new Dictionary<string, FactSheet>(facts.Sheets);
        foreach (var schema in set.Set.Facts.Sheets.Where(schema => right.Facts.Records(schema.Name).Count > 0))
        {
            var sheet = sheets[schema.Name];
            var key = Key(schema);
            List<FactRecord> records = schema.IsRecords || sheet.Records.Count > 0 ? [.. sheet.Records] : [new FactRecord(new Dictionary<string, FactValue>())];
            for (var i = 0; i < records.Count; i++)
            {
                var source = schema.IsRecords ? Same(schema.Name, key, records[i]) : right.Facts.Records(schema.Name)[0];
                foreach (var field in schema.Fields.Select(field => field.Name).Where(field => asked.Contains(facts.PlaceOf(schema.Name, records[i], field) ?? new Place(""))))
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

    private void Count(string sheet, int cells) => BySheet[sheet] = BySheet.GetValueOrDefault(sheet) + cells;

    private FactRecord? Same(string sheet, string[] key, FactRecord record) =>
        right.Facts.Records(sheet).FirstOrDefault(other => Content(other, key) == Content(record, key));

    private static string Content(FactRecord record, string[] key) => string.Join('|', key.Select(field =>
        record.Values.GetValueOrDefault(field) is { } value ? value.Text ?? value.Number?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) : null));
}
