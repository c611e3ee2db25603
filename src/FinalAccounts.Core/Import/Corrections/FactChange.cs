using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Corrections;

/// <summary>A correction of a fact.</summary>
internal static class FactChange
{
    public static Change Of(DepartmentAccounts accounts, CellCorrection correction, TemplateSet set)
    {
        if (set.Facts.Sheet(correction.Sheet) is not { } schema)
        {
            return Change.None($"文字资料没有“{correction.Sheet}”");
        }

        if (schema.Field(correction.Column) is not { } field)
        {
            return Change.None($"“{correction.Sheet}”没有“{correction.Column}”这一项");
        }

        var records = accounts.Facts.Records(correction.Sheet);
        if (Index(schema, records, correction.Row) is not { } index)
        {
            return Change.None($"“{correction.Sheet}”没有第 {correction.Row} 条");
        }

        var current = index < records.Count ? records[index].Values.GetValueOrDefault(correction.Column) : null;
        return new Change(null, CorrectionValue.Of(current), current?.Place, () => With(accounts, records, index, field, correction, current));
    }

    // A fields sheet that was left empty gets its one record by the first correction.
    private static int? Index(FactSheetSchema schema, IReadOnlyList<FactRecord> records, string row)
    {
        if (!schema.IsRecords)
        {
            return row.Length == 0 ? 0 : null;
        }

        return int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= records.Count ? number - 1 : null;
    }

    private static DepartmentAccounts? With(
        DepartmentAccounts accounts, IReadOnlyList<FactRecord> records, int index, FactField field, CellCorrection correction, FactValue? current)
    {
        FactValue? value = null;
        if (correction.NewValue is { } text)
        {
            value = CorrectionValue.Read(field, text, CorrectionOverlay.Marked(current?.Place, correction));
            if (value is null)
            {
                return null;
            }
        }

        var values = index < records.Count ? new Dictionary<string, FactValue>(records[index].Values) : [];
        var was = index < records.Count ? records[index] : new FactRecord(values);
        if (value is null)
        {
            values.Remove(field.Name);
            was = current?.Place is { } place ? was with { Blanks = new Dictionary<string, Documents.Place>(was.Blanks) { [field.Name] = place } } : was;
        }
        else
        {
            values[field.Name] = value;
        }

        var changed = records.ToList();
        if (index < changed.Count)
        {
            changed[index] = was with { Values = values };
        }
        else
        {
            changed.Add(new FactRecord(values));
        }

        var sheets = new Dictionary<string, FactSheet>(accounts.Facts.Sheets) { [correction.Sheet] = accounts.Facts.Sheets.GetValueOrDefault(correction.Sheet) is { } sheet ? sheet with { Records = changed } : new(correction.Sheet, changed) };
        return accounts with { Facts = new Facts(sheets) };
    }
}
