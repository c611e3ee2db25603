using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Templates;
using FinalAccounts.Tests.Assembly;

namespace FinalAccounts.Tests.Narration;

/// <summary>Changed copies of the sample, and what they are told as.</summary>
internal static class BranchSteps
{
    public static readonly CompiledSet Set = CompiledSet.Compile(Sample.Set).Value!;

    public static CompiledSet With(Func<SetOptions, SetOptions> change) =>
        CompiledSet.Compile(Sample.Set with { Options = change(Sample.Set.Options) }).Value!;

    // The sentence that compares with last year, without the reason.
    public static string Compared(string text) =>
        text.Split(["主要原因"], StringSplitOptions.None)[0].Split("2022年度相比")[^1].TrimEnd('\n', '，') is var sentence && sentence.Contains("持平", StringComparison.Ordinal)
            ? sentence[..(sentence.IndexOf("持平", StringComparison.Ordinal) + 2)] + "。" : sentence;

    public static NarratedSection Narrate(string section, DepartmentAccounts accounts, CompiledSet? set = null) =>
        Narrator.NarrateSection(accounts, set ?? Set, $"sections/{section}.sbn", CancellationToken.None);

    public static string Say(string section, DepartmentAccounts accounts, CompiledSet? set = null)
    {
        var narrated = Narrate(section, accounts, set);
        Assert.Empty(narrated.Findings.Where(finding => finding.Severity >= Severity.Error).Select(finding => $"{finding.Message} {string.Join(' ', finding.Places)}"));
        return Spoken.Text(narrated.Blocks);
    }

    public static string Flat(string text) => text.ReplaceLineEndings("");

    public static AccountsRow Row(string key, string? code, string name, params (string Column, decimal Value)[] cells) =>
        new(key, name, cells.ToDictionary(cell => cell.Column, cell => new AccountsCell(cell.Value, null))) { Code = code };

    public static AccountsRow WithCells(AccountsRow row, params (string Column, decimal Value)[] cells)
    {
        var changed = row.Cells.ToDictionary();
        foreach (var (column, value) in cells)
        {
            changed[column] = new AccountsCell(value, null);
        }

        return row with { Cells = changed };
    }

    public static DepartmentAccounts WithTable(AccountsTable table)
    {
        var tables = Sample.Accounts.Tables.ToDictionary();
        tables[table.Key] = table;
        return Sample.Accounts with { Tables = tables };
    }

    public static FactRecord Reason(string about, string words) =>
        new(new Dictionary<string, FactValue> { ["事项"] = new(null) { Text = about }, ["原因"] = new(null) { Text = words } });

    public static FactRecord Budget(string code, decimal amount) =>
        new(new Dictionary<string, FactValue> { ["科目编码"] = new(null) { Text = code }, ["全年预算"] = new(null) { Number = amount } });

    public static DepartmentAccounts Without(DepartmentAccounts accounts, string sheet, string field) => WithSheet(
        accounts, sheet, new FactRecord(accounts.Facts.Sheets[sheet].Records[0].Values.Where(pair => pair.Key != field).ToDictionary()));

    public static DepartmentAccounts WithPrior(string metric, decimal before) => WithSheet(Sample.Accounts, "上年数", new FactRecord(
        new Dictionary<string, FactValue> { ["指标"] = new(null) { Text = metric }, ["金额"] = new(null) { Number = before } }));

    public static DepartmentAccounts WithSheet(string sheet) => WithSheet(Sample.Accounts, sheet);

    public static DepartmentAccounts WithSheet(DepartmentAccounts accounts, string sheet, params FactRecord[] records)
    {
        var sheets = accounts.Facts.Sheets.ToDictionary();
        sheets[sheet] = new FactSheet(sheet, records);
        return accounts with { Facts = new Facts(sheets) };
    }

    public static DepartmentAccounts WithField(string sheet, string field, FactValue value) => WithField(Sample.Accounts, sheet, field, value);

    public static DepartmentAccounts WithField(DepartmentAccounts accounts, string sheet, string field, FactValue value)
    {
        var values = accounts.Facts.Sheets[sheet].Records[0].Values.ToDictionary();
        values[field] = value;
        return WithSheet(accounts, sheet, new FactRecord(values));
    }
}
