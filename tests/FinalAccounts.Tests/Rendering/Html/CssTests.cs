using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Tests.Rendering.Html;

public sealed class CssTests
{
    [Fact]
    public void LiteralCannotBeLeft() =>
        Assert.Equal("\"草稿\\000022\\00003C\\00002Fstyle\\00003E\\00005C\\00000A\"", Css.Literal("草稿\"</style>\\\n"));

    [Fact]
    public void ChineseQuotesAndDashesAreNotLatin()
    {
        Assert.All("“”‘’—…·×÷", c => Assert.False(FontCss.IsLatin(c)));
        Assert.All("09AZaz.,%()-é", c => Assert.True(FontCss.IsLatin(c)));
    }
}
