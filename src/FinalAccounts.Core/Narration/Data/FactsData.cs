using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Data;

/// <summary>The facts as templates see them: 资料.政府采购.总额, and sheets of records as lists.</summary>
internal sealed class FactsData(FactsSchema schema, Facts facts)
{
    /// <summary>资料.</summary>
    public DataRecord Sheets() => new("资料", schema.Sheets.ToDictionary(sheet => sheet.Name, Sheet, StringComparer.Ordinal));

    /// <summary>原因: by 事项; blank when the facts give no reason for it.</summary>
    public DataLookup Reasons(IEnumerable<string> metrics) =>
        new("原因", facts.Records("原因说明").Select(record => record.Values.GetValueOrDefault("事项")?.Text).OfType<string>().Concat(metrics).Distinct().ToList(), Reason);

    /// <summary>The reason for an item; blank when there is none.</summary>
    public TextValue Reason(string item)
    {
        var record = facts.Records("原因说明").FirstOrDefault(record => record.Values.GetValueOrDefault("事项")?.Text == item);
        var value = record?.Values.GetValueOrDefault("原因");
        return new TextValue(value?.Text ?? value?.Error, new Origin($"原因.{item}", null, null, [new OriginCell("原因说明", item, "原因", null, value?.Place)]))
        {
            IsError = value?.Error is not null,
        };
    }

    /// <summary>A field of a fields sheet as text; blank when it is not filled.</summary>
    public TextValue Text(string sheet, string field, string fallback)
    {
        var value = facts.Field(sheet, field);
        return new TextValue(value?.Text ?? fallback, new Origin(field, null, null, [new OriginCell(sheet, "", field, null, value?.Place)]));
    }

    private object Sheet(FactSheetSchema sheet)
    {
        var label = $"资料.{sheet.Name}";
        var found = facts.Records(sheet.Name);
        return sheet.IsRecords
            ? new DataList(label, found.Select((record, i) => (object?)Record(sheet, record, $"第{i + 1}条", label)).ToList())
            : Record(sheet, found.Count > 0 ? found[0] : null, "", label);
    }

    private static DataRecord Record(FactSheetSchema sheet, FactRecord? record, string row, string label) =>
        new(label, sheet.Fields.ToDictionary(
            field => field.Name,
            field => Value(sheet.Name, row, field, record?.Values.GetValueOrDefault(field.Name)),
            StringComparer.Ordinal));

    private static object Value(string sheet, string row, FactField field, FactValue? value)
    {
        var origin = new Origin(
            $"资料.{sheet}.{field.Name}", null, value?.Number, [new OriginCell(sheet, row, field.Name, value?.Number, value?.Place)]);
        if (value?.Error is { } error)
        {
            return new TextValue(error, origin) { IsError = true };
        }

        return field.Type switch
        {
            FactType.Money => new FigureValue(field.Name, value?.Number, FigureValue.Yuan, origin),
            FactType.Percent => new FigureValue(field.Name, value?.Number, FigureValue.Ratio, origin),
            FactType.Integer or FactType.Decimal => new FigureValue(field.Name, value?.Number, "", origin),
            FactType.Date => new DateValue(value?.Date, origin),
            FactType.Flag => value?.Flag ?? false,
            _ => new TextValue(value?.Text, origin),
        };
    }
}
