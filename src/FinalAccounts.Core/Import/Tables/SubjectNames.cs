using FinalAccounts.Accounts;
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
        var unlisted = new List<List<Use>>();
        foreach (var code in all.GroupBy(use => use.Code).Select(uses => uses.ToList()))
        {
            ReportDifferentNames(code);
            ReportOtherYears(code[0].Code, code);
            if (IsUnknown(code[0].Code) && !ReportUnknown(code))
            {
                unlisted.Add(code);
            }
        }

        ReportUnlisted(unlisted);
    }

    private void ReportDifferentNames(List<Use> uses)
    {
        var first = uses[0];
        var listed = Listed(first.Code)?.Name;
        var names = uses.DistinctBy(use => LooseText.Of(use.Row.Name)).ToList();
        foreach (var other in names.Skip(1))
        {
            var right = listed is null ? "请统一为当年政府收支分类科目的名称。" : $"{year}年政府收支分类科目的名称是“{listed}”，请改正。";
            findings.Warn("IMP-44", $"科目 {first.Code} 的名称在 {first.Table} 是“{first.Row.Name}”，在 {other.Table} 是“{other.Row.Name}”。{right}", Places(other, first));
        }

        // A name of another year is said as such; two names in one workbook are said above.
        if (listed is not null && names.Count == 1 && !Same(listed, first.Row.Name) && !set.Classification.Functional(first.Code).Any(version => Same(version.Name, first.Row.Name)))
        {
            findings.Warn(
                "IMP-48",
                $"科目 {first.Code} 写作“{first.Row.Name}”（{Tables(uses)}），{year}年政府收支分类科目的名称是“{listed}”{NameDifference.Of(first.Row.Name, listed)}。请核对编码和名称，改正写错的那个。",
                Places([.. uses]));
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

        var now = Listed(code);
        foreach (var use in uses.DistinctBy(use => LooseText.Of(use.Row.Name)))
        {
            var row = use.Row;
            var other = versions.FirstOrDefault(version => version != now && Same(version.Name, row.Name));
            if (other is not null && !Same(now!.Name, row.Name))
            {
                findings.Warn("IMP-46", $"科目 {code} 写作“{row.Name}”，这是{other.Years}的名称，{year}年度是“{now.Name}”。请改为当年的名称。", Places(use));
            }
        }
    }

    private bool IsUnknown(string code) =>
        set.Terms.Subjects.Count > 0 && !set.Terms.Subjects.ContainsKey(code) && set.Classification.Functional(code).Count == 0;

    // The list has not every 款 and 项 of the classification; a 类 that it does not know is a slip, and so may be a code that only one table has.
    private bool ReportUnknown(List<Use> uses)
    {
        var first = uses[0];
        if (!set.Terms.Subjects.Keys.Any(subject => subject.StartsWith(first.Code[..3], StringComparison.Ordinal)))
        {
            findings.Fatal("IMP-41", $"科目编码 {first.Code}（{first.Row.Name}，{Tables(uses)}）的类 {first.Code[..3]} 不在政府收支分类科目里。请核对编码并改正。", Places(first));
            return true;
        }

        if (uses.Count > 1)
        {
            return false;
        }

        findings.Warn("IMP-41", $"科目编码 {first.Code}（{first.Row.Name}）只有{first.Table}有，科目表里也没有收。请核对编码：写错的请改正；确有此科目的，照{findings.Words.Whole}里的名称印出，不必改动。", Places(first));
        return true;
    }

    private void ReportUnlisted(List<List<Use>> unlisted)
    {
        if (unlisted.Count == 0)
        {
            return;
        }

        var codes = string.Join("、", unlisted.Select(uses => $"{uses[0].Code} {uses[0].Row.Name}"));
        findings.Note(
            "IMP-41",
            $"有 {unlisted.Count} 个科目，科目表里还没有收（{codes}）；它们的类都有，各表用的一致，照{findings.Words.Whole}里的编码和名称印出。编码无误的，不必改动；它们的名词解释请填在文字资料的“名词”里。",
            [.. unlisted.SelectMany(uses => Places(uses[0]))]);
    }

    private SubjectVersion? Listed(string code) => set.Classification.Functional(code).FirstOrDefault(version => version.Has(year));

    private static bool Same(string one, string other) => LooseText.Of(one) == LooseText.Of(other);

    private static string Tables(List<Use> uses) => string.Join("、", uses.Select(use => use.Table));

    private static Place[] Places(params Use[] uses) => [.. uses.Select(use => use.Place).OfType<Place>()];
}
