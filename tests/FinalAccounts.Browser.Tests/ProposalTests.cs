using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>A sentence of a template from draft to edition, by the three people who have to do with it.</summary>
[Collection("browser")]
public sealed class ProposalTests(Served served)
{
    private const string Set = "/templates/hubei-2023", File = "sections/收入支出总体.sbn", Marked = "以上各数以批复的决算为准";

    [Fact]
    public async Task ChangedSentenceIsTriedApprovedByAnotherAndStandsInTheNextEditionWithItsCause()
    {
        var finance = await served.OpenAsync(Roles.Finance);
        var before = await EditionsAsync(finance) is > 0 and var known ? known : await GenerateAsync(finance);

        var comms = await served.OpenAsync(Roles.Comms, bypassPolicy: true);
        await DraftAsync(comms);
        await comms.GotoAsync(Set + "/propose");
        await Assertions.Expect(comms.Locator("section").Filter(new() { HasText = File }).Locator("ins").First).ToContainTextAsync(Marked);
        await Pictures.TakeAsync(comms, "guide-3-propose");
        var wrong = await CheckAsync(comms, Set + "/propose", Set + "/set", $"{Set}/history?path={File}");
        await comms.GotoAsync(Set + "/propose");
        foreach (var other in await comms.Locator($"input[name=paths]:not([value='{File}'])").AllAsync())
        {
            await other.UncheckAsync();
        }

        await comms.GetByRole(AriaRole.Button, new() { Name = "试排" }).ClickAsync();
        await Assertions.Expect(comms.GetByText(new Regex("[1-9][0-9]* 个单位的文字会变"))).ToBeVisibleAsync();
        await Assertions.Expect(comms.Locator(".reads ins").First).ToContainTextAsync(Marked);
        await Pictures.TakeAsync(comms, "guide-4-trial");
        await comms.GetByLabel("说明").FillAsync("写明以批复的决算为准");
        await comms.GetByRole(AriaRole.Button, new() { Name = "提出", Exact = true }).ClickAsync();
        await Assertions.Expect(comms.GetByRole(AriaRole.Status).First).ToContainTextAsync("已提出");
        wrong.AddRange(await CheckAsync(comms, new Uri(comms.Url).AbsolutePath, "/templates/proposals", "/templates/coming"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        var reviewer = await served.OpenAsync(Roles.Reviewer);
        await reviewer.GotoAsync("/templates/proposals");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "写明以批复的决算为准" }).ClickAsync();
        await Assertions.Expect(reviewer.GetByLabel("从什么时候起用")).ToHaveValueAsync("now");
        await Pictures.TakeAsync(reviewer, "guide-5-approve");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "审定并发布" }).ClickAsync();
        await Assertions.Expect(reviewer.GetByRole(AriaRole.Status).First).ToContainTextAsync("已审定并发布");

        await reviewer.GotoAsync("/templates/coming");
        await Assertions.Expect(reviewer.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("已生效.*写明以批复的决算为准") })).ToBeVisibleAsync();
        await Pictures.TakeAsync(reviewer, "look-coming");

        var after = await GenerateAsync(finance);
        Assert.NotEqual(before, after);
        await finance.GotoAsync($"{Served.Year}/editions/{after}/compare/{before}");
        var frame = finance.FrameLocator("iframe").Locator("body");
        await Assertions.Expect(frame).ToContainTextAsync(Marked);
        await Assertions.Expect(frame).ToContainTextAsync(new Regex($"模板[\\s\\S]*{Regex.Escape(File)}"));

        // The text before comes back only as a proposal of its own.
        await comms.GotoAsync($"{Set}/history?path={File}");
        await Assertions.Expect(comms.Locator(".difference ins").First).ToContainTextAsync(Marked);
        await Pictures.TakeAsync(comms, "guide-6-history");
        await comms.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^恢复\\s*随程序的文本$") }).ClickAsync();
        await Assertions.Expect(comms.GetByText(new Regex("[1-9][0-9]* 个单位的文字会变"))).ToBeVisibleAsync();
        await Assertions.Expect(comms.GetByLabel("说明")).ToHaveValueAsync("恢复随程序的文本");
        await comms.Context.CloseAsync();
        await reviewer.Context.CloseAsync();
        await finance.Context.CloseAsync();
    }

    private static async Task DraftAsync(IPage page)
    {
        await page.GotoAsync("/templates");
        await Pictures.TakeAsync(page, "guide-1-list");
        await page.GotoAsync($"{Set}?path={File}");
        await page.Locator(".cm-content .ms-figure").First.ClickAsync();
        await Assertions.Expect(page.Locator(".ms-menu")).ToContainTextAsync("现在印出：95,205.29万元");
        await Pictures.TakeAsync(page, "guide-2-chip", page.Locator(".wb-editor"));
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".cm-content").FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync($"\n\n{Marked}。");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("已保存");
        await Assertions.Expect(page.FrameLocator("#sheet").Locator("body")).ToContainTextAsync(Marked);
        await Pictures.TakeAsync(page, "guide-2-workbench");
    }

    private static async Task<List<string>> CheckAsync(IPage page, params string[] paths)
    {
        var wrong = new List<string>();
        foreach (var (path, width) in paths.SelectMany(path => new[] { (path, 1280), (path, 390) }))
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(path);
            wrong.AddRange((await Axe.SeriousAsync(page)).Select(violation => $"{path}: {violation}"));
            if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
            {
                wrong.Add($"{path}: scrolls sideways at {width}");
            }
        }

        await page.SetViewportSizeAsync(1280, 900);
        return wrong;
    }

    // The page shows the run's end when it is opened again.
    private static async Task<int> GenerateAsync(IPage page)
    {
        await page.GotoAsync(Served.Year);
        var known = await EditionsAsync(page);
        await page.GotoAsync(Served.Year);
        await page.Locator("form[action$='/generate'] button").ClickAsync();
        for (var i = 0; i < 120; i++)
        {
            if (await EditionsAsync(page) is var now && now > known)
            {
                return now;
            }

            await Task.Delay(500);
        }

        Assert.Fail("no new edition");
        return 0;
    }

    private static async Task<int> EditionsAsync(IPage page)
    {
        await page.GotoAsync(Served.Year + "/editions");
        return await page.Locator("tbody a[href*='/editions/']").CountAsync();
    }
}
