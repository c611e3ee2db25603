using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>Facts as people type and read them outside a workbook: the web forms.</summary>
public static class FactText
{
    /// <summary>What was typed, by the rules of the workbook; null when blank. What does not fit is kept as an error and reported.</summary>
    /// <param name="label">Sheet and field for the message.</param>
    public static (FactValue? Value, IReadOnlyList<Finding> Findings) Read(string? text, FactField field, string label)
    {
        var findings = new ImportFindings();
        var cell = string.IsNullOrWhiteSpace(text) ? null : new GridCell(0, 0, text, null, FigureErrors.IsError(text.Trim()) ? text.Trim() : null);
        return (new FactParser(findings).Read(cell, field, label, HeadingText.UnitOf(field), new Place("页面填写")), findings.All);
    }

    /// <summary>The value as people would type it, in the field's unit; empty for blank.</summary>
    public static string Write(FactValue? value, FactField field) => value switch
    {
        null => "",
        { Text: { } text } => text,
        { Date: { } date } => DateText.Write(date, value.Exactness),
        { Flag: { } flag } => flag ? "是" : "否",
        { Number: { } number } => Number(number, field),
        _ => value.Error ?? "",
    };

    /// <summary>万元, 元 or the field's own unit; empty when it has none.</summary>
    public static string UnitOf(FactField field) => field.Type == FactType.Money ? Money.Name(HeadingText.UnitOf(field)) : field.Unit ?? "";

    /// <summary>An amount typed in 元 or 万元 as 元; null with a message when it is no number, null without when blank.</summary>
    public static (decimal? Yuan, string? Problem) ReadMoney(string? text, MoneyUnit unit)
    {
        var figure = FigureText.Parse(text ?? "", unit);
        return (figure.Number is { } number ? Money.ToYuan(number, unit) : null, figure.Problem);
    }

    /// <summary>An amount as people would type it: all its digits, grouped, without the unit.</summary>
    public static string WriteMoney(decimal yuan, MoneyUnit unit) => Money.FromYuan(yuan, unit).ToString("#,##0.00####", System.Globalization.CultureInfo.InvariantCulture);

    private static string Number(decimal number, FactField field) => field.Type switch
    {
        FactType.Money => Plain(Money.FromYuan(number, HeadingText.UnitOf(field))),
        FactType.Percent => Plain(number * 100m) + "%",
        _ => Plain(number),
    };

    private static string Plain(decimal number) => (number / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
