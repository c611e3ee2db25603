using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace FinalAccounts.TestSupport;

/// <summary>Waiting for a page to be there.</summary>
public static class Arrival
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until the address matches and the page has loaded, asking the page itself: of a page that loads quickly Playwright can miss the event, and would wait for it for ever.</summary>
    /// <param name="address">** for anything, * for anything without a slash.</param>
    public static Task ArriveAsync(this IPage page, string address) =>
        page.ArriveAsync(new Regex(Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$"));

    /// <inheritdoc cref="ArriveAsync(IPage, string)"/>
    public static async Task ArriveAsync(this IPage page, Regex address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(address);
        for (var waited = Stopwatch.StartNew(); !await HasLoadedAsync(page); await Task.Delay(50))
        {
            Assert.True(waited.Elapsed < Patience, $"{page.Url} does not load");
        }
    }

    private static async Task<bool> HasLoadedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException)
        {
            // The page before is going while it is asked.
            return false;
        }
    }
}
