using FinalAccounts.Formatting;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;

namespace FinalAccounts.Narration;

/// <summary>Values of a unit in a few words, beside the names that templates give them.</summary>
internal static class SampleValues
{
    /// <summary>What a field holds: 金额, 文字.</summary>
    public static string TypeName(FactField field) => field.Type switch
    {
        FactType.Text => "文字",
        FactType.Prose => "文字，可分段",
        FactType.Money => "金额",
        FactType.Integer => "整数",
        FactType.Decimal => "小数",
        FactType.Percent => "百分数",
        FactType.Date => "日期",
        FactType.Choice => string.Join("／", field.Options),
        FactType.Flag => "是／否",
        _ => throw new InvalidOperationException($"No name for {field.Type}."),
    };

    /// <summary>A value of the data in a few words; 空 when blank.</summary>
    public static string Shown(object? shown, SetOptions options) => shown switch
    {
        FigureValue figure => Printed(figure.Value, figure.Unit, options),
        TextValue text => Excerpt(text.Text),
        DateValue { Date: { } date } value => ChineseText.Date(date, value.Exactness),
        bool flag => flag ? "是" : "否",
        string words => words,
        DataList list => $"{list.Count}条",
        _ => "空",
    };

    /// <summary>A figure as helpers print it.</summary>
    public static string Printed(decimal? value, string unit, SetOptions options) => value is not { } number ? "空" : unit switch
    {
        FigureValue.Yuan => AmountFormat.Text(options).Print(number) + "万元",
        FigureValue.Ratio => PercentFormat.Text(options).Print(number),
        _ => ChineseText.Plain(number) + unit,
    };

    private static string Excerpt(string? text)
    {
        const int shown = 30;
        var line = text?.Split('\n')[0];
        return line is null ? "空" : line.Length > shown || line.Length < text!.Length ? string.Concat(line.AsSpan(0, Math.Min(shown, line.Length)), "……") : line;
    }
}
