using FinalAccounts.Formatting;

namespace FinalAccounts.Tests.Narration;

public sealed class HeadingTextTests
{
    [Theory]
    [InlineData("一、自评结论", true)]
    [InlineData("（一）中共武汉市委武汉东湖新技术开发区工作委员会主要职责：", true)]
    [InlineData("（一）贯彻执行国家和省市关于科技创新的方针政策和法律法规。", false)]
    [InlineData("（二）拟订全区发展规划；", false)]
    [InlineData("负责全区国民经济和社会发展规划、年度计划的编制和组织实施并监督检查其执行情况和效果的综合协调", false)]
    public void AWholeSentenceIsNoHeading(string line, bool looks) => Assert.Equal(looks, HeadingText.Looks(line));
}
