using FinalAccounts.Linting;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

/// <summary>A set changes single things of those it inherits from, and takes others away by naming them.</summary>
public sealed class SetChangeTests
{
    private const string Counting = "02-count-columns-in-a-yuan-workbook";
    private const string Without = "04-inherited-table-removed";
    private const string Metric = "11-single-metric-overridden";

    [Fact]
    public void OneMetricIsSaidAnewWithoutCopyingItsFile()
    {
        var set = new SetOfCase(Metric, "x-metric-2024").Compiled().Set;

        Assert.Equal(["表01[本年收入合计]"], set.Metrics.Where(metric => metric.Name == "收支总计").Select(metric => metric.Formula));
        Assert.Contains(set.Metrics, metric => metric.Name == "年初结转和结余");
        Assert.Equal(
            new SetChange("指标", "收支总计", "x-metric-2024/metrics/收支总计.yaml", "national-2024/metrics.yaml"), Assert.Single(set.Changes));
    }

    [Fact]
    public void OneRuleSynonymAndStatementIsSaidAnewOrAdded()
    {
        var set = new SetOfCase(Metric, "x-metric-2024").With("metrics/收支总计.yaml", null)
            .With("rules/本省.yaml", "- {code: 表01-1, severity: warning, formula: \"表01[收入总计] = 表01[支出总计]\", message: 两方应相等}\n- {code: 省-1, formula: \"表01[收入总计] >= 0\", message: 不应为负}\n")
            .With("synonyms/本省.yaml", "- {name: 科目名称, also: [名目]}\n")
            .With("statements/本省.yaml", "sections:\n  - {name: 政府采购, headings: [采购情况], subjects: [{names: [采购支出], metric: 政府采购总额}]}\n")
            .Compiled().Set;

        Assert.Equal([Severity.Warning], set.Rules.Where(rule => rule.Code == "表01-1").Select(rule => rule.Severity));
        Assert.Contains(set.Rules, rule => rule.Code == "省-1");
        Assert.Equal("科目名称", set.Synonyms.Canonical("名目"));
        Assert.Equal([["采购情况"]], set.Statements.Sections.Where(section => section.Name == "政府采购").Select(section => section.Headings));
        Assert.Equal(["规则 表01-1", "语句 节“政府采购”"], set.Changes.Select(change => $"{change.Kind} {change.Name}"));
        Assert.Equal("national-2024/statements.yaml", set.Changes[1].Over);
        string FileOf(string name) => Assert.Single(set.Entries, entry => entry.Name == name).File;
        Assert.Equal("x-metric-2024/statements/本省.yaml", FileOf("节“政府采购”"));
        Assert.Equal("x-metric-2024/synonyms/本省.yaml", FileOf("科目名称：名目"));
        Assert.Equal("national-2024/synonyms.yaml", FileOf("公务接待费：公务接待费用、公务接待经费"));
        Assert.Equal("national-2024/statements.yaml", FileOf("节“收支总体”"));
    }

    [Fact]
    public void OneColumnAndOneRowOfATableAreChangedAddedAndTakenAway()
    {
        var set = new SetOfCase(Metric, "x-metric-2024").With("metrics/收支总计.yaml", null)
            .With("tables/表05.yaml", """
                change: 表05
                mark: 附表5
                columns:
                  - {key: 小计, width: 20, aliases: [合计]}
                header:
                  - [{text: 项　　目, columns: 4}, {text: 本年支出, columns: 3}]
                  - [{text: 功能分类科目编码, columns: 3}, 科目名称, 合计, 基本支出, 项目支出]
                """)
            .With("tables/本省.yaml", """
                change: 表01
                rows:
                  - {key: 其中：捐赠收入, after: 其他收入}
                  - {key: 外交支出, remove: true}
                  - {key: 其他收入, label: 八、其他各项收入}
                """)
            .Compiled().Set;

        var changed = set.Table("表05")!;
        Assert.Equal(("附表5", 20d, "合计"), (changed.Mark, changed.Blocks[0].Columns.Single(column => column.Key == "小计").Width, changed.Blocks[0].Columns.Single(column => column.Key == "小计").Aliases[0]));
        var rows = set.Table("表01")!.Blocks.SelectMany(block => block.Rows).Where(row => row.Key is not null).ToList();
        Assert.Equal("其中：捐赠收入", rows[rows.FindIndex(row => row.Key == "其他收入") + 1].Key);
        Assert.Equal("八、其他各项收入", rows.Single(row => row.Key == "其他收入").Label);
        Assert.DoesNotContain(rows, row => row.Key == "外交支出");
        Assert.Contains(set.Changes, change => change is { Kind: "表样", Name: "表05 列“小计”", Over: "national-2024/tables/表05.yaml" });
        Assert.Contains(set.Changes, change => change is { Kind: "表样", Name: "表01 行“其中：捐赠收入”", Over: null });
    }

