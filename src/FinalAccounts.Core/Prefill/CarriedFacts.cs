using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Prefill;

/// <summary>Last year's facts that mostly stay the same (duties, structure, terms, projects), as facts.yaml marks them with <c>carry</c>; sheets are marked as carried over until somebody has looked at them.</summary>
internal static class CarriedFacts
{
    /// <summary>The facts with what can be carried over; sheets that have records already are left alone.</summary>
    /// <param name="year">This year: a title that names the last one moves on with it.</param>
    public static Facts Over(FactsSchema schema, Facts facts, Facts last, int year)
    {
        foreach (var sheet in schema.Sheets.Where(sheet => last.Records(sheet.Name).Count > 0))
        {
            facts = sheet.IsRecords ? Rows(sheet, facts, last, year) : Fields(sheet, facts, last, year);
        }

        return facts;
    }

    private static Facts Rows(FactSheetSchema sheet, Facts facts, Facts last, int year)
    {
        var kept = sheet.CarriedFields.Select(field => field.Name).ToHashSet();
        return !sheet.Carry || facts.Records(sheet.Name).Count > 0 ? facts : FactEdits.With(facts, new FactSheet(
            sheet.Name, [.. last.Records(sheet.Name).Select(record => Kept(sheet, record, kept, year)).Where(record => record.Values.Count > 0)])
        { CarriedOver = true });
    }

    private static Facts Fields(FactSheetSchema sheet, Facts facts, Facts last, int year)
    {
        var before = last.Records(sheet.Name)[0];
        var carried = Kept(sheet, before, sheet.Fields.Where(field => sheet.Carry || field.Carry).Select(field => field.Name).ToHashSet(), year).Values.ToDictionary();
        foreach (var field in sheet.Fields.Where(field => field.LastYear is not null))
        {
            if (before.Values.GetValueOrDefault(field.LastYear!) is { Error: null } value)
            {
                carried[field.Name] = value with { Place = null };
            }
        }

        var filled = FactEdits.Fill(facts, sheet, carried);
        return ReferenceEquals(filled, facts) || !sheet.Fields.Any(field => sheet.Carry || field.Carry) ? filled
            : FactEdits.With(filled, filled.Sheets[sheet.Name] with { CarriedOver = true });
    }

    // An error of last year is no fact of this one.
    private static FactRecord Kept(FactSheetSchema sheet, FactRecord record, HashSet<string> fields, int year) => new(record.Values
        .Where(pair => pair.Value.Error is null && fields.Contains(pair.Key))
        .ToDictionary(pair => pair.Key, pair => pair.Value with { Place = null, Text = sheet.Field(pair.Key)?.Type == FactType.Text ? OfThisYear(pair.Value.Text, year) : pair.Value.Text }));

    // 2023年度…自评表
    private static string? OfThisYear(string? title, int year) => title?.Replace($"{year - 1}年度", $"{year}年度", StringComparison.Ordinal);
}
