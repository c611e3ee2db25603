using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.Tests.Editions;

public sealed class ContainedPageTests
{
    [Theory]
    [InlineData("<p>甲</p>", "<p>甲</p>")]
    [InlineData("<p>甲</p><script>let a;\nlet b;</script><p>乙</p>", "<p>甲</p><p>乙</p>")]
    [InlineData("<script>1</script><p>甲</p><script>2</script>", "<p>甲</p>")]
    [InlineData("<p>写作 &lt;script&gt; 的</p>", "<p>写作 &lt;script&gt; 的</p>")]
    public void ScriptsAreLeftOutAndNothingElse(string page, string shown) => Assert.Equal(shown, ContainedPage.WithoutScripts(page));
}
