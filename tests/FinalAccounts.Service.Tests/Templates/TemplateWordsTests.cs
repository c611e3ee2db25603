using FinalAccounts.Service.Shell.Components;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>A template's words without its marks.</summary>
[Collection(ServiceTests.Name)]
public sealed class TemplateWordsTests
{
    [Theory]
    [InlineData("总计{{ 收支总计 | 万元 }}。", "总计〔收支总计〕。")]
    [InlineData("{{~ if (收支总计 | 增减词) != \"持平\" ~}}", "〔当 (收支总计 增减词) 不是 持平〕")]
    [InlineData("{{~ else if 甲 | 有上年 ~}}{{~ else ~}}{{~ end ~}}", "〔否则，当 甲 有上年〕〔其他情况〕〔完〕")]
    [InlineData("{{ for 类 in 表05.类 | 非零 \"小计\" }}", "〔逐条：类，取自 表05.类 非零 小计〕")]
    [InlineData("{{~ # 一句\n   批注 ~}}", "〔批注：一句 批注〕")]
    [InlineData("没有写完{{ 甲", "没有写完{{ 甲")]
    [InlineData("{{ \"}}\" }}", "〔}}〕")]
    public void EachTagIsNamed(string template, string words) => Assert.Equal(words, TemplateWords.Of(template));
}
