using FinalAccounts.Service.People;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>A disclosure from the workbooks to the edition, as people click it.</summary>
[Collection("browser")]
public sealed class WholeWayTests(Served served)
{
    private const string Home = "/units/whole/years/2023";

    [Fact]
    public async Task FromTheWorkbooksThroughACorrectionToAPublishedEditionAndItsComparison()
    {
        var page = await served.OpenAsync(Roles.Finance);
        await page.GotoAsync(Home);
        await page.GetByRole(AriaRole.Link, new() { Name = "提交数据" }).ClickAsync();
        await page.GetByLabel("公开表", new() { Exact = true }).SetInputFilesAsync(Served.Sample("文字资料.xlsx"));
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Assertions.Expect(page.GetByText("没有读懂这些文件")).ToBeVisibleAsync();

        await page.GotoAsync(Home + "/upload");
        await page.GetByLabel("公开表", new() { Exact = true }).SetInputFilesAsync(Served.Sample("公开表.xlsx"));
        await page.GetByLabel("文字资料", new() { Exact = true }).SetInputFilesAsync(Served.Sample("文字资料.xlsx"));
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await page.ArriveAsync("**/imports/2");
        await Assertions.Expect(page.Locator(".findings").First).ToContainTextAsync("#REF!");
        await page.GetByRole(AriaRole.Button, new() { Name = "采用", Exact = true }).ClickAsync();
        await page.ArriveAsync("**" + Home);

        // What the published original says; its rows give another sum, and the page says so.
        await CorrectAsync(page, "整体自评表", "总分", "98.84", "原件是错误值", "应为 98.94，实为 98.84");
        await page.GotoAsync(Home);
        await page.GetByRole(AriaRole.Button, new() { Name = "生成公开文档" }).ClickAsync();
        await EditionAsync(page, 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");

        await PublishAsync();
        await page.ReloadAsync();
        foreach (var format in new[] { "Word 文档", "PDF", "网页", "Excel 表格" })
        {
            await DownloadAsync(page, "下载 " + format, 10_000);
        }

        await CorrectAsync(page, "公务接待", "国内接待批次", "4321", "漏计", "是原来的");
        await page.GotoAsync(Home);
        await Assertions.Expect(page.GetByText("第 1 版之后更正有变化")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "重新生成" }).ClickAsync();
        await EditionAsync(page, 2);
        await page.GotoAsync(Home + "/editions/2/compare/1");
        await Assertions.Expect(page.FrameLocator("iframe").Locator("body")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("4,?321"));
        await DownloadAsync(page, "下载 Word（带修订标记）", 10_000);
        await DownloadAsync(page, "下载网页", 10_000);
        await page.Context.CloseAsync();
    }

    private static async Task DownloadAsync(IPage page, string link, long least)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        Assert.True(new FileInfo(await download.PathAsync()).Length > least, $"{link}: {download.SuggestedFilename}");
    }

    private async Task PublishAsync()
    {
        var page = await served.OpenAsync(Roles.Reviewer);
        await page.GotoAsync(Home + "/editions/1");
        await page.GetByRole(AriaRole.Button, new() { Name = "审定" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("处错误，公开之前必须改正或写明理由");
        await page.GetByRole(AriaRole.Button, new() { Name = "审定" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已审定");
        // The sample keeps the mistakes of the published original: publishing over them wants a reason.
        await page.GetByLabel("说明").FillAsync("照公布的原件公开");
        await page.GetByRole(AriaRole.Button, new() { Name = "公开" }).ClickAsync();
        await page.Locator("#confirm button.primary").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已公开");
        await page.Context.CloseAsync();
    }

    private static async Task CorrectAsync(IPage page, string sheet, string field, string value, string reason, string? question = null)
    {
        await page.GotoAsync($"{Home}/facts/{sheet}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"更正 {field}" }).ClickAsync();
        await page.GetByLabel("更正为").FillAsync(value);
        await page.GetByLabel("理由").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "更正", Exact = true }).ClickAsync();
        if (question is not null)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(question);
            await page.GetByRole(AriaRole.Button, new() { Name = "确实如此，更正" }).ClickAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已更正");
    }

    [Fact]
    public async Task FactsTypedInTheFormAreHandedInWithTheRowsAsTheyStand()
    {
        var page = await served.OpenAsync(Roles.Finance);
        await page.GotoAsync(Served.Year + "/facts/出国费用/edit");
        var rows = page.Locator("#records tbody tr");
        var before = await rows.CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "增加一行" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(before + 1);
        await page.GetByLabel($"第 {before + 1} 行 费用").FillAsync("签证费");
        await page.GetByLabel($"第 {before + 1} 行 金额").FillAsync("0.5");
        await rows.Nth(before).GetByRole(AriaRole.Button, new() { Name = "上移" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.ArriveAsync("**/imports/*");
        await Assertions.Expect(page.GetByText("签证费")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "不采用" }).ClickAsync();
        await page.Locator("#confirm button.primary").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("数据不变");
        await page.Context.CloseAsync();
    }

    // The run's page tells by itself when it is done.
    private static async Task EditionAsync(IPage page, int number)
    {
        await page.ArriveAsync("**/runs/*");
        await page.GetByRole(AriaRole.Link, new() { Name = $"打开第{number}版" }).ClickAsync(new() { Timeout = 240_000 });
        await page.ArriveAsync($"**{Home}/editions/{number}");
    }
}
