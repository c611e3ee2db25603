using FinalAccounts.Templates;
using FinalAccounts.Tests.Import;

namespace FinalAccounts.Tests.Templates;

/// <summary>Subjects versioned by year (科目调整).</summary>
public sealed class ClassificationTests
{
    private const string Subjects = """
        functional:
          "201": {name: 一般公共服务支出}
          "20139": {name: 社会工作事务, from: 2024}
          "21305":
            - {name: 扶贫, until: 2021}
            - {name: 巩固脱贫衔接乡村振兴, from: 2022, until: 2023}
            - {name: 巩固脱贫攻坚成果衔接乡村振兴, from: 2024}
        economic:
          "30104": {name: 其他社会保障缴费, until: 2017}
          "30112": {name: 其他社会保障缴费, from: 2018}
        """;

    [Fact]
    public void AYearHasItsOwnSubjectsAndNames()
    {
        var set = Read(2023);
        Assert.Equal("巩固脱贫衔接乡村振兴", set.Terms.Subjects["21305"].Name);
        Assert.False(set.Terms.Subjects.ContainsKey("20139"));
        Assert.Equal("反映基本支出。", set.Terms.Subjects["2010301"].Meaning);

        Assert.Equal("巩固脱贫攻坚成果衔接乡村振兴", Read(2024).Terms.Subjects["21305"].Name);
        Assert.Equal("社会工作事务", Read(2024).Terms.Subjects["20139"].Name);
    }

    [Fact]
    public void TheDocumentationSaysWhatTheListHolds()
    {
        var subjects = ShippedSets.Of("national-2024").Set.Terms.Subjects;
        int Count(int digits) => subjects.Keys.Count(code => code.Length == digits);

        Assert.Contains(
            $"it holds {Count(3)} 类, {Count(5)} 款 and {Count(7)} 项 of the functional classification",
            File.ReadAllText(Repository.PathOf("docs", "import.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoNamesInOneYearAreReported()
    {
        var files = Files(2023);
        files["小/subjects.yaml"] = Subjects.Replace("until: 2023", "until: 2024", StringComparison.Ordinal);
        Assert.Equal("科目 21305 在2024年有两个名称，请改 from、until", Assert.Single(SmallSet.Reader(files).Read("小").Findings).Message);
    }

    [Fact]
    public void AFormWithAnEconomicSubjectOfAnotherYearIsRefused()
    {
        var files = Files(2023);
        files["小/tables/表01.yaml"] = files["小/tables/表01.yaml"].Replace("- 事业收入", "- {key: 事业收入, code: \"30104\"}", StringComparison.Ordinal);
        var finding = Assert.Single(SmallSet.Reader(files).Read("小").Findings);
        Assert.Equal("表01的科目 30104 是2017年及以前的科目“其他社会保障缴费”，2023年度没有，请改表样", finding.Message);
    }

    [Fact]
    public void AFunctionalSubjectOfAnotherYearIsAFinding()
    {
        var findings = Import("20103|<|<|政府办公厅（室）及相关机构事务", "20139|<|<|社会工作事务", "2010301|<|<|行政运行", "2013901|<|<|行政运行", "2010302|<|<|", "2013902|<|<|");
        var finding = Assert.Single(findings, finding => finding.Rule == "IMP-46");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("科目编码 20139（社会工作事务）是2024年起的科目“社会工作事务”，2023年度没有。请改用2023年政府收支分类科目的编码。", finding.Message);
        Assert.Equal("公开表.xlsx ▸ 公开2 ▸ A8", finding.Places[0].ToString());
    }

    [Fact]
    public void ANameOfAnotherYearIsAWarning()
    {
        var findings = Import("20103|<|<|政府办公厅（室）及相关机构事务", "21305|<|<|扶贫", "2010301|<|<|行政运行", "2130501|<|<|行政运行", "2010302|<|<|", "2130502|<|<|", "201|<|<|一般公共服务支出", "213|<|<|农林水支出");
        var finding = Assert.Single(findings, finding => finding.Rule == "IMP-46");
        Assert.Equal((Severity.Warning, "科目 21305 写作“扶贫”，这是2021年及以前的名称，2023年度是“巩固脱贫衔接乡村振兴”。请改为当年的名称。"), (finding.Severity, finding.Message));
    }

    [Fact]
    public void AnEconomicSubjectOfAnotherYearIsNamedAsSuch()
    {
        var finding = Assert.Single(Import("30101|基本工资|=40|30201|办公费|=15|31002", "30104|其他社会保障缴费|=40|30201|办公费|=15|31002"), finding => finding.Rule == "IMP-23");
        Assert.Contains("30104（其他社会保障缴费）是2017年及以前的科目", finding.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Import(params string[] changes)
    {
        var set = ImportCase.Set with { Classification = Read(2023).Classification };
        var workbook = new XlsxBuilder();
        for (var i = 0; i < ImportCase.Drawings.Count; i++)
        {
            workbook.Sheet($"公开{i + 1}", changes.Chunk(2).Aggregate(ImportCase.Drawings[i], (text, change) => text.Replace(change[0], change[1], StringComparison.Ordinal)));
        }

        return FinalAccounts.Import.Importer.Import(new FinalAccounts.Import.ImportRequest { Tables = workbook.File() }, set, CancellationToken.None).Findings;
    }

    private static Dictionary<string, string> Files(int year)
    {
        var files = SmallSet.Files();
        files["小/set.yaml"] = files["小/set.yaml"].Replace("2023", $"{year}", StringComparison.Ordinal);
        files["小/subjects.yaml"] = Subjects;
        return files;
    }

    private static TemplateSet Read(int year)
    {
        var result = SmallSet.Reader(Files(year)).Read("小");
        Assert.Empty(result.Findings);
        return result.Value!;
    }
}
