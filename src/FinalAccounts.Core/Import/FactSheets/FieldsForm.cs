using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>A sheet with a field per row: 名称｜内容｜单位｜填写说明.</summary>
internal static class FieldsForm
{
    private const int HeaderRows = 3;

    public static Sheet Of(FactSheetSchema sheet, FactRecord? record)
    {
        List<SheetRow> rows =
        [
            .. FactsWorkbook.Top(sheet, 4),
            new([FactsWorkbook.Head(0, "名称"), FactsWorkbook.Head(1, "内容"), FactsWorkbook.Head(2, "单位"), FactsWorkbook.Head(3, "填写说明")], 22),
            .. sheet.Fields.Select(field => new SheetRow(
            [
                new SheetCell(0, field.Name + (field.IsAsked ? HeadingText.RequiredMark : "")),
                FormCell.Of(field, record?.Values.GetValueOrDefault(field.Name), 1) with { Align = CellAlign.Left },
                new SheetCell(2, field.Type == FactType.Money ? field.Unit ?? "万元" : field.Unit) { Align = CellAlign.Center },
                new SheetCell(3, field.Hint ?? (field.Options.Count > 0 ? string.Join("、", field.Options) : null)),
            ])),
        ];
        return new Sheet(sheet.Name, [26, 60, 8, 60], rows)
        {
            FrozenRows = HeaderRows,
            Validations = [.. sheet.Fields.Select((field, i) => FormCell.Check(field, $"B{HeaderRows + 1 + i}:B{HeaderRows + 1 + i}")).OfType<SheetValidation>()],
        };
    }
}