    [Fact]
    public void OneFieldOfTheFactsIsAddedAndOneTakenAway()
    {
        var set = new SetOfCase(Metric, "x-metric-2024").With("metrics/收支总计.yaml", null)
            .Changed("set.yaml", text => text + "remove: {facts: [基本情况.简称]}\n")
            .With("sections/预算绩效.sbn", "略\n")
            .With("facts/本省.yaml", """
                sheets:
                  - name: 基本情况
                    fields:
                      - {name: 监督索引号, type: text, required: true, after: 单位代码}
                      - {name: 单位代码, hint: 十位代码}
                  - name: 政府购买服务
                    kind: records
                    fields:
                      - {name: 项目, type: text, required: true}
                """)
            .Compiled().Set;

        var fields = set.Facts.Sheet("基本情况")!.Fields.Select(field => field.Name).ToList();
        Assert.Equal("监督索引号", fields[fields.IndexOf("单位代码") + 1]);
        Assert.DoesNotContain("简称", fields);
        Assert.Equal("十位代码", set.Facts.Sheet("基本情况")!.Field("单位代码")!.Hint);
        Assert.True(set.Facts.Sheet("政府购买服务")!.IsRecords);
    }

    [Fact]
    public void ATableIsTakenAwayByNamingItAndLintListsWhatReferredToIt()
    {
        var set = new SetOfCase(Without, "x-no08-2024").With("outline.yaml", null)
            .Changed("set.yaml", text => text + "remove: {tables: [表08], sections: [sections/国有资本经营.sbn]}\n").Compiled();

        Assert.Null(set.Set.Table("表08"));
        Assert.DoesNotContain(set.Set.Metrics, metric => metric.Formula.Contains("表08", StringComparison.Ordinal));
        Assert.DoesNotContain(set.Set.Rules, rule => rule.Formula.Contains("表08", StringComparison.Ordinal) || rule.Over?.Contains("表08", StringComparison.Ordinal) == true);
        Assert.Contains(set.Notes, note => note.Message.Contains("指标“国有资本经营预算财政拨款支出”用到已去掉的表08", StringComparison.Ordinal));
        Assert.Contains(set.Notes, note => note.Message.StartsWith("规则", StringComparison.Ordinal));
        Assert.Equal([], SetLint.Of(set).Where(finding => finding.Severity > Severity.Note).Select(finding => finding.Message));

        var titles = set.Set.Outline.Items.Select(item => item.Title).ToList();
        Assert.Contains("八、财政拨款“三公”经费支出决算表", titles);
        Assert.Contains("八、财政拨款“三公”经费支出决算情况说明", titles);
        Assert.Contains("十二、预算绩效情况说明", titles);
    }

    [Fact]
    public void ASectionThatStillNamesATableTakenAwayIsAnError()
    {
        var set = new SetOfCase(Without, "x-no08-2024").Changed("set.yaml", text => text + "remove: {tables: [表08]}\n").Compiled();
        Assert.Contains(SetLint.Of(set), finding => finding.Severity == Severity.Error && finding.Places[0].File == "sections/国有资本经营.sbn" && finding.Message.Contains("表08", StringComparison.Ordinal));
    }

    [Fact]
    public void ATableThatTheOutlineDoesNotPrintIsPointedOutAndHowItIsTakenAway()
    {
        var found = Assert.Single(SetLint.Of(new SetOfCase(Without, "x-no08-2024").Compiled()), finding => finding.Severity == Severity.Warning);
        Assert.Contains("remove: {tables: [表08]}", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotThereCannotBeTakenAwayOrChanged()
    {
        var broken = new SetOfCase(Counting, "x-counts-2024")
            .Changed("set.yaml", text => text + "remove: {tables: [表10, 表99], metrics: [没有的指标], sections: [sections/没有.sbn], rules: [无], charts: [无], terms: [无], facts: [无], annexes: [无]}\n")
            .With("tables/改.yaml", "change: 表98\nrows: [{key: 甲}]\n").Compile();
        Assert.Equal(["表“表10”", "表“表99”", "文字“sections/没有.sbn”", "附件“无”", "指标“没有的指标”", "规则“无”", "图“无”", "资料“无”", "名词“无”"],
            broken.Findings.Where(finding => finding.Message.StartsWith("remove：上级没有", StringComparison.Ordinal)).Select(finding => finding.Message["remove：上级没有".Length..finding.Message.IndexOf('，', StringComparison.Ordinal)]));
        Assert.Contains(broken.Findings, finding => finding.Message.StartsWith("change：没有表“表98”", StringComparison.Ordinal));
    }
}
