using FinalAccounts.Accounts;
using FinalAccounts.Formulas;

namespace FinalAccounts.Tests.Checks.Text;

/// <summary>The sample as published, and copies of it with something changed, through the whole pipeline.</summary>
internal static class SampleText
{
    public static CompiledSet Set => ImportedSample.Wuhan.Set;

    public static DepartmentAccounts Accounts => ImportedSample.Wuhan.Accounts;

    /// <summary>The findings of the sample as published, all stages.</summary>
    public static IReadOnlyList<Finding> Findings => ImportedSample.Wuhan.Disclosure.Findings;

    public static IReadOnlyList<Finding> Run(DepartmentAccounts accounts) => Disclose(accounts).Findings;

    public static Disclosure Disclose(DepartmentAccounts accounts) => Pipeline.Run(accounts, ImportedSample.Wuhan.Findings, Set, null, CancellationToken.None);

    /// <summary>What is found in a changed copy and not in the sample.</summary>
    public static IReadOnlyList<Finding> New(DepartmentAccounts changed)
    {
        var known = Findings.Select(Key).ToHashSet();
        return Run(changed).Where(finding => !known.Contains(Key(finding))).ToList();
    }

    /// <summary>A copy in which one text of the facts reads otherwise; the old words must stand there once.</summary>
    public static DepartmentAccounts Rewrite(string sheet, string field, string old, string written)
    {
        var records = Accounts.Facts.Records(sheet).ToList();
        var index = records.FindIndex(record => record.Values.GetValueOrDefault(field)?.Text?.Contains(old, StringComparison.Ordinal) == true);
        Assert.True(index >= 0, $"{sheet}.{field} has no “{old}”");
        var value = records[index].Values[field];
        return With(sheet, records, index, field, value with { Text = Replace(value.Text!, old, written) });
    }

    /// <summary>A copy in which the fields of one record are otherwise.</summary>
    public static DepartmentAccounts Change(string sheet, int record, string field, Func<FactValue, FactValue> change)
    {
        var records = Accounts.Facts.Records(sheet).ToList();
        return With(sheet, records, record, field, change(records[record].Values[field]));
    }

    public static DepartmentAccounts With(string sheet, List<FactRecord> records, int index, string field, FactValue value)
    {
        records[index] = new FactRecord(new Dictionary<string, FactValue>(records[index].Values) { [field] = value });
        return WithRecords(sheet, records);
    }

    public static DepartmentAccounts WithRecords(string sheet, IReadOnlyList<FactRecord> records) => Accounts with
    {
        Facts = new Facts(new Dictionary<string, FactSheet>(Accounts.Facts.Sheets) { [sheet] = new FactSheet(sheet, records) }),
    };

    private static string Replace(string text, string old, string written)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + written + text[(at + old.Length)..];
    }

    private static string Key(Finding finding) => $"{finding.Rule} {finding.Message} {string.Join('|', finding.Places)}";
}
