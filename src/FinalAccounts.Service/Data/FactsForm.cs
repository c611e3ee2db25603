using FinalAccounts.Accounts;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Data;

/// <summary>Facts edited in the page. What is typed becomes a 文字资料 workbook and goes the way of an uploaded one, so that both are read by the same rules and can be downloaded.</summary>
public static class FactsForm
{
    /// <summary>The 文字资料 workbook with what is known filled in.</summary>
    public static byte[] Xlsx(FactsSchema schema, string title, Facts? facts, DateTimeOffset at, FactNames? names = null) =>
        WorkbookWriter.Bytes(FactsWorkbook.Build(schema, title, facts, at, names));

    /// <summary>The facts with one sheet replaced by what was typed; a value that does not fit stays as it was typed and is reported by the import.</summary>
    /// <param name="typed">Record by record, field to text; blank records are left out.</param>
    public static Facts With(Facts facts, FactSheetSchema sheet, IEnumerable<IReadOnlyDictionary<string, string?>> typed)
    {
        var records = typed.Select(values => new FactRecord(sheet.Fields
                .Select(field => (field.Name, Value: FactText.Read(PrintedValue.Completed(field, values.GetValueOrDefault(field.Name)), field, field.Name).Value))
                .Where(pair => pair.Value is not null)
                .ToDictionary(pair => pair.Name, pair => pair.Value!)))
            .Where(record => record.Values.Count > 0)
            .ToList();
        return new Facts(new Dictionary<string, FactSheet>(facts.Sheets) { [sheet.Name] = new(sheet.Name, records) });
    }
}
