using FinalAccounts.Service.Shell.Components;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>A template's words without its marks.</summary>
[Collection(ServiceTests.Name)]
public sealed class TemplateWordsTests
{
    [Theory]
    [InlineData("总计{{ 收支总计 | 万元 }}。", "总计〔收支总计〕。")]
    [InlineData("{{~ if (收支总计 | 增减词) != \"持平\" ~}}", "〔当 收支总计 有变化〕")]
    [InlineData("{{ if (甲 | 增减词) == \"减少\" && 资料.基本情况.单位性质 == \"事业单位\" }}", "〔当 甲 比上年减少 ，并且 基本情况·单位性质 是 事业单位〕")]
    [InlineData("{{ if 选项.采购占比 && 甲 | 有数 }}{{ 原因.收支总计 }}", "〔当 选项“采购占比”打开 ，并且 甲 有数〕〔原因.收支总计〕")]
    [InlineData("{{~ else if 甲 | 有上年 ~}}{{~ else ~}}{{~ end ~}}", "〔否则，当 甲 有上年数〕〔其他情况〕〔完〕")]
    [InlineData("{{ for 类 in 表05.类 | 非零 \"小计\" }}", "〔逐条：类，取自 表05.类 非零 小计〕")]
    [InlineData("{{~ # 一句\n   批注 ~}}", "〔批注：一句 批注〕")]
    [InlineData("没有写完{{ 甲", "没有写完{{ 甲")]
    [InlineData("{{ \"}}\" }}", "〔}}〕")]
    public void EachTagIsNamed(string template, string words) => Assert.Equal(words, TemplateWords.Of(template));
}
