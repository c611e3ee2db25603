using FinalAccounts.Linting;
using FinalAccounts.Narration;
using FinalAccounts.Samples;

namespace FinalAccounts.Tests.Templates;

/// <summary>What lint passes works; what does not work, lint says where.</summary>
public sealed class SetLintTests
{
    private const string Sheet = "08-lint-unknown-facts-sheet";
    private const string Field = "09-lint-unknown-field";
    private const string Mark = "10-lint-two-tables-one-mark";

    [Theory]
    [InlineData("national-2024")]
    [InlineData("hubei-2023")]
    [InlineData("shanghai-2024")]
    public void TheShippedSetsHaveNothingToReport(string key)
    {
        var set = ShippedSets.Of(key);
        Assert.Equal([], SetLint.Of(set).Select(Shown));
    }

    [Theory]
    [InlineData("outline.yaml", "cover: {title: [甲]}\nparts:\n  - title: 乙\n    items:\n      - {title: 一、{公开名称}概况, table: 表01}\n", "{年度} 这样的占位的文字要加引号")]
    [InlineData("outline.yaml", "cover: {title: [甲]}\nparts:\n  - {title: 乙, items: [{title: 一, table: 表09}]}\n", "没有表“表09”：set.yaml 的 remove 把它去掉了")]
    [InlineData("outline.yaml", "cover: {title: [甲]}\nparts:\n  - {title: 乙, items: [{title: 一, section: sections/购买服务.sbn}]}\n", "没有文件“sections/购买服务.sbn”，请写这个文件")]
    [InlineData("terms.yaml", "general：甲\n", "冒号要用半角的“: ”")]
    [InlineData("sections/政府采购.sbn", "{{ 政府采购总额 | 数量 “个” }}", "引号要用半角的")]
    public void AMistakeOfTheHandIsSaidWithWhatToDo(string path, string text, string message)
    {
        var set = new SetOfCase(Sheet, "x-lint1-2024").Changed("set.yaml", head => head + "remove: {tables: [表09]}\n").With(path, text);
        var read = set.Compile();
        Assert.Contains(read.Findings.Concat(read.Value is { } sound ? SetLint.Of(sound) : []), finding => finding.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void AChartThatWasTakenAwayLeavesItsSectionsAsTheyAre()
    {
        var set = new SetOfCase(Sheet, "x-lint1-2024").With("sections/政府采购.sbn", null).Changed("set.yaml", head => head + "remove: {charts: [收支总计变动]}\n").Compiled();
        Assert.Equal([], SetLint.Of(set).Select(Shown));
        var blocks = Narrator.NarrateSection(SampleUnit.Create(set, new UnitOptions(1)), set, "sections/收入支出总体.sbn", CancellationToken.None).Blocks;
        Assert.DoesNotContain(blocks, block => block is Documents.Chart);
        Assert.NotEmpty(blocks);
    }

    [Fact]
    public void MadeUpFiguresOfAnOwnTableAddUpToWhatTheFactsSay()
    {
        var set = new SetOfCase(Sheet, "x-lint1-2024").With("sections/政府采购.sbn", null)
            .With("tables/表10.yaml", "key: 表10\nname: 采购情况表\ntitle: 采购情况表\nkind: fixed\nheader: [[项目, 金额]]\nblocks:\n  - columns: [{key: 项目, role: name, width: 60}, {key: 金额, role: value, width: 30}]\n    rows: [采购合计, 货物, 工程, 服务]\n")
            .With("rules/本省.yaml", "- {code: 省-1, formula: \"表10[采购合计] = 表10[货物] + 表10[工程] + 表10[服务]\", message: 合计}\n- {code: 省-2, formula: \"表10[采购合计] = 资料.政府采购.总额\", message: 与资料一致}\n")
            .With("facts/本省.yaml", "sheets:\n  - {name: 人员构成, kind: records, hint: 人数, fields: [{name: 编制, type: text, required: true}, {name: 实有数, type: integer}]}\n")
            .With("sections/机构设置.sbn", "### 人员\n\n{{ for 一类 in 资料.人员构成 }}{{ 一类.编制 }}{{ 一类.实有数 | 数量 \"人\" }}。{{ end }}\n").Compiled();
        var findings = SetTrial.Of(set, CancellationToken.None);
        Assert.DoesNotContain(findings, finding => finding.Rule.StartsWith("省-", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Message.Contains("标题“人员”下面没有文字", StringComparison.Ordinal));
        Assert.Equal([false, true], Enumerable.Range(1, 2).Select(seed => SampleUnit.Create(set, new UnitOptions(seed)).Facts.Records("人员构成").Count == 2));
    }

    [Fact]
    public void AnUnknownSheetOfTheFactsIsAnErrorAtItsLine() =>
        Assert.Equal(["sections/政府采购.sbn(14,7) “资料”没有“没有的表”"], Errors(new SetOfCase(Sheet, "x-lint1-2024")));

    [Fact]
    public void AnUnknownFieldIsReportedBesideAnUnknownMetric()
    {
        var errors = Errors(new SetOfCase(Field, "x-lint2-2024"));
        Assert.Contains(errors, error => error.StartsWith("sections/政府采购.sbn(15,4) ", StringComparison.Ordinal) && error.Contains("没有的指标", StringComparison.Ordinal));
        Assert.Contains("sections/政府采购.sbn(14,12) “资料.政府采购”没有“没有的项”", errors);
        Assert.Equal(2, errors.Count);
    }

    [Theory]
    [InlineData("{{ for 行 in 资料.车辆用途 }}{{ 行.辆数 }}{{ end }}", "“资料.车辆用途”没有“辆数”")]
    [InlineData("{{ 资料.车辆用途.用途 }}", "“资料.车辆用途”是多条记录")]
    [InlineData("{{ 记录 = 资料.支出用途 | 找 \"编码\" 年度 }}", "“资料.支出用途”没有“编码”")]
    [InlineData("{{ 记录 = 资料.支出用途 | 找 \"科目编码\" 年度 }}{{ 记录.用处 }}", "“资料.支出用途”没有“用处”，是不是“用途”")]
    [InlineData("{{ for 类 in 表05.类 | 非零 \"合计数\" }}{{ end }}", "“表05的行”没有“合计数”")]
    [InlineData("{{ for 类 in 表05.类 }}{{ 类.小记 | 万元 }}{{ end }}", "“表05的行”没有“小记”，是不是“小计”")]
    [InlineData("{{ if 年度 == \"1\" }}{{ 表05.没有 }}{{ end }}", "“表05”没有“没有”")]
    [InlineData("{{ (科目 \"201\").释意 }}", "“科目”没有“释意”，是不是“释义”")]
    [InlineData("{{ 图 \"没有的图\" }}", "charts.yaml 里没有名为“没有的图”的图")]
    [InlineData("{{ 资料[\"没有\"].项 }}", "“资料”没有“没有”")]
    [InlineData("{{ for 年度 in 表05.类 }}{{ end }}", "“年度”是已有的名称，不能再用作循环的变量")]
    [InlineData("{{ func 句(收支总计) }}{{ end }}", "“收支总计”是已有的名称，不能再用作参数")]
    public void WhatATemplateAsksOfDataMustExistInEveryBranch(string text, string message) =>
        Assert.Contains(Errors(new SetOfCase(Sheet, "x-lint1-2024").With("sections/政府采购.sbn", text)), error => error.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void AFunctionOfThePhrasesIsFollowedWithWhatItsCallerHandsIt()
    {
        var set = new SetOfCase(Sheet, "x-lint1-2024")
            .With("sections/句式.sbn", ShippedSets.Source.Read("national-2024", "sections/句式.sbn") + "\n{{~ func 一车(记录) ~}}{{ 记录.用途 }}{{ 记录.牌号 }}{{~ end ~}}\n{{~ func 错(x) ~}}{{ 资料.公务用车.没有 }}{{~ end ~}}\n")
            .With("sections/政府采购.sbn", "{{ for 车 in 资料.车辆用途 }}{{ 一车 车 }}{{ end }}{{ 一车 资料.公务用车 }}\n");
        var errors = Errors(set);
        Assert.Contains(errors, error => error.Contains("“资料.车辆用途”没有“牌号”", StringComparison.Ordinal) && error.StartsWith("sections/政府采购.sbn(1,", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("“资料.公务用车”没有“用途”", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("sections/句式.sbn(", StringComparison.Ordinal) && error.Contains("“资料.公务用车”没有“没有”", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoTablesWithOneMarkOrOneNameAreAnError()
    {
        Assert.Contains(Errors(new SetOfCase(Mark, "x-mark-2024")), error => error.Contains("表08、表09的 mark 都是“公开08表”", StringComparison.Ordinal));
        Assert.Contains(
            Errors(new SetOfCase(Mark, "x-mark-2024").Changed("tables/表09.yaml", text => text.Replace("mark: 公开08表", "mark: 公开09表", StringComparison.Ordinal).Replace("name: 财政拨款“三公”经费支出决算表", "name: 支出决算表", StringComparison.Ordinal))),
            error => error.Contains("表03、表09的 name 都是“支出决算表”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cover: {title: [\"{公开名程}\"]}", "“{公开名程}”里的占位“{公开名程}”不认识，是不是“公开名称”")]
    [InlineData("cover: {title: [甲], extras: [\"索引号：{没有}\"]}", "占位“{没有}”不认识")]
    [InlineData("cover: {title: [甲], below: [\"{政府采购.没有}\"]}", "占位“{政府采购.没有}”不认识")]
    [InlineData("cover: {title: [甲], below: [\"{车辆用途.用途}\"]}", "占位“{车辆用途.用途}”不认识")]
    [InlineData("cover: {title: [甲]}\ncontents: \"目录{没有}\"", "占位“{没有}”不认识")]
    [InlineData("cover: {title: [甲]}\nrunningHead: \"{没有}\"", "占位“{没有}”不认识")]
    [InlineData("cover: {title: [甲]}\nfileName: \"{没有}\"", "占位“{没有}”不认识")]
    public void AnUnknownPlaceholderOfTheOutlineIsAnError(string head, string message) =>
        Assert.Contains(
            Errors(new SetOfCase(Sheet, "x-lint1-2024").With("outline.yaml", head + "\nparts:\n  - title: 表\n    items: [{title: 一, table: 表01}]\n")),
            error => error.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void AnUnknownPlaceholderOfATableAnOptionAndAChartIsAnError()
    {
        var errors = Errors(new SetOfCase(Sheet, "x-lint1-2024")
            .With("tables/改.yaml", "change: 表05\nemptyStatement: 本单位{没有甲}无数\nnotes: [\"注：{没有乙}\"]\n")
            .With("charts/改.yaml", "- {name: 图甲, kind: column, caption: \"{公开名称}\", unit: 万元, categories: [甲], series: [{name: 乙, values: [收支总计]}]}\n")
            .Changed("set.yaml", text => text + "options: {tableOwner: \"{没有丙}\"}\n"));
        Assert.All(["“{没有甲}”", "“{没有乙}”", "“{没有丙}”", "“{公开名称}”不认识，图里可用"], expected => Assert.Contains(errors, error => error.Contains(expected, StringComparison.Ordinal)));
    }

    [Fact]
    public void ALayoutThatTheImportCannotReadBackIsAnError()
    {
        var errors = Errors(new SetOfCase(Sheet, "x-lint1-2024").With("tables/改.yaml", "change: 表05\nheader: [[{text: 功能分类科目编码, columns: 3}, 科目名称, 小计, 支出, 支出]]\n"));
        Assert.Contains(errors, error => error.StartsWith("tables/表05.yaml 按表05的表样印出的表，", StringComparison.Ordinal));
    }

    [Fact]
    public void AHeaderNarrowerThanItsColumnsIsAnErrorThatSaysWhichColumnIsSplit()
    {
        var errors = Errors(new SetOfCase(Sheet, "x-lint1-2024").With("tables/改.yaml", "change: 表05\nheader: [[科目编码, 科目名称, 小计, 基本支出, 项目支出]]\n"));
        Assert.Contains(errors, error => error.StartsWith("tables/表05.yaml 表05的表头第一行是 5 列，各栏合起来是 7 列。", StringComparison.Ordinal) && error.Contains("{text: 科目编码, columns: 3}", StringComparison.Ordinal));
    }

    [Fact]
    public void ATableWhoseColumnsHaveNoRoomOnThePageIsAnError()
    {
        var columns = string.Join(", ", Enumerable.Range(1, 20).Select(i => $"{{key: 数{i}, role: value}}"));
        var headers = string.Join(", ", Enumerable.Range(1, 20).Select(i => $"数{i}"));
        var block = $"  - columns: [{{key: 项目, role: name}}, {columns}]\n    rows: [甲]\n";
        string Table(string blocks) => $"key: 表10\nname: 很宽的表\ntitle: 很宽的表\nkind: fixed\norientation: landscape\ncolumnNumbers: false\nheader: [[项目, {headers}, 项目, {headers}]]\nblocks:\n{blocks}";
        var errors = Errors(new SetOfCase(Sheet, "x-lint1-2024").With("tables/表10.yaml", Table(block + block.Replace("[甲]", "[乙]", StringComparison.Ordinal))));
        Assert.Contains(errors, error => error.Contains("表10《很宽的表》在横放的纸上放不下", StringComparison.Ordinal));
    }

    private static List<string> Errors(SetOfCase source)
    {
        var result = source.Compile();
        return [.. result.Findings.Concat(result.Value is { } set ? SetLint.Of(set) : []).Where(finding => finding.Severity >= Severity.Error).Select(Shown)];
    }

    private static string Shown(Finding finding) => $"{finding.Places[0]} {finding.Message}";
}
