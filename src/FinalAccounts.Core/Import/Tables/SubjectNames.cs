using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>Functional subjects across tables: codes that the year's classification does not have, names of other years, and one code with two names.</summary>
/// <param name="year">Of the tables: last year's may have subjects that this year has not.</param>
internal sealed class SubjectNames(TemplateSet set, int year, ImportFindings findings)
{
    public void Check(IEnumerable<ReadTable> tables) => Check(tables.Where(read => read.Layout.Kind == RowKind.Subjects)
        .SelectMany(read => Uses(read.Table, row => read.Codes.GetValueOrDefault(row.Key))));

    public void Check(IEnumerable<AccountsTable> tables) =>
        Check(tables.SelectMany(table => Uses(table, row => row.Cells.Values.Select(cell => cell.Place).FirstOrDefault(place => place is not null))));

    private sealed record Use(string Table, AccountsRow Row, Place? Place)
    {
        public string Code => Row.Code!;
    }

    private static IEnumerable<Use> Uses(AccountsTable table, Func<AccountsRow, Place?> place) =>
        table.Rows.Where(row => row.Code is not null).Select(row => new Use(table.Key, row, place(row)));

    private void Check(IEnumerable<Use> all)
    {
        var uses = all.GroupBy(use => use.Code);
        foreach (var code in uses)
        {
            var first = code.First();
            foreach (var other in code.Skip(1).Where(use => LooseText.Of(use.Row.Name) != LooseText.Of(first.Row.Name)).DistinctBy(use => LooseText.Of(use.Row.Name)))
            {
                findings.Warn("IMP-44", $"科目 {code.Key} 的名称在 {first.Table} 是“{first.Row.Name}”，在 {other.Table} 是“{other.Row.Name}”。请统一为当年政府收支分类科目的名称。", Places(other, first));
            }

            ReportOtherYears(code.Key, [.. code]);
            ReportUnknown(code.Key, first, [.. code.Select(use => use.Table)]);
        }
    }

    private void ReportOtherYears(string code, List<Use> uses)
    {
        var versions = set.Classification.Functional(code);
        if (Classification.OtherYear(versions, year) is { } why)
        {
            findings.Error("IMP-46", $"科目编码 {code}（{uses[0].Row.Name}）是{why}。请改用{year}年政府收支分类科目的编码。", Places(uses[0]));
            return;
        }

        var now = versions.FirstOrDefault(version => version.Has(year));
        foreach (var use in uses.DistinctBy(use => LooseText.Of(use.Row.Name)))
        {
            var row = use.Row;
            var other = versions.FirstOrDefault(version => version != now && LooseText.Of(version.Name) == LooseText.Of(row.Name));
            if (other is not null && LooseText.Of(now!.Name) != LooseText.Of(row.Name))
            {
                findings.Warn("IMP-46", $"科目 {code} 写作“{row.Name}”，这是{other.Years}的名称，{year}年度是“{now.Name}”。请改为当年的名称。", Places(use));
            }
        }
    }

    // The set may know fewer 款 and 项 than the classification has; a 类 that it does not know is a slip.
    private void ReportUnknown(string code, Use use, List<string> tables)
    {
        if (set.Terms.Subjects.Count == 0 || set.Terms.Subjects.ContainsKey(code) || set.Classification.Functional(code).Count > 0)
        {
            return;
        }

        var known = set.Terms.Subjects.Keys.Any(subject => subject.StartsWith(code[..3], StringComparison.Ordinal));
        findings.Add(
            known ? Severity.Warning : Severity.Fatal,
            "IMP-41",
            $"科目编码 {code}（{use.Row.Name}，{string.Join("、", tables)}）不在模板集的支出功能分类科目里。请核对编码；确有此科目的，请在 terms.yaml 里补上。",
            Places(use));
    }

    private static Place[] Places(params Use[] uses) => [.. uses.Select(use => use.Place).OfType<Place>()];
}
