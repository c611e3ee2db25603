using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Prefill;

/// <summary>Facts with more filled in; what is there stays as it is.</summary>
internal static class FactEdits
{
    /// <summary>Fills blank fields of a fields sheet; fields that the form does not have are left out.</summary>
    public static Facts Fill(Facts facts, FactSheetSchema sheet, IReadOnlyDictionary<string, FactValue> values)
    {
        var present = facts.Records(sheet.Name) is [var record, ..] ? record.Values : new Dictionary<string, FactValue>();
        var added = values.Where(pair => sheet.Field(pair.Key) is not null && !present.ContainsKey(pair.Key)).ToList();
        return added.Count == 0 ? facts : With(facts, sheet.Name, [new FactRecord(new Dictionary<string, FactValue>([.. present, .. added]))]);
    }

    /// <summary>With these records; whether the sheet is carried over stays as it is.</summary>
    public static Facts With(Facts facts, string sheet, IReadOnlyList<FactRecord> records) => With(
        facts, facts.Sheets.TryGetValue(sheet, out var present) ? present with { Records = records } : new FactSheet(sheet, records));

    /// <summary>With this sheet.</summary>
    public static Facts With(Facts facts, FactSheet sheet) => new(new Dictionary<string, FactSheet>(facts.Sheets) { [sheet.Name] = sheet });

    /// <summary>The text of a field; null when blank.</summary>
    public static string? Text(this FactRecord record, string field) => record.Values.GetValueOrDefault(field)?.Text?.Trim();
}
