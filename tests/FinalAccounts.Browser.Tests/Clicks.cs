using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>Counts what somebody has to do with the mouse; typing where the cursor already stands is no click.</summary>
internal sealed class Clicks
{
    public int Count { get; private set; }

    public async Task OnAsync(ILocator what)
    {
        Count++;
        await what.ClickAsync();
    }

    /// <summary>Into a field, a choice or a file: one click more.</summary>
    public async Task FillAsync(ILocator field, string text)
    {
        await OnAsync(field);
        await field.FillAsync(text);
    }

    /// <summary>What cannot be shown as a click of the mouse here: a choice in a list, files that are dropped.</summary>
    public async Task DoAsync(Task what)
    {
        Count++;
        await what;
    }

    /// <summary>A button that asks, and yes.</summary>
    public async Task AgreeAsync(IPage page, ILocator button)
    {
        await OnAsync(button);
        await OnAsync(page.Locator("#confirm button.primary"));
    }

    public void AtMost(int most) => Assert.True(Count <= most, $"{Count} clicks, at most {most}");
}
