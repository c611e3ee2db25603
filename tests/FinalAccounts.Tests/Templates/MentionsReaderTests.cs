using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

public sealed class MentionsReaderTests
{
    [Fact]
    public void WhatTextMayNameIsRead()
    {
        var result = Read("""
            statements:
              - {sheet: 出国团组, phrases: [采购总额], unit: 万元, fact: 政府采购.总额}
            figures:
              - {names: [团组], unit: 人次, values: [出国人次]}
            bases:
              - {name: 全年收支, value: 收支总计}
            """);

        Assert.Equal([], result.Findings.Select(finding => finding.Message));
        var mentions = result.Value!.Mentions;
        Assert.Equal(("政府采购.总额", "万元", (string?)null), (mentions.Statements[0].Fact.ToString(), mentions.Statements[0].Unit, mentions.Statements[0].Join));
        Assert.Equal(["出国人次"], mentions.Figures[0].Values);
        Assert.Equal("收支总计", mentions.Bases[0].Value);
        Assert.Empty(mentions.Dates);
    }

    [Theory]
    [InlineData("dates:\n  - {fact: 政府采够.总额}", "文字资料没有工作表“政府采够”，是不是“政府采购”？", 2, 12)]
    [InlineData("dates:\n  - {fact: 政府采购.总金额}", "文字资料“政府采购”没有“总金额”这一项，是不是“总额”？", 2, 12)]
    [InlineData("statements:\n  - {sheet: 甲, phrases: [乙], unit: 万元, fact: 政府采购.总额}", "文字资料没有工作表“甲”", 2, 13)]
    [InlineData("indicators:\n  - {sheet: 出国团组, records: 出国团组, name: 任务, values: [完成情况说明]}", "文字资料“出国团组”没有“完成情况说明”这一项", 2, 52)]
    public void ANameThatTheFactsDoNotHaveIsReportedAtItsPlace(string yaml, string message, int line, int column)
    {
        var finding = Assert.Single(Read(yaml).Findings);

        Assert.Equal(message, finding.Message);
        Assert.Equal((line, column), (finding.Places[0].Line, finding.Places[0].Column));
    }

    [Theory]
    [InlineData("figures:\n  - {names: [团组], unit: 人次, values: [出国人数]}")]
    [InlineData("bases:\n  - {name: 全年, value: \"表01[收入总记]\"}")]
    public void AFormulaWithAMistakeIsReported(string yaml)
    {
        var result = Reader(yaml).ReadCompiled("小");

        Assert.Null(result.Value);
        Assert.Contains("是不是", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
    }

    private static Result<TemplateSet> Read(string mentions) => Reader(mentions).Read("小");

    private static TemplateSetReader Reader(string mentions)
    {
        var files = SmallSet.Files();
        files["小/mentions.yaml"] = mentions;
        return new TemplateSetReader(new MemoryTemplateSource(files));
    }
}
