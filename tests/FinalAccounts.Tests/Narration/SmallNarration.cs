using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Tests.Formulas;
using FinalAccounts.Tests.Templates;

namespace FinalAccounts.Tests.Narration;

/// <summary>One section template over a small set: metrics 甲 (95,205.29万元), 乙 (50,011.54万元), facts and a subjects table.</summary>
internal static class SmallNarration
{
    public const string File = "sections/概况.sbn";

    private const string Metrics = """
        - {name: 甲, formula: "表01[收入总计]", unit: 元, meaning: 总计, prior: "表01[支出总计]"}
        - {name: 乙, formula: "表01[财政拨款收入]", unit: 元, meaning: 拨款}
        - {name: 丙, formula: "表01[事业收入]", unit: 元, meaning: 事业收入}
        - {name: 基本支出占比, formula: "表03[合计, 基本支出] / 表03[合计, 本年支出合计]", unit: 比率, meaning: 占比}
        - {name: 出国人次, formula: 求和(资料.出国团组.人次), unit: 人次, meaning: 人次, prior: "0"}
        """;

    public static NarratedSection Say(string template, DepartmentAccounts? accounts = null, string? phrases = null, string? options = null, CancellationToken cancellation = default)
    {
        var compiled = SmallSet.Reader(Files(template, phrases, options)).ReadCompiled("小");
        Assert.Empty(compiled.Findings);
        return Narrator.NarrateSection(accounts ?? Unit(), compiled.Value!, File, cancellation);
    }

    /// <summary>The set's files with this template.</summary>
    public static Dictionary<string, string> Files(string template, string? phrases = null, string? options = null)
    {
        var files = SmallSet.Files();
        files["小/metrics.yaml"] = Metrics;
        files.Remove("小/charts.yaml");
        files["小/" + File] = template;
        files["小/set.yaml"] = files["小/set.yaml"].Replace("{percentDecimals: 2, listZeroSources: true}", options ?? "{percentDecimals: 1, listZeroSources: true}", StringComparison.Ordinal);
        if (phrases is not null)
        {
            files["小/sections/句式.sbn"] = phrases;
        }

        return files;
    }

    /// <summary>The text of a section without findings.</summary>
    public static string Text(string template, DepartmentAccounts? accounts = null, string? phrases = null, string? options = null)
    {
        var section = Say(template, accounts, phrases, options: options);
        Assert.Equal([], section.Findings.Select(finding => $"{finding.Message} {string.Join(' ', finding.Places)}"));
        return Spoken.Text(section.Blocks);
    }

    /// <summary>The only finding of a section.</summary>
    public static Finding Mistake(string template, DepartmentAccounts? accounts = null, string? phrases = null) =>
        Assert.Single(Say(template, accounts, phrases).Findings);

    /// <summary>甲 with this year's and last year's amount in 元, 乙 with another.</summary>
    public static DepartmentAccounts Unit(decimal? now = 952_052_900m, decimal? before = 807_807_400m, decimal? other = 500_115_400m)
    {
        var unit = SmallAccounts.Unit();
        return SmallAccounts.With(unit, SmallAccounts.Table(
            "表01", ("财政拨款收入", [("金额", other)]), ("收入总计", [("金额", now)]), ("支出总计", [("金额", before)])));
    }

    /// <summary>The accounts with a text fact 资料.政府采购.说明.</summary>
    public static DepartmentAccounts WithNote(string text) => SmallAccounts.With(Unit(), new FactSheet("政府采购",
    [
        new FactRecord(new Dictionary<string, FactValue>
        {
            ["说明"] = new(new Place("文字资料.xlsx", "政府采购", "B3")) { Text = text },
            ["总额"] = new(new Place("文字资料.xlsx", "政府采购", "B2")) { Number = 880_000m },
        }),
    ]));
}
