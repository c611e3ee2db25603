using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using Microsoft.Playwright;
using static FinalAccounts.Browser.Tests.WorkbenchPage;

namespace FinalAccounts.Browser.Tests;

/// <summary>A reader and a writer at one section of the workbench.</summary>
[Collection("browser")]
public sealed class WorkbenchTogetherTests(Served served)
{
    private const string Path = Set + "?path=sections/机关运行经费.sbn";

    [Fact]
    public async Task AReaderSaysAndSuggestsAndTheWriterTakesPieceByPieceWhileBothSeeEachOther()
    {
        await served.AddPersonAsync("careful-reader", "王五", Roles.Reviewer);
        var writer = await served.OpenAsync(Roles.Comms, 1366);
        await writer.GotoAsync(Path);
        await TypeAsync(writer, "\n\n写的人添的一句话。");
        await Assertions.Expect(writer.Locator("#save-state")).ToContainTextAsync("已保存");

        // The reader sees who is there, may not type, and says something at the sentence with the caret.
        var reader = await served.OpenAsync("careful-reader", 1366);
        await reader.GotoAsync(Path);
        await Assertions.Expect(reader.Locator("#present")).ToContainTextAsync("也在看这一节：文字");
        var text = reader.Locator(".cm-content");
        await TypeAsync(reader, "不能打的字");
        await Assertions.Expect(text).Not.ToContainTextAsync("不能打的字");
        await reader.Keyboard.PressAsync("Control+Home");
        await reader.Keyboard.PressAsync("Alt+m");
        await Assertions.Expect(reader.GetByLabel("意见", new() { Exact = true })).ToBeFocusedAsync();
        await reader.Keyboard.TypeAsync("@文字 这一句太长");
        await reader.GetByRole(AriaRole.Button, new() { Name = "发表", Exact = true }).ClickAsync();
        await Assertions.Expect(reader.Locator("#comments .thread")).ToContainTextAsync("这一句太长");
        await Assertions.Expect(text.Locator(".cm-talked").First).ToBeVisibleAsync();

        // And suggests two changes in the manuscript.
        await reader.GetByRole(AriaRole.Button, new() { Name = "提建议", Exact = true }).ClickAsync();
        await reader.Locator(".cm-content").FocusAsync();
        await reader.Keyboard.PressAsync("Control+Home");
        await reader.Keyboard.TypeAsync("先说明：");
        await TypeAsync(reader, "\n\n末尾加一句。");
        await reader.GetByRole(AriaRole.Button, new() { Name = "送出建议…", Exact = true }).ClickAsync();
        await Assertions.Expect(reader.Locator("#panel ins").First).ToContainTextAsync("先说明：");
        await reader.GetByLabel("为什么这样改").FillAsync("读者看得懂些");
        await reader.GetByRole(AriaRole.Button, new() { Name = "送出", Exact = true }).ClickAsync();
        await Assertions.Expect(reader.Locator("#suggestions .thread")).ToContainTextAsync("读者看得懂些");
        await Assertions.Expect(text).Not.ToContainTextAsync("先说明：");
        await Assertions.Expect(reader.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^采用") })).ToHaveCountAsync(0);

        // The writer finds both, takes one piece into the draft, leaves the other; what was typed is there.
        await writer.ReloadAsync();
        await Assertions.Expect(writer.Locator("#present")).ToContainTextAsync("王五");
        await writer.GetByRole(AriaRole.Button, new() { Name = "意见和建议（2）" }).ClickAsync();
        await Pictures.TakeAsync(writer, "guide-3-suggest");
        await writer.GetByRole(AriaRole.Button, new() { Name = "采用：第 1 处", Exact = true }).ClickAsync();
        await Assertions.Expect(writer.Locator(".cm-content")).ToContainTextAsync("先说明：");
        await Assertions.Expect(writer.Locator(".cm-content")).ToContainTextAsync("写的人添的一句话。");
        await writer.GetByRole(AriaRole.Button, new() { Name = "不采用：第 2 处", Exact = true }).ClickAsync();
        await Assertions.Expect(writer.Locator("#suggestions .thread.over")).ToContainTextAsync("没有采用");
        await Assertions.Expect(writer.Locator(".cm-content")).Not.ToContainTextAsync("末尾加一句");
        await Assertions.Expect(writer.Locator("#save-state")).ToContainTextAsync("已保存");

        // The comment is still at its sentence, which begins otherwise now.
        await writer.Locator("#comments .thread .link").ClickAsync();
        await Assertions.Expect(writer.Locator("#editor")).ToBeFocusedAsync();
        await writer.GetByRole(AriaRole.Button, new() { Name = "办好了", Exact = true }).ClickAsync();
        await Assertions.Expect(writer.GetByRole(AriaRole.Button, new() { Name = "意见", Exact = true })).ToBeVisibleAsync();
        await writer.GetByRole(AriaRole.Button, new() { Name = "放弃草稿", Exact = true }).ClickAsync();
        await Assertions.Expect(writer.Locator("#save-state")).ToHaveTextAsync("与在用的一致");
        await reader.Context.CloseAsync();
        await writer.Context.CloseAsync();
    }

    [Fact]
    public async Task KeysLeadFromTheTextToWhatItPrintedAndBack()
    {
        var page = await served.OpenAsync(Roles.Comms, 1366);
        await page.GotoAsync(Income);
        var sheet = page.FrameLocator("#sheet");
        await Assertions.Expect(sheet.Locator(".here").First).ToBeVisibleAsync();
        await page.Locator(".cm-content").FocusAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("F6");
        await Assertions.Expect(sheet.Locator("[data-line]:focus")).ToHaveCountAsync(1);
        var first = await sheet.Locator("[data-line]:focus").GetAttributeAsync("data-line");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(sheet.Locator("[data-line]:focus")).Not.ToHaveAttributeAsync("data-line", first!);
        var wanted = await sheet.Locator("[data-line]:focus").GetAttributeAsync("data-line");
        await page.Keyboard.PressAsync("F6");
        await Assertions.Expect(page.Locator("#editor")).ToBeFocusedAsync();
        await Assertions.Expect(sheet.Locator(".here").First).ToHaveAttributeAsync("data-line", wanted!);

        // The same on printed pages.
        await page.GetByRole(AriaRole.Button, new() { Name = "页面", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByAltText(new Regex("^第 1 页"))).ToBeVisibleAsync();
        await page.Locator(".cm-content").FocusAsync();
        await page.Keyboard.PressAsync("F6");
        await Assertions.Expect(page.Locator("#pages")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#editor")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "快捷键", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("再按一次，回到写出那里的文字");
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "网页", Exact = true }).ClickAsync();
        await page.Context.CloseAsync();
    }
}
