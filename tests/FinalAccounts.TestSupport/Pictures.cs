using Microsoft.Playwright;

namespace FinalAccounts.TestSupport;

/// <summary>The pictures of the guides are made by the tests that walk through what the guides tell: FINALACCOUNTS_PICTURES names the folder.</summary>
public static class Pictures
{
    /// <summary>Takes a picture of the window, or of what stands in one part of it, when they are wanted.</summary>
    public static async Task TakeAsync(IPage page, string name, ILocator? part = null)
    {
        if (Environment.GetEnvironmentVariable("FINALACCOUNTS_PICTURES") is { Length: > 0 } folder)
        {
            var box = part is null ? null : await part.BoundingBoxAsync();
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Clip = box is null ? null : new() { X = box.X, Y = box.Y, Width = box.Width, Height = box.Height } });
        }
    }
}
