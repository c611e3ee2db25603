using FinalAccounts.Documents;
using static FinalAccounts.Tests.Narration.SmallNarration;

namespace FinalAccounts.Tests.Narration;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("## 一\n### 二\n#### 三", "## 一\n### 二\n#### 三")]
    [InlineData("一\n二\n\n三", "一二\n三")]
    [InlineData("一\n\n\n\n\n二", "一\n二")]
    [InlineData("    缩进的一段", "缩进的一段")]
    [InlineData("1. 一\n\n1、二\n\n（1）三\n\n2) 四", "1. 一\n1、二\n（1）三\n2) 四")]
    [InlineData("- 一\n- 二", "- 一\n- 二")]
    [InlineData("- 一\n  - 甲\n  - 乙\n- 二", "- 一\n  - 甲\n  - 乙\n- 二")]
    [InlineData("-   一\n\t- 甲\n\n\t- 乙\n-   二", "- 一\n  - 甲\n  - 乙\n- 二")]
    [InlineData("  - 一\n  - 二\n\n三\n\n    - 四\n      - 甲", "- 一\n- 二\n三\n- 四\n  - 甲")]
    [InlineData("- 一\n    - 甲\n  - 乙\n- 二", "- 一\n  - 甲\n  - 乙\n- 二")]
    [InlineData("{{ for 类 in 表03.类 }}\n  - {{ 类.名称 }}\n    - 其中\n{{ end }}", "- 教育支出\n  - 其中\n- 卫生支出\n  - 其中")]
    [InlineData("**总计：**增加", "**总计：**增加")]
    [InlineData("字*重*字_不是_字", "字**重**字_不是_字")]
    [InlineData("3 \\* 4", "3 * 4")]
    [InlineData("文字  \n接着", "文字接着")]
    public void WhatIsAllowedIsRead(string template, string expected) => Assert.Equal(expected, Text(template));

    [Theory]
    [InlineData("# 一级", "标题只能用")]
    [InlineData("##### 五级", "标题只能用")]
    [InlineData("> 引用", "“>”")]
    [InlineData("---", "分隔线")]
    [InlineData("```\n码\n```", "代码块")]
    [InlineData("字 `码` 字", "反引号")]
    [InlineData("[字](http://a.b)", "链接")]
    [InlineData("![字](a.png)", "图片")]
    [InlineData("字&nbsp;字", "字符代码")]
    [InlineData("<div>字</div>", "HTML")]
    [InlineData("字<b>字</b>", "HTML")]
    public void WhatIsNotAllowedIsAFindingAtItsLine(string template, string words)
    {
        var section = Say("好的一段。\n\n" + template);

        Assert.All(section.Findings, finding => Assert.Contains(words, finding.Message, StringComparison.Ordinal));
        Assert.Equal((SmallNarration.File, 3), (section.Findings[0].Places[0].File, section.Findings[0].Places[0].Line));
    }

    [Fact]
    public void AThirdLevelOfAListIsAFindingAtTheItemThatItStandsBelow()
    {
        var finding = Mistake("- 一\n  - 甲\n    - 子");

        Assert.Contains("最多再分一层", finding.Message, StringComparison.Ordinal);
        Assert.Equal("sections/概况.sbn(2,3)", finding.Places[0].ToString());
    }

    [Fact]
    public void EveryBlockKnowsItsLine()
    {
        var section = Say("### 标题\n\n{{~ if 甲 | 有数 ~}}\n第一段{{ 甲 | 万元 }}。\n{{~ end ~}}\n\n{{ for 类 in 表03.类 }}\n{{ 类.名称 }}\n\n{{ end }}\n末段");

        Assert.Equal(
            [("### 标题", 1), ("第一段95,205.29万元。", 4), ("教育支出", 8), ("卫生支出", 8), ("末段", 11)],
            section.Blocks.Select(block => (Spoken.Line(block), block.Place!.Line!.Value)));
    }

    [Fact]
    public void AFactOfSeveralParagraphsGoesOnInNewOnes() =>
        Assert.Equal("用于一。\n其中二。\n末三。后", Text("用于{{ 资料.政府采购.说明 }}后", WithNote("一。\n其中二。\n\n末三。")));

    [Fact]
    public void FactsAndFiguresKeepTheirOriginThroughEmphasisAndLists()
    {
        var section = Say("- **{{ 资料.政府采购.说明 }}**2023\n- {{ 甲 | 万元 }}", WithNote("说*明"));

        Assert.Empty(section.Findings);
        var inlines = Spoken.Inlines(section.Blocks).ToList();
        Assert.Equal("B3", Assert.IsType<Text>(inlines[0]).Origin!.Cells[0].Place!.Cell);
        Assert.Equal(new Text("2023"), inlines[1]);
        Assert.Equal("甲", Assert.IsType<Figure>(inlines[2]).Origin.Label);
    }

    [Fact]
    public void PhrasesServeEverySectionAndTheirMistakesNameBothPlaces()
    {
        const string phrases = "{{~ func 说(数) ~}}\n{{- 数 | 万元 -}}\n{{~ end ~}}";

        Assert.Equal("共95,205.29万元。", Text("共{{ 说 甲 }}。", phrases: phrases));
        var finding = Mistake("一\n\n共{{ 说 丙 }}。", phrases: phrases);
        Assert.Equal(["sections/句式.sbn(2,9)", "sections/概况.sbn(3,5)"], finding.Places.Select(place => place.ToString()));
    }

    [Fact]
    public void SeveralMistakesAreFoundAtOnceAndTheRestIsStillSaid()
    {
        var section = Say("{{ 丙 | 万元 }}\n\n好。\n\n{{ 没有的 }}\n\n{{ if 乙 | 没有数 }}无{{ end }}");

        Assert.Equal(["NAR-02 5", "NAR-02 7", "NAR-06 1"], section.Findings.Select(f => $"{f.Rule} {f.Places[0].Line}").Order(StringComparer.Ordinal));
        Assert.Contains("好。", Spoken.Text(section.Blocks), StringComparison.Ordinal);
    }

    [Fact]
    public void AMistakeInALoopIsAtItsOwnLine()
    {
        Assert.Equal("sections/概况.sbn(3,4)", Mistake("{{ for 类 in [表03] }}\n\n{{ 类 }}\n{{ end }}").Places[0].ToString());
        Assert.Equal("sections/概况.sbn(3,4)", Mistake("{{ for 类 in 表03.类 }}\n\n{{ 丙 }}\n{{ end }}").Places[0].ToString());
    }

    [Theory]
    [InlineData("一\n{{ if 甲 }}二", 2, "没有对应的 end")]
    [InlineData("一\n{{ end }}", 2, "多出一个 end")]
    [InlineData("一\n\n{{ [甲 }}", 3, "应当是")]
    public void SyntaxErrorsAreToldInChinese(string template, int line, string words)
    {
        var finding = Say(template).Findings[0];

        Assert.Equal(("NAR-01", line), (finding.Rule, finding.Places[0].Line));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }
}
