using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Templates;
using Microsoft.Playwright;

namespace FinalAccounts.Tests.Rendering.Pdf;

[Collection(PdfCollection.Name)]
public sealed class AccessibilityTests
{
    [Theory]
    [InlineData(1400, 1000)]
    [InlineData(390, 844)]
    public Task PageHasNoSeriousAxeFindingsAndDoesNotScrollSideways(int width, int height) =>
        Check(HtmlRenderer.Render(SampleDocument.Create(1, "草稿，不得公开"), new Theme()), width, height);

    [Fact]
    public Task ThePageOfShanghaiHasNoSeriousAxeFindingsOnAPhone() =>
        Check(HtmlRenderer.Render(ImportedSample.Shanghai.Disclosure.Document!, ImportedSample.Shanghai.Set.Set.Theme), 390, 844);

    /// <summary>Opens the page in a window of this size and asserts that nobody is kept out.</summary>
    internal static async Task Check(string html, int width, int height)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.File,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
        });
        var page = await browser.NewPageAsync(new() { BypassCSP = true, ViewportSize = new() { Width = width, Height = height } });
        await page.SetContentAsync(html);
        Assert.Empty(await Axe.SeriousAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
