using FinalAccounts.Documents;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Tests.Rendering.Pdf;

[Collection(PdfCollection.Name)]
public sealed class AccessibilityTests(PdfFixture typesetting)
{
    [Theory]
    [InlineData(1400, 1000)]
    [InlineData(390, 844)]
    public Task PageHasNoSeriousAxeFindingsAndDoesNotScrollSideways(int width, int height) =>
        CheckAsync(typesetting, HtmlRenderer.Render(SampleDocument.Create(1, "草稿，不得公开"), new Theme()), width, height);

    [Fact]
    public Task ThePageOfShanghaiHasNoSeriousAxeFindingsOnAPhone() =>
        CheckAsync(typesetting, HtmlRenderer.Render(ImportedSample.Shanghai.Disclosure.Document!, ImportedSample.Shanghai.Set.Set.Theme), 390, 844);

    /// <summary>Opens the page in a window of this size and asserts that nobody is kept out.</summary>
    internal static async Task CheckAsync(PdfFixture typesetting, string html, int width, int height)
    {
        var browser = await typesetting.BrowserAsync();
        await using var context = await browser.NewContextAsync(new() { BypassCSP = true, ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html);
        Assert.Empty(await Axe.SeriousAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
