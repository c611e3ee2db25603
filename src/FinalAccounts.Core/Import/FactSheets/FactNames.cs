using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>The names that must be typed exactly, as drop-downs of the form: of metrics, of subjects in the unit's tables, of records in another sheet.</summary>
/// <param name="accounts">The unit's tables; null when they are not known yet.</param>
public sealed class FactNames(TemplateSet set, DepartmentAccounts? accounts)
{
    private const string Metrics = "指标", Subjects = "科目", Total = "合计", Money = "元";

    /// <summary>The drop-down of a field; null when anything may be typed.</summary>
    internal SheetValidation? Of(FactField field, string range, string? prompt) => field.Names switch
    {
        null => null,
        Metrics => List([.. set.Metrics.Where(metric => metric.Unit == Money).Select(metric => metric.Name)], range, prompt),
        // An item with a budget and no spending stands in no table: other codes may be typed.
        Subjects => accounts is null ? null : List([Total, .. Codes(accounts)], range, prompt) with { Open = true },
        _ => Records(field.Names.Split('.'), range, prompt),
    };

    private static SheetValidation List(IReadOnlyList<string> names, string range, string? prompt) => new(range, names, ValidationType.List, prompt);

    private static IEnumerable<string> Codes(DepartmentAccounts accounts) => accounts.Tables.Values
        .SelectMany(table => table.Rows).Select(row => row.Code).OfType<string>().Where(code => code.StartsWith('2')).Distinct().Order(StringComparer.Ordinal);

    // The records are being typed as well: the drop-down shows the cells as they are now.
    private SheetValidation? Records(string[] path, string range, string? prompt)
    {
        if (set.Facts.Sheet(path[0]) is not { IsRecords: true } sheet || sheet.Field(path[^1]) is not { } field)
        {
            return null;
        }

        var column = CellAddress.ColumnName(sheet.Fields.ToList().IndexOf(field));
        return new SheetValidation(range, null, ValidationType.List, prompt)
        {
            Source = $"'{sheet.Name}'!${column}${RecordsForm.HeaderRows + 1}:${column}${RecordsForm.HeaderRows + RecordsForm.CheckedRows}",
        };
    }
}
