using Microsoft.Playwright;

namespace FinalAccounts.TestSupport;

/// <summary>The pictures of the guides are made by the tests that walk through what the guides tell: FINALACCOUNTS_PICTURES names the folder.</summary>
public static class Pictures
{
    /// <summary>Takes a picture of the window when they are wanted.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("FINALACCOUNTS_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
