using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>Words over time: a change that waits for the next year or for a day, one sentence brought back out of the history, a set taken over into the next year.</summary>
[Collection("browser")]
public sealed class TemplateTimeTests(Served served)
{
    private const string Set = WorkbenchPage.Set, File = "sections/支出.sbn", Marked = "各项支出以批复数为准", Message = "写明以批复数为准";

    [Fact]
    public async Task AChangeWaitsForItsTimeIsListedBeforehandAndOneSentenceOfItIsTakenBack()
    {
        var comms = await served.OpenAsync(Roles.Comms);
        var proposal = await ProposeAsync(comms);
        var reviewer = await served.OpenAsync(Roles.Reviewer);
        var day = DateTime.Today.AddDays(2);

        // For the next year, then for a day after all, then at once: each is said where people look for it.
        await ApproveAsync(reviewer, proposal, "year", "复制到下一年时并入新的模板集");
        await Assertions.Expect(await ComingAsync(reviewer)).ToContainTextAsync(new Regex("下一年\\s*湖北省2023年度部门决算公开"));
        await ApproveAsync(reviewer, proposal, "day", $"{day:yyyy年M月d日}起生效", day);
        await Assertions.Expect(await ComingAsync(reviewer)).ToContainTextAsync($"{day:yyyy年M月d日}");
        await Pictures.TakeAsync(reviewer, "look-coming-day");
        await reviewer.GotoAsync($"{Set}/history?path={File}");
        await Assertions.Expect(reviewer.Locator(".timeline .later")).ToContainTextAsync($"等到 {day:yyyy年M月d日}起用");
        await ApproveAsync(reviewer, proposal, "now", "已审定并发布");
        await Assertions.Expect(await ComingAsync(reviewer)).ToContainTextAsync("已生效");

        // One sentence of the text before goes into a draft, which says what has come of it.
        await comms.GotoAsync($"{Set}/history?path={File}");
        await comms.Locator(".timeline li").Last.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("恢复其中一句") }).ClickAsync();
        var sentence = comms.Locator("#sentences ~ .reads", new() { HasText = Marked });
        await Assertions.Expect(sentence).ToContainTextAsync("删去");
        await Pictures.TakeAsync(comms, "look-sentence");
        await sentence.GetByRole(AriaRole.Button).ClickAsync();
        await comms.ArriveAsync(new Regex("line="));
        await Assertions.Expect(comms.GetByRole(AriaRole.Status).First).ToContainTextAsync("草稿");
        await Assertions.Expect(comms.FrameLocator("#sheet").Locator("main")).ToContainTextAsync("支出");
        await Assertions.Expect(comms.Locator(".cm-content")).Not.ToContainTextAsync(Marked);
        await comms.GetByRole(AriaRole.Button, new() { Name = "放弃草稿" }).ClickAsync();
        await Assertions.Expect(comms.Locator(".cm-content")).ToContainTextAsync(Marked);
        await comms.Context.CloseAsync();
        await reviewer.Context.CloseAsync();
    }

    [Fact]
    public async Task ASetIsTakenIntoTheNextYearPlaceByPlace()
    {
        var page = await served.OpenAsync(Roles.Comms);
        await served.PublishAsync("yunnan-2023", "sections/重点工作.sbn", "2023年起，比2022年好。\n\n“十四五”规划执行顺利，2023年各项工作完成。\n");
        await page.GotoAsync("/templates/yunnan-2023/set");
        await page.GetByRole(AriaRole.Button, new() { Name = "复制", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/proposals/*");
        var (title, places) = (page.Locator("#years"), page.Locator(".years li"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("云南省2024年度部门决算公开");
        await Assertions.Expect(title).ToContainTextAsync("看过 0 处");
        await Pictures.TakeAsync(page, "look-years");

        await places.Nth(0).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(title).ToContainTextAsync("看过 1 处");
        await Assertions.Expect(places.Nth(0).Locator("ins")).ToBeVisibleAsync();
        await places.Nth(1).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("不用改$") }).ClickAsync();
        await Assertions.Expect(title).ToContainTextAsync("看过 2 处");
        await places.Nth(2).GetByRole(AriaRole.Textbox).FillAsync("2031");
        await places.Nth(2).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("用自己写的$") }).ClickAsync();
        await Assertions.Expect(places.Nth(2).Locator("ins")).ToHaveTextAsync("2031");
        await places.Nth(0).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("重新决定$") }).ClickAsync();
        await Assertions.Expect(title).ToContainTextAsync("看过 2 处");
        await Assertions.Expect(places.Nth(0).Locator("mark")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "提出", Exact = true })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "重新试排" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "提出", Exact = true })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task<string> ProposeAsync(IPage page)
    {
        await page.GotoAsync($"{Set}?path={File}");
        await WorkbenchPage.TypeAsync(page, $"\n\n{Marked}。");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("已保存");
        await page.GotoAsync(Set + "/propose");
        foreach (var other in await page.Locator($"input[name=paths]:not([value='{File}'])").AllAsync())
        {
            await other.UncheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "试排" }).ClickAsync();
        await page.GetByLabel("说明").FillAsync(Message);
        await page.GetByRole(AriaRole.Button, new() { Name = "提出", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已提出");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task ApproveAsync(IPage page, string proposal, string when, string said, DateTime? day = null)
    {
        await page.GotoAsync(proposal);
        await page.GetByLabel("从什么时候起用").SelectOptionAsync(when);
        if (day is { } first)
        {
            await page.GetByLabel("从哪一天起用").FillAsync($"{first:yyyy-MM-dd}");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "审定并发布" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(said);
    }

    private static async Task<ILocator> ComingAsync(IPage page)
    {
        await page.GotoAsync("/templates/coming");
        return page.GetByRole(AriaRole.Row).Filter(new() { HasText = Message });
    }
}
