using FinalAccounts.Accounts;
using FinalAccounts.Formatting;

namespace FinalAccounts.Assembly;

/// <summary>Facts as inlines: figures with their origin, texts literally, Excel errors as they stand. A missing figure is a finding.</summary>
internal sealed class FactCells(List<Finding> findings)
{
    /// <summary>Money, printed in 万元.</summary>
    public IReadOnlyList<Inline> Money(FactSource source, string field) => Figure(source, field, PrintedFigure.TenThousandYuan);

    /// <summary>A ratio, printed as percentage.</summary>
    public IReadOnlyList<Inline> Percent(FactSource source, string field) => Figure(source, field, PrintedFigure.Percent);

    /// <summary>A score, printed with 分.</summary>
    public IReadOnlyList<Inline> Points(FactSource source, string field) => Figure(source, field, PrintedFigure.Points);

    /// <summary>A score with two decimals and no unit.</summary>
    public IReadOnlyList<Inline> TwoDecimals(FactSource source, string field) => Figure(source, field, PrintedFigure.TwoDecimals);

    /// <summary>Text, its lines kept; nothing when blank.</summary>
    public static IReadOnlyList<Inline> Words(FactSource source, string field) =>
        source.Value(field) is { } value ? Cells.Lines(Plain(value), source.Origin(field, value)) : [];

    /// <summary>A name with its weight where there is one: 产出指标（40分）.</summary>
    public static IReadOnlyList<Inline> Weighted(FactSource source, string field, string weight) =>
        [.. Words(source, field), .. InBrackets(source, weight)];

    /// <summary>（40分）; nothing when the weight is blank.</summary>
    public static IReadOnlyList<Inline> InBrackets(FactSource source, string weight) => source.Value(weight) switch
    {
        { Number: { } points } value => [new Text("（"), PrintedFigure.Points(points, source.Origin(weight, value)), new Text("）")],
        { } value => [new Text($"（{Plain(value)}）", source.Origin(weight, value))],
        null => [],
    };

    private IReadOnlyList<Inline> Figure(FactSource source, string field, Func<decimal, Origin, Figure> print)
    {
        switch (source.Value(field))
        {
            case { Number: { } number } value:
                return [print(number, source.Origin(field, value))];
            case { } value:
                return Cells.Lines(Plain(value), source.Origin(field, value));
            default:
                findings.Add(new Finding(
                    Severity.Error, "ASM-05", $"{source.Sheet}，“{field}”（{source.Row}）是空的，表里要印出。请填写；没有的填 0。", source.Facts.PlaceOf(source.Sheet, source.Record, field) is { } place ? [place] : []));
                return [];
        }
    }

    private static string Plain(FactValue value) => value switch
    {
        { Text: { } text } => text,
        { Error: { } error } => error,
        { Date: { } date } => ChineseText.Date(date, value.Exactness),
        { Number: { } number } => ChineseText.Plain(number),
        { Flag: { } flag } => flag ? "是" : "否",
        _ => "",
    };
}

/// <summary>A record of a facts sheet, with what names it for people.</summary>
internal sealed record FactSource(string Sheet, string Row, FactRecord Record, Facts Facts)
{
    /// <summary>The field's value; null when blank.</summary>
    public FactValue? Value(string field) => Record.Values.GetValueOrDefault(field);

    /// <summary>The field's text; empty when blank.</summary>
    public string Text(string field) => Value(field)?.Text ?? "";

    /// <summary>A place in the record, for findings.</summary>
    public IReadOnlyList<Place> Places =>
        [.. Record.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.Place).OfType<Place>().Take(1)];

    /// <summary>Where the field's value comes from.</summary>
    public Origin Origin(string field, FactValue value) =>
        new(field, null, value.Number, [new OriginCell(Sheet, Row, field, value.Number, value.Place)]);
}
