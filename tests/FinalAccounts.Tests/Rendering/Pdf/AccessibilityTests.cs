using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Rendering.Pdf;
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

    /// <summary>Opens the page in a window of this size and asserts that nobody is kept out.</summary>
    internal static async Task Check(string html, int width, int height)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserFile.Find(null),
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
        });
        var page = await browser.NewPageAsync(new() { BypassCSP = true, ViewportSize = new() { Width = width, Height = height } });
        await page.SetContentAsync(html);
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(IsSerious).Select(Describe));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private static bool IsSerious(AxeResultItem item) => item.Impact is "serious" or "critical";

    private static string Describe(AxeResultItem item) =>
        $"{item.Id}: {item.Help} {string.Join(" | ", item.Nodes.Take(3).Select(node => node.Html))}";
}
