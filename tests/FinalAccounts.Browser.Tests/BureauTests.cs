using System.IO.Compression;
using FinalAccounts.Samples;
using FinalAccounts.Service.People;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>A bureau's season, with the clicks counted: they are the same for three units, for thirty and for three hundred.</summary>
[Collection("browser")]
public sealed class BureauTests(Served served)
{
    private const int Units = 3;

    private readonly Clicks clicks = new();

    [Fact]
    public async Task ManyUnitsComeFromFilesToPublishedInFewClicks()
    {
        var zip = await AddUnitsAsync();
        var page = await served.OpenAsync(Roles.Finance);
        await clicks.OnAsync(page.GetByRole(AriaRole.Link, new() { Name = "批量提交" }));
        await clicks.FillAsync(page.GetByLabel("年度"), "2024");
        await clicks.DoAsync(page.SetInputFilesAsync("#files", new FilePayload { Name = "各单位.zip", MimeType = "application/zip", Buffer = zip }));
        await clicks.OnAsync(page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }));
        await page.ArriveAsync("**/deliveries/*");
        await Assertions.Expect(page.GetByText("个文件已读完")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        await clicks.AgreeAsync(page, page.GetByRole(AriaRole.Button, new() { Name = $"采用没有错误的 {Units} 个单位" }));
        await Assertions.Expect(page.GetByText($"采用了 {Units} 个单位的提交。")).ToBeVisibleAsync();

        await clicks.OnAsync(page.GetByRole(AriaRole.Link, new() { Name = "批量生成" }));
        await clicks.FillAsync(page.GetByLabel("年度"), "2024");
        await clicks.OnAsync(page.GetByRole(AriaRole.Button, new() { Name = "开始生成" }));
        await Assertions.Expect(page.GetByText("剩余 0。")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        await StepAsync(page, "送审");
        await page.Context.CloseAsync();

        var reviewer = await served.OpenAsync(Roles.Reviewer);
        await StepAsync(reviewer, "审定");
        await clicks.AgreeAsync(reviewer, reviewer.GetByRole(AriaRole.Button, new() { Name = $"公开没有错误的 {Units} 个版本" }));
        await Assertions.Expect(reviewer.GetByText($"公开了 {Units} 个版本。")).ToBeVisibleAsync();
        clicks.AtMost(25);
        await reviewer.Context.CloseAsync();
    }

    [Fact]
    public async Task AReviewerComesFromHomeToApprovedInFewClicks()
    {
        var home = $"/units/{await served.AddAcceptedAsync("reviewed")}/years/2023";
        var path = home + "/editions/1";
        var finance = await served.OpenAsync(Roles.Finance);
        await finance.GotoAsync(home);
        await finance.GetByRole(AriaRole.Button, new() { Name = "生成公开文档" }).ClickAsync();
        await finance.GetByRole(AriaRole.Link, new() { Name = "打开第1版" }).ClickAsync(new() { Timeout = 240_000 });
        await finance.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        await Assertions.Expect(finance.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");
        await finance.Context.CloseAsync();

        var page = await served.OpenAsync(Roles.Reviewer);
        await page.GotoAsync("/units?year=2023");
        await page.GotoAsync("/");
        await clicks.OnAsync(page.Locator("section", new() { HasText = "等待审核" }).Locator($"a[href='{path}']"));
        await page.ArriveAsync("**" + path);
        await Assertions.Expect(page.FrameLocator("iframe").Locator("body")).ToContainTextAsync("部门决算");
        await clicks.OnAsync(page.GetByRole(AriaRole.Button, new() { Name = "审定", Exact = true }));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("处错误");
        await clicks.OnAsync(page.GetByRole(AriaRole.Button, new() { Name = "审定", Exact = true }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已审定");
        clicks.AtMost(5);

        // Nothing is sent back without a reason, and not without a question.
        var back = page.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true });
        await back.ClickAsync();
        await Assertions.Expect(page.GetByLabel("说明")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.GetByLabel("说明")).ToBeFocusedAsync();
        await page.GetByLabel("说明").FillAsync("试");
        await back.ClickAsync();
        await Assertions.Expect(page.Locator("#confirm")).ToContainTextAsync("它回到草稿");
        await page.Locator("#confirm button.primary").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已退回");
        await page.Context.CloseAsync();
    }

    private async Task StepAsync(IPage page, string step)
    {
        await clicks.OnAsync(page.GetByRole(AriaRole.Link, new() { Name = "版本", Exact = true }));
        await clicks.DoAsync(page.GetByLabel("年度").SelectOptionAsync("2024"));
        await clicks.OnAsync(page.GetByRole(AriaRole.Button, new() { Name = "筛选" }));
        await clicks.AgreeAsync(page, page.GetByRole(AriaRole.Button, new() { Name = $"{step}没有错误的 {Units} 个版本" }));
        await Assertions.Expect(page.GetByText($"{step}了 {Units} 个版本。")).ToBeVisibleAsync();
    }

    private async Task<byte[]> AddUnitsAsync()
    {
        var set = ShippedSets.Of("shanghai-2024");
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var options in UnitVariety.Batch(Units, 1))
            {
                var accounts = SampleUnit.Create(set, options);
                await served.AddUnitAsync(options.Code!, accounts.UnitName, "shanghai-2024");
                foreach (var (name, content) in UnitFiles.Workbooks(accounts, set.Set))
                {
                    using var entry = archive.CreateEntry($"{accounts.UnitName}/{name}").Open();
                    entry.Write(content);
                }
            }
        }

        return stream.ToArray();
    }
}
