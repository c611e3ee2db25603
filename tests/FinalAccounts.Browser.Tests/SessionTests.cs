using FinalAccounts.Service.People;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>A session that ends while somebody types costs nobody a word: one signs in again in the page, and what was typed goes off.</summary>
[Collection("browser")]
public sealed class SessionTests(Served served)
{
    [Fact]
    public async Task OneTimePasswordIsChangedAtTheFirstSignIn()
    {
        const string mine = "Zi-ji-de-mi-ma-2026";
        var given = await served.AddNewcomerAsync("newcomer");
        var page = await SignInAsync("newcomer", given);
        await page.ArriveAsync("**/account/password");
        var fields = page.Locator("main input[type=password]");
        await fields.Nth(0).FillAsync(given);
        await fields.Nth(1).FillAsync(mine);
        await fields.Nth(2).FillAsync(mine);
        await page.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("密码已修改");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SecondFactorThatARoleNeedsIsSetAtTheNextSignIn()
    {
        await served.AddPersonAsync("careful", "谨慎的人", Roles.Reviewer);
        await served.RequireSecondFactorAsync(Roles.Reviewer);
        try
        {
            var page = await SignInAsync("careful", WebApp.Password);
            await page.ArriveAsync("**/account/second-factor");
            await page.GetByLabel("动态码").FillAsync("000000");
            await page.GetByRole(AriaRole.Button, new() { Name = "启用动态码" }).ClickAsync();
            await Assertions.Expect(page.Locator(".field .error")).ToContainTextAsync("动态码不对");
            await page.Context.CloseAsync();
        }
        finally
        {
            await served.RequireSecondFactorAsync();
        }
    }

    [Fact]
    public async Task WhatWasTypedIsSentAfterSigningInAgainInThePage()
    {
        await served.AddPersonAsync("typing", "打字的人", Roles.Finance, Roles.Comms);
        var year = $"/units/{await served.AddAcceptedAsync("typed")}/years/2023";
        var page = await served.OpenAsync("typing");

        // A form of a whole page: the session is ended from outside.
        await page.GotoAsync(year + "/corrections/new?sheet=基本情况&column=成立日期&fact=true");
        await page.GetByLabel("更正为").FillAsync("2001-02-03");
        await page.GetByLabel("理由").FillAsync("登录结束时正在填写");
        await served.EndSessionsAsync("typing");
        await page.GetByRole(AriaRole.Button, new() { Name = "更正", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "登录已经结束" });
        await Assertions.Expect(dialog).ToContainTextAsync("您的密码、角色或单位有了变动");
        await Assertions.Expect(dialog).ToContainTextAsync("您填的都还在这里");
        await dialog.GetByLabel("密码").FillAsync("不对的密码");
        await dialog.GetByLabel("密码").PressAsync("Enter");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("登录名或密码不对。");
        await dialog.GetByLabel("密码").FillAsync(WebApp.Password);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "登录并继续" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已更正");

        // The page says who did it by name, and the correction is there once.
        await page.GotoAsync(year + "/corrections");
        await Assertions.Expect(page.Locator("tr", new() { HasText = "登录结束时正在填写" })).ToContainTextAsync("打字的人");
        await Assertions.Expect(page.Locator("tr", new() { HasText = "登录结束时正在填写" })).ToHaveCountAsync(1);

        // Put off, the text stays; the workbench asks as well, and saves what was typed.
        await page.GotoAsync("/templates/hubei-2023");
        await Assertions.Expect(page.Locator("#save-state")).Not.ToBeEmptyAsync();
        await served.EndSessionsAsync("typing");
        var editor = page.Locator(".cm-content");
        await editor.ClickAsync();
        await page.Keyboard.TypeAsync("甲乙丙丁");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await dialog.GetByLabel("密码").FillAsync(WebApp.Password);
        await dialog.GetByLabel("密码").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("已保存");
        await Assertions.Expect(editor).ToContainTextAsync("甲乙丙丁");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> SignInAsync(string name, string password)
    {
        var page = await served.OpenAsync(null);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#Input_Name", name);
        await page.FillAsync("#Input_Password", password);
        await page.ClickAsync("main button.primary");
        return page;
    }
}
