using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>Everything by keyboard alone: no mouse is used here.</summary>
[Collection("browser")]
public sealed class KeyboardTests(Served served)
{
    // The second where somebody has a draft.
    private static readonly string[] LastButtons = ["快捷键", "放弃草稿"];

    [Fact]
    public async Task SigningInCorrectingACellAndUndoingItNeedNoMouse()
    {
        var page = await served.OpenAsync(null);
        await page.GotoAsync("/sign-in");
        await HasFocusAsync(page, "#Input_Name");
        await page.Keyboard.TypeAsync(Roles.Finance);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Served.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        await FollowAsync(page, "全部单位", "**/units?year=2023");
        await FollowAsync(page, "武汉东湖新技术开发区管理委员会（本级）", "**/years/2023");
        await FollowAsync(page, "查看公开表", "**/tables");
        await page.GotoAsync(Served.Year + "/tables/表01");
        await FollowAsync(page, "95,205.29", "**/corrections/new?**");

        await HasFocusAsync(page, "#value");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("95205.290055");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("批复更正");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/tables/**");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已更正");

        await page.GotoAsync(Served.Year + "/corrections");
        await TabToAsync(page, "撤销");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#confirm")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("撤销", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("更正已撤销");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TheTextOfATemplateIsAFewKeysFromThePagesStart()
    {
        var page = await served.OpenAsync(Roles.Comms, 1366);
        await page.GotoAsync(WorkbenchPage.Assets);
        // Whether another test left a draft there or not.
        await Assertions.Expect(page.Locator("#save-state")).ToHaveTextAsync(new Regex("与在用的一致|已保存"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到文字", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("editor", await page.EvaluateAsync<string>("document.activeElement.id"));

        // Without that leap from the main part: the outline and the row of buttons are one stop each, gone through by arrows.
        await page.GotoAsync(WorkbenchPage.Assets);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        var stops = new List<string>();
        while (stops.Count < 30 && await page.EvaluateAsync<string>("document.activeElement.id") != "editor")
        {
            await page.Keyboard.PressAsync("Tab");
            stops.Add(await Focused(page));
        }

        Assert.True(stops.Count <= 10, string.Join('\n', stops));
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal("文稿", await Focused(page));
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Contains(await Focused(page), LastButtons);
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("源文", await Focused(page));
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal("page", await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-current')"));
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Null(await page.EvaluateAsync<string?>("document.activeElement.getAttribute('aria-current')"));
        await page.Context.CloseAsync();
    }

    private static async Task FollowAsync(IPage page, string text, string url)
    {
        await TabToAsync(page, text);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(url);
    }

    /// <summary>The page gives the focus when it is drawn first, which on a busy machine is after it is loaded: keys typed before go nowhere.</summary>
    private static Task HasFocusAsync(IPage page, string field) => Assertions.Expect(page.Locator(field)).ToBeFocusedAsync();

    private static async Task TabToAsync(IPage page, string text)
    {
        for (var i = 0; i < 400 && await Focused(page) != text; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(text, await Focused(page));
    }

    private static async Task<string> Focused(IPage page) => (await page.EvaluateAsync<string>("document.activeElement.textContent")).Trim();
}
