using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formatting;

namespace FinalAccounts.Assembly;

/// <summary>Fills {年度}, {上年}, {公开名称}, {单位名称} and {公开日期} in the titles of a template set.</summary>
internal sealed partial class PlaceholderText
{
    private readonly Dictionary<string, string?> values;
    private readonly List<Finding> findings;
    private readonly HashSet<string> reported = [];
    private readonly Facts facts;

    /// <summary>For the accounts of a unit; what cannot be filled goes to the findings, once each.</summary>
    public PlaceholderText(DepartmentAccounts accounts, List<Finding> findings)
    {
        this.findings = findings;
        facts = accounts.Facts;
        values = new Dictionary<string, string?>
        {
            ["年度"] = $"{accounts.FiscalYear}",
            ["上年"] = $"{accounts.FiscalYear - 1}",
            [KnownFacts.PublicName] = accounts.UnitName,
            [KnownFacts.UnitName] = accounts.Facts.Field(KnownFacts.Basics, KnownFacts.UnitName)?.Text ?? accounts.UnitName,
            [KnownFacts.PublishedOn] = accounts.Facts.Field(KnownFacts.Basics, KnownFacts.PublishedOn)?.Date is { } date ? ChineseText.Date(date, accounts.Facts.Field(KnownFacts.Basics, KnownFacts.PublishedOn)!.Exactness) : null,
        };
    }

    /// <summary>The text with its placeholders filled; one that cannot be filled stays as it is, so that it is seen.</summary>
    public string Fill(string text, string file) => Placeholder().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        if (values.GetValueOrDefault(name) is { } value)
        {
            return value;
        }

        // A blank fact is said once, at its cell; a name that does not exist in each file that has it.
        if (values.ContainsKey(name) ? reported.Add(name) : reported.Add(file + match.Value))
        {
            findings.Add(values.ContainsKey(name)
                ? new Finding(Severity.Error, "ASM-02", $"基本情况，“{name}”是空的，文档里要印。请填写。", facts.PlaceOf(KnownFacts.Basics, facts.Record(KnownFacts.Basics), name) is { } place ? [place] : [])
                : new Finding(Severity.Error, "ASM-01", $"“{text}”里的占位“{match.Value}”不认识，可用的有 {string.Join('、', values.Keys.Select(key => $"{{{key}}}"))}", [new Place(file)]));
        }

        return match.Value;
    });

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
