using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import;
using FinalAccounts.Import.Tables;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Import;

/// <summary>Subjects of a workbook against the year's list, as a whole: what the list lacks is one note, a name that is wrong everywhere is found.</summary>
public sealed class SubjectNamesTests
{
    private static readonly TemplateSet Set = ShippedSets.Of("national-2024").Set;

    [Fact]
    public void CodesThatTheListLacksAreOneNoteForTheWorkbook()
    {
        var finding = Assert.Single(Check(["22002 海洋管理事务", "2200201 行政运行", "2013950 事业运行"], ["22002 海洋管理事务", "2200201 行政运行", "2013950 事业运行"]));

        Assert.Equal(("IMP-41", Severity.Note), (finding.Rule, finding.Severity));
        Assert.Contains("有 3 个科目，科目表里还没有收（22002 海洋管理事务、2200201 行政运行、2013950 事业运行）", finding.Message, StringComparison.Ordinal);
        Assert.Equal(3, finding.Places.Count);
    }

    [Fact]
    public void ACodeThatOneTableAloneHasMayBeASlip()
    {
        var finding = Assert.Single(Check(["2010607 信息化建设"], ["2010670 信息化建设"]));
        Assert.Equal(("IMP-41", Severity.Warning, "表03!2010670"), (finding.Rule, finding.Severity, finding.Places[0].Cell));
        Assert.Contains("2010670（信息化建设）只有表03有", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AClassThatIsNotThereIsRefused() =>
        Assert.Equal(("IMP-41", Severity.Fatal), Assert.Single(Check(["998 别的支出"], ["998 别的支出"]).Select(finding => (finding.Rule, finding.Severity))));

    [Theory]
    [InlineData("20105 统计资料事务", "IMP-48", "20105 写作“统计资料事务”（表02、表03），2024年政府收支分类科目的名称是“统计信息事务”。请核对")]
    [InlineData("205 教育支岀", "IMP-48", "的名称是“教育支出”（第4字“岀”应为“出”）")]
    [InlineData("21305 扶贫", "IMP-46", "2021年及以前的名称")]
    public void ANameThatIsWrongInAllTablesIsFoundOnce(string subject, string rule, string words)
    {
        var finding = Assert.Single(Check([subject], [subject]));
        Assert.Equal((rule, Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoNamesAreOneFindingThatNamesTheRightOne()
    {
        var finding = Assert.Single(Check(["20105 统计信息事务"], ["20105 统计事务"]));
        Assert.Equal("IMP-44", finding.Rule);
        Assert.Contains("2024年政府收支分类科目的名称是“统计信息事务”", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20103 政府办公厅(室) 及相关机构事务")]
    [InlineData("2010301 ⾏政运行")]
    public void SpellingOfBracketsBlanksAndRadicalsIsNoOtherName(string subject) => Assert.Empty(Check([subject], [subject]));

    [Fact]
    public void SubjectsOf2024ThatOfficesUsedAreInTheList()
    {
        var certain = File.ReadLines(Repository.PathOf("tests", "FinalAccounts.Tests", "Import", "subjects-2024.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Where(parts => parts[3] == "有").ToList();

        Assert.Equal(9, certain.Count);
        Assert.Empty(Check([.. certain.Select(parts => $"{parts[0]} {parts[1]}")], []));
    }

    private static IReadOnlyList<Finding> Check(string[] income, string[] spending)
    {
        var findings = new ImportFindings();
        new SubjectNames(Set, 2024, findings).Check([Table("表02", income), Table("表03", spending)]);
        return findings.All;
    }

    private static AccountsTable Table(string key, string[] subjects) => new(key, MoneyUnit.Yuan,
    [
        .. subjects.Select(subject => subject.Split(' ', 2)).Select(parts => new AccountsRow(
            parts[0], parts[1], new Dictionary<string, AccountsCell> { ["合计"] = new(1m, new Place("公开表.xlsx", key) { Cell = $"{key}!{parts[0]}" }) }) { Code = parts[0] }),
    ]);
}
