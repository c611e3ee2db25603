namespace FinalAccounts.Tests.Narration;

/// <summary>A name that the set has already means the same everywhere: no template may give it to something of its own.</summary>
public sealed class TakenNameTests
{
    private const string Phrases = "{{~ func 说(数) ~}}\n{{- 数 | 万元 -}}\n{{~ end ~}}";

    [Theory]
    [InlineData("{{ for 甲 in 表03.类 }}{{ 甲.名称 }}{{ end }}", "甲", "循环的变量")]
    [InlineData("{{ for 资料 in 表03.类 }}字{{ end }}", "资料", "循环的变量")]
    [InlineData("{{ for 万元 in [1, 2] }}字{{ end }}", "万元", "循环的变量")]
    [InlineData("{{ for 表01 in [1, 2] }}字{{ end }}", "表01", "循环的变量")]
    [InlineData("{{ for 说 in [1, 2] }}字{{ end }}", "说", "循环的变量")]
    [InlineData("{{ func 印(甲) }}{{ 甲 | 万元 }}{{ end }}{{ 印 乙 }}", "甲", "参数")]
    [InlineData("{{ func 印(万元) }}字{{ end }}{{ 印 乙 }}", "万元", "参数")]
    [InlineData("{{ func 印(说) }}字{{ end }}{{ 印 乙 }}", "说", "参数")]
    [InlineData("{{ func 印 }}字{{ end }}{{ for 印 in [1] }}字{{ end }}", "印", "循环的变量")]
    [InlineData("{{ 甲 = 乙 }}{{ 甲 | 万元 }}", "甲", "变量")]
    [InlineData("{{ 说 = 1 }}", "说", "变量")]
    [InlineData("{{ func 说 }}字{{ end }}{{ 说 }}", "说", "函数")]
    [InlineData("{{ func 年度 }}1999{{ end }}{{ 年度 }}", "年度", "函数")]
    [InlineData("{{ capture 甲 }}字{{ end }}", "甲", "变量")]
    [InlineData("{{ if false }}{{ for 甲 in [1] }}{{ end }}{{ end }}", "甲", "循环的变量")]
    public void ATemplateThatTakesOneIsRefusedAtThatPlaceAndPrintsNothing(string template, string name, string kind)
    {
        var section = SmallNarration.Say(template, phrases: Phrases);

        var finding = section.Findings[0];
        Assert.Equal(("NAR-03", Severity.Error), (finding.Rule, finding.Severity));
        Assert.StartsWith($"“{name}”是", finding.Message, StringComparison.Ordinal);
        Assert.Contains($"不能再用作{kind}", finding.Message, StringComparison.Ordinal);
        Assert.Equal((SmallNarration.File, 1), (finding.Places[0].File, finding.Places[0].Line));
        Assert.Empty(section.Blocks);
    }

    [Theory]
    [InlineData("{{ for 类 in 表03.类 }}{{ 类.名称 }}{{ end }}")]
    [InlineData("{{ func 印(数) }}{{ 数 | 万元 }}{{ end }}{{ 印 乙 }}")]
    [InlineData("{{ 次 = 1 }}{{ 次 = 次 + 1 }}{{ 次 }}")]
    public void NamesOfItsOwnAreFree(string template) => Assert.Empty(SmallNarration.Say(template, phrases: Phrases).Findings);
}
