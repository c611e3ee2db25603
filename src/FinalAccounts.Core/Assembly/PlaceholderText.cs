using System.Globalization;
using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Formatting;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>Fills the placeholders of titles, lines and notes: {年度}, {上年}, any field of 基本情况 by its name, fields of other sheets as {政府采购.总额}.</summary>
internal sealed partial class PlaceholderText
{
    private readonly DepartmentAccounts accounts;
    private readonly PlaceholderNames names;
    private readonly List<Finding> findings;
    private readonly HashSet<string> reported = [];

    /// <summary>For the accounts of a unit; what cannot be filled goes to the findings, once each.</summary>
    public PlaceholderText(DepartmentAccounts accounts, FactsSchema schema, List<Finding> findings)
    {
        (this.accounts, this.findings) = (accounts, findings);
        names = new PlaceholderNames(schema);
    }

    /// <summary>The text with its placeholders filled; one that cannot be filled stays as it is, so that it is seen.</summary>
    public string Fill(string text, string file) => Placeholder().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        if (Value(name) is { } value)
        {
            return value;
        }

        if (names.Field(name) is var (sheet, field))
        {
            // A blank fact is said once, at its cell.
            if (reported.Add(name))
            {
                var place = accounts.Facts.PlaceOf(sheet.Name, accounts.Facts.Record(sheet.Name), field.Name);
                findings.Add(new Finding(Severity.Error, "ASM-02", $"{sheet.Name}，“{field.Name}”是空的，文档里要印。请填写。", place is null ? [] : [place]));
            }
        }
        else if (reported.Add(file + match.Value))
        {
            findings.Add(new Finding(Severity.Error, "ASM-01", PlaceholderNames.Unknown(text, match.Value, names), [new Place(file)]));
        }

        return match.Value;
    });

    private string? Value(string name) => name switch
    {
        PlaceholderNames.Year => $"{accounts.FiscalYear}",
        PlaceholderNames.YearBefore => $"{accounts.FiscalYear - 1}",
        PlaceholderNames.Kind => accounts.Facts.Field(KnownFacts.Basics, KnownFacts.Level)?.Text == KnownFacts.UnitLevel ? "单位" : "部门",
        KnownFacts.PublicName => accounts.UnitName,
        KnownFacts.UnitName => accounts.Facts.Field(KnownFacts.Basics, KnownFacts.UnitName)?.Text ?? accounts.UnitName,
        _ => names.Field(name) is var (sheet, field) ? Printed(field, accounts.Facts.Field(sheet.Name, field.Name)) : null,
    };

    private static string? Printed(FactField field, FactValue? value) => value switch
    {
        null => null,
        { Text: { } text } => text,
        { Date: { } date } => ChineseText.Date(date, value.Exactness),
        { Flag: { } flag } => flag ? "是" : "否",
        { Number: { } number } => field.Type switch
        {
            FactType.Money => AmountFormat.Table.Print(number),
            FactType.Percent => ChineseText.Plain(number * 100) + "%",
            _ => number.ToString("0.##########", CultureInfo.InvariantCulture),
        },
        _ => value.Error,
    };

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
