using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>Fields of which zero is the usual answer (cars, reception, procurement): blank they count as zero, and all that were taken so are said in one note.</summary>
internal static class ZeroFields
{
    /// <summary>The facts with the zeros.</summary>
    public static Facts Fill(FactsSchema schema, Facts facts, ImportFindings findings)
    {
        // Accounts without facts (last year's, tables alone) say nothing of cars.
        if (facts.Sheets.Count == 0)
        {
            return facts;
        }

        var sheets = new Dictionary<string, FactSheet>(facts.Sheets);
        var said = new List<string>();
        var places = new List<Place>();
        foreach (var sheet in schema.Sheets.Where(sheet => !sheet.IsRecords && sheet.Fields.Any(field => field.Zero)))
        {
            var present = sheets.GetValueOrDefault(sheet.Name) ?? new FactSheet(sheet.Name, []);
            var values = present.Records is [var record, ..] ? new Dictionary<string, FactValue>(record.Values) : [];
            var blank = sheet.Fields.Where(field => field.Zero && !values.ContainsKey(field.Name)).ToList();
            foreach (var field in blank)
            {
                var place = facts.PlaceOf(sheet.Name, null, field.Name);
                values[field.Name] = new FactValue(place) { Number = 0 };
                places.AddRange(place is null ? [] : [place]);
            }

            if (blank.Count > 0)
            {
                said.Add($"{sheet.Name}（{string.Join("、", blank.Select(field => field.Name))}）");
                sheets[sheet.Name] = present with { Records = [new FactRecord(values)] };
            }
        }

        if (said.Count > 0)
        {
            findings.Note("IMP-63", $"没有填写、按 0 计算的：{string.Join("；", said)}。请核对；不是 0 的请填写。", [.. places]);
        }

        return new Facts(sheets);
    }
}
