using FinalAccounts.Accounts;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration.Data;

/// <summary>The facts as templates see them: 资料.政府采购.总额, and sheets of records as lists.</summary>
internal sealed class FactsData(FactsSchema schema, Facts facts)
{
    private const string ReasonSheet = "原因说明";

    /// <summary>资料.</summary>
    public DataRecord Sheets() => new("资料", schema.Sheets.ToDictionary(sheet => sheet.Name, Sheet, StringComparer.Ordinal));

    /// <summary>原因: by 事项; blank when the facts give no reason for it.</summary>
    public DataLookup Reasons(IEnumerable<string> metrics) =>
        new("原因", facts.Records(ReasonSheet).Select(record => record.Values.GetValueOrDefault("事项")?.Text).OfType<string>().Concat(metrics).Distinct().ToList(), Reason);

    /// <summary>The reason for an item; blank when there is none.</summary>
    public TextValue Reason(string item)
    {
        var record = facts.Records(ReasonSheet).FirstOrDefault(record => record.Values.GetValueOrDefault("事项")?.Text == item);
        var value = record?.Values.GetValueOrDefault("原因");
        var place = facts.PlaceOf(ReasonSheet, record, "原因");
        return new TextValue(value?.Text ?? value?.Error, new Origin($"原因.{item}", null, null, [new OriginCell(ReasonSheet, item, "原因", null, value is null ? null : place)]))
        {
            IsError = value?.Error is not null,
            Absent = record is null
                ? new MissingData($"{ReasonSheet}里没有这些事项的原因：{{0}}。请各补一行。", place) { Item = item, Sheet = ReasonSheet, Key = "事项" }
                : new MissingData($"{ReasonSheet}，“{item}”的原因是空的。请填写。", place),
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
            ? new DataList(label, found.Select((record, i) => (object?)Record(sheet, record, $"第{i + 1}条", label)).ToList()) { Place = facts.PlaceOf(sheet.Name) }
            : Record(sheet, found.Count > 0 ? found[0] : null, "", label);
    }

    private DataRecord Record(FactSheetSchema sheet, FactRecord? record, string row, string label) =>
        new(label, sheet.Fields.ToDictionary(
            field => field.Name,
            field => Value(sheet.Name, row, field, record),
            StringComparer.Ordinal));

    private object Value(string sheet, string row, FactField field, FactRecord? record)
    {
        var value = record?.Values.GetValueOrDefault(field.Name);
        var origin = new Origin(
            $"资料.{sheet}.{field.Name}", null, value?.Number, [new OriginCell(sheet, row, field.Name, value?.Number, facts.PlaceOf(sheet, record, field.Name))]);
        if (value?.Error is { } error)
        {
            return new TextValue(error, origin) { IsError = true };
        }

        return field.Type switch
        {
            FactType.Money => new FigureValue(field.Name, value?.Number, FigureValue.Yuan, origin),
            FactType.Percent => new FigureValue(field.Name, value?.Number, FigureValue.Ratio, origin),
            FactType.Integer or FactType.Decimal => new FigureValue(field.Name, value?.Number, "", origin),
            FactType.Date => new DateValue(value?.Date, value?.Exactness ?? default, origin),
            FactType.Flag => value?.Flag ?? false,
            _ => new TextValue(value?.Text, origin),
        };
    }
}
