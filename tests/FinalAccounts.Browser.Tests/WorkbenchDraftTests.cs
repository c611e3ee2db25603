using FinalAccounts.Service.People;
using Microsoft.Playwright;

using static FinalAccounts.Browser.Tests.WorkbenchPage;

namespace FinalAccounts.Browser.Tests;

/// <summary>Drafts of the workbench between windows and people.</summary>
[Collection("browser")]
public sealed class WorkbenchDraftTests(Served served)
{
    [Fact]
    public async Task WhatWasTypedIsNeverLostAndNeverOverwrittenSilently()
    {
        var page = await served.OpenAsync(Roles.Comms, 1400);
        await page.GotoAsync(Assets);
        await ShowSourceAsync(page);
        await TypeAsync(page, "第一句。");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("已保存");

        // The network goes: the text stays on this computer, also when the window is closed.
        await page.Context.SetOfflineAsync(true);
        await TypeAsync(page, "第二句。");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("已存在这台电脑上");
        var window = await page.Context.NewPageAsync();

        // The pretended network lets go of a page that closes, and its last attempt would sometimes get through.
        await page.EvaluateAsync("() => { window.fetch = () => Promise.reject(new TypeError('offline')); }");
        await page.CloseAsync(new() { RunBeforeUnload = false });
        await window.Context.SetOfflineAsync(false);
        await window.GotoAsync(Assets);
        await Assertions.Expect(window.Locator(".cm-content")).Not.ToContainTextAsync("第二句");
        await window.GetByRole(AriaRole.Button, new() { Name = "恢复它" }).ClickAsync();
        await Assertions.Expect(window.Locator(".cm-content")).ToContainTextAsync("第一句。第二句。");
        await Assertions.Expect(window.Locator("#save-state")).ToContainTextAsync("已保存");

        // A second window of the same person writes from what it saw: it is told, with the difference.
        var second = await window.Context.NewPageAsync();
        await second.RouteAsync("**/api/workbench/*/draft?*", route => route.Request.Method == "GET" ? route.AbortAsync() : route.ContinueAsync());
        await second.GotoAsync(Assets);
        await Assertions.Expect(second.Locator(".cm-content")).ToContainTextAsync("第二句");
        await TypeAsync(window, "甲句。");
        await Assertions.Expect(window.Locator("#save-state")).ToContainTextAsync("已保存");
        await TypeAsync(second, "乙句。");
        await Assertions.Expect(second.Locator("#panel del")).ToHaveTextAsync("甲");
        await Assertions.Expect(second.Locator("#panel ins")).ToHaveTextAsync("乙");
        await second.GetByRole(AriaRole.Button, new() { Name = "用那里的文字" }).ClickAsync();
        await Assertions.Expect(second.Locator(".cm-content")).ToContainTextAsync("第二句。甲句。");

        // Somebody else sees who is at it, and what is different.
        await served.AddPersonAsync("second-writer", "李四", Roles.Comms);
        var other = await served.OpenAsync("second-writer", 1400);
        await other.GotoAsync(Assets);
        await Assertions.Expect(other.Locator("#notices")).ToContainTextAsync("文字也在改这一份");
        await other.Locator("#notices").GetByRole(AriaRole.Button, new() { Name = "看差异" }).ClickAsync();
        await Assertions.Expect(other.Locator("#panel ins").First).ToContainTextAsync("第一句");
        await Assertions.Expect(other.Locator("#panel")).Not.ToContainTextAsync("{{");
        await other.GetByText("源文的不同").ClickAsync();
        await Assertions.Expect(other.Locator("#panel")).ToContainTextAsync("{{");
        await other.Context.CloseAsync();

        await second.GetByRole(AriaRole.Button, new() { Name = "放弃草稿" }).ClickAsync();
        await Assertions.Expect(second.Locator(".cm-content")).Not.ToContainTextAsync("第一句");
        await second.Locator("#notice-discard").GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Assertions.Expect(second.Locator("#save-state")).ToContainTextAsync("已保存");
        await second.ReloadAsync();
        await Assertions.Expect(second.Locator(".cm-content")).ToContainTextAsync("甲句。");
        await second.Context.CloseAsync();
    }
}
