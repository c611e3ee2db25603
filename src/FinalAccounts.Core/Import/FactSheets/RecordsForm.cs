using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>A sheet with a record per row below a row of field names, and empty rows to go on.</summary>
internal static class RecordsForm
{
    private const int EmptyRows = 20;

    /// <summary>Rows above the records, and rows that are checked while people type.</summary>
    public const int HeaderRows = 3, CheckedRows = 2_000;

    public static Sheet Of(FactSheetSchema sheet, IReadOnlyList<FactRecord> records, FactNames? names)
    {
        List<SheetRow> rows =
        [
            .. FactsWorkbook.Top(sheet, sheet.Fields.Count),
            new([.. sheet.Fields.Select((field, i) => FactsWorkbook.Head(i, HeadingText.Of(field)))], 22),
            .. records.Select(record => Row(sheet, record)),
            .. Enumerable.Range(0, EmptyRows).Select(_ => Row(sheet, null)),
        ];
        return new Sheet(sheet.Name, [.. sheet.Fields.Select(FormCell.Width)], rows)
        {
            FrozenRows = HeaderRows,
            Landscape = sheet.Fields.Count > 4,
            Validations = [.. sheet.Fields.Select((field, i) => FormCell.Check(field, Range(i, records.Count), names)).OfType<SheetValidation>()],
        };
    }

    private static string Range(int column, int records)
    {
        var name = CellAddress.ColumnName(column);
        return $"{name}{HeaderRows + 1}:{name}{HeaderRows + Math.Max(CheckedRows, records)}";
    }

    private static SheetRow Row(FactSheetSchema sheet, FactRecord? record) =>
        new([.. sheet.Fields.Select((field, i) => FormCell.Of(field, record?.Values.GetValueOrDefault(field.Name), i))]);
}
