using System.IO.Compression;
using FinalAccounts.Formulas;
using FinalAccounts.Samples;
using FinalAccounts.Service.People;
using FinalAccounts.Templates;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>A bureau's season, with the clicks counted: they are the same for three units and for three hundred.</summary>
[Collection("browser")]
public sealed class BureauTests(Served served)
{
    private const int Units = 3, Most = 25;

    private int clicks;

    [Fact]
    public async Task ManyUnitsComeFromFilesToPublishedInFewClicks()
    {
        var zip = await AddUnitsAsync();
        var page = await served.OpenAsync(Roles.Finance);
        await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "批量提交" }));
        await FillAsync(page.GetByLabel("年度"), "2024");
        await page.SetInputFilesAsync("#files", new FilePayload { Name = "各单位.zip", MimeType = "application/zip", Buffer = zip });
        clicks++;
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }));
        await page.ArriveAsync("**/deliveries/*");
        await Assertions.Expect(page.GetByText("个文件已读完")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        await AgreeAsync(page, page.GetByRole(AriaRole.Button, new() { Name = $"采用没有错误的 {Units} 个单位" }));
        await Assertions.Expect(page.GetByText($"采用了 {Units} 个单位的提交。")).ToBeVisibleAsync();

        await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "批量生成" }));
        await FillAsync(page.GetByLabel("年度"), "2024");
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "开始生成" }));
        await Assertions.Expect(page.GetByText("剩余 0。")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        await StepAsync(page, "送审");
        await page.Context.CloseAsync();

        var reviewer = await served.OpenAsync(Roles.Reviewer);
        await StepAsync(reviewer, "审定");
        await AgreeAsync(reviewer, reviewer.GetByRole(AriaRole.Button, new() { Name = $"公开没有错误的 {Units} 个版本" }));
        await Assertions.Expect(reviewer.GetByText($"公开了 {Units} 个版本。")).ToBeVisibleAsync();
        Assert.True(clicks <= Most, $"{clicks} clicks");
        await reviewer.Context.CloseAsync();
    }

    private async Task StepAsync(IPage page, string step)
    {
        await ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "版本", Exact = true }));
        await page.GetByLabel("年度").SelectOptionAsync("2024");
        clicks++;
        await ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "筛选" }));
        await AgreeAsync(page, page.GetByRole(AriaRole.Button, new() { Name = $"{step}没有错误的 {Units} 个版本" }));
        await Assertions.Expect(page.GetByText($"{step}了 {Units} 个版本。")).ToBeVisibleAsync();
    }

    private async Task AgreeAsync(IPage page, ILocator button)
    {
        await ClickAsync(button);
        await ClickAsync(page.Locator("#confirm button.primary"));
    }

    private async Task ClickAsync(ILocator what)
    {
        clicks++;
        await what.ClickAsync();
    }

    private async Task FillAsync(ILocator field, string text)
    {
        clicks++;
        await field.FillAsync(text);
    }

    private async Task<byte[]> AddUnitsAsync()
    {
        var set = new TemplateSetReader(new FolderTemplateSource(Repository.PathOf("templates"))).ReadCompiled("shanghai-2024").Value!;
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
