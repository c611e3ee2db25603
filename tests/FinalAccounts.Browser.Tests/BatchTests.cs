using System.IO.Compression;
using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>All units at once: on a date each year, or now.</summary>
[Collection("browser")]
public sealed partial class BatchTests(Served served)
{
    [Fact]
    public async Task DateEachYearIsAddedShowsItsNextMomentsAndIsSwitchedOff()
    {
        var page = await served.OpenAsync(Roles.Administrator);
        await page.GotoAsync("/schedules");
        await page.GetByLabel("名称").FillAsync("每年公开");
        await page.GetByLabel("月", new() { Exact = true }).FillAsync("2");
        await page.GetByLabel("日", new() { Exact = true }).FillAsync("31");
        await page.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();
        await Assertions.Expect(page.GetByText("永远不会到来")).ToBeVisibleAsync();

        await page.GetByLabel("月", new() { Exact = true }).FillAsync("9");
        await page.GetByLabel("日", new() { Exact = true }).FillAsync("29");
        await page.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "每年公开" });
        await Assertions.Expect(row).ToContainTextAsync("每年 9 月 29 日 09:00");
        await Assertions.Expect(row).ToContainTextAsync(NextThree());
        await row.GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
        await Assertions.Expect(row.GetByText("停用", new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Name = "启用" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task BatchIsFollowedToItsEndAndItsFilesAreDownloadedInOneZip()
    {
        var page = await served.OpenAsync(Roles.Finance);
        await page.GotoAsync("/batches");
        await page.GetByLabel("年度").FillAsync("2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始生成" }).ClickAsync();
        await page.ArriveAsync("**/batches/*");
        await Assertions.Expect(page.GetByText("剩余 0。")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "whdh" })).ToContainTextAsync(Edition());

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载这一批的文件（ZIP）" }).ClickAsync());
        using var archive = ZipFile.OpenRead(await download.PathAsync());
        Assert.Contains(archive.Entries, entry => entry.Name.EndsWith(".docx", StringComparison.Ordinal));
        Assert.Contains(archive.Entries, entry => entry.Name.EndsWith(".pdf", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("第\\d版")]
    private static partial Regex Edition();

    [GeneratedRegex(@"(\d{4}-09-29 09:00\s*){3}")]
    private static partial Regex NextThree();
}
