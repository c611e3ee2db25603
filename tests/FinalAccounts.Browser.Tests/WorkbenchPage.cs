using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>Sections in the workbench, and how one types there.</summary>
internal static class WorkbenchPage
{
    public const string Purchases = Set + "?path=sections/政府采购.sbn";
    public const string Set = "/templates/hubei-2023", Income = Set + "?path=sections/收入.sbn", Duties = Set + "?path=sections/机构设置.sbn", Assets = Set + "?path=sections/国有资产.sbn", Fund = Set + "?path=sections/政府性基金.sbn";

    public static Task ShowSourceAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "源文", Exact = true }).ClickAsync();

    public static async Task TypeAsync(IPage page, string text)
    {
        await page.Locator(".cm-content").FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(text);
    }
}
