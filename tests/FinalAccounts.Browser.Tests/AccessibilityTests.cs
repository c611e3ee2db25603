using FinalAccounts.Service.People;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

[Collection("browser")]
public sealed class AccessibilityTests(Served served)
{
    private static readonly string[] FinancePages =
    [
        "/units", Served.SampleUnit, Served.Year, Served.Year + "/upload", Served.Year + "/imports/1", Served.Year + "/findings", Served.Year + "/tables", Served.Year + "/tables/表03", Served.Year + "/facts", Served.Year + "/facts/项目自评表",
        Served.Year + "/facts/基本情况/edit", Served.Year + "/facts/出国团组/edit", Served.Year + "/corrections", Served.Year + "/corrections/new?sheet=表01&row=收入总计&column=金额", "/account", "/account/password", "/help/api", "/nowhere",
        "/runs", "/batches", "/schedules", "/editions", Served.Year + "/editions", "/notices", "/notices/settings", Served.Year + "/comments", "/help", "/help/web",
    ];

    private const string NewSet = "/templates/new/guizhou-2024";

    private static readonly string[] CommsPages =
    [
        "/templates", "/templates/hubei-2023?path=sections/三公经费.sbn", "/templates/new", NewSet, NewSet + "?step=tables", NewSet + "?step=options", NewSet + "?step=check",
    ];

    private static readonly string[] AdministratorPages = ["/people", "/people/new", "/people/finance", "/tokens", "/tokens/1", "/audit", "/units/new", "/units/whdh/edit", "/units/import", "/schedules", "/robots"];

    private static readonly int[] Widths = [1280, 390];

    [Fact]
    public async Task NoPageKeepsAnybodyOutOnADeskOrOnAPhone()
    {
        var wrong = new List<string>();
        await CheckAsync(null, ["/sign-in"], wrong);
        await CheckAsync(Roles.Finance, [.. FinancePages, .. await served.MadeAsync()], wrong);
        await BeginSetAsync();
        await CheckAsync(Roles.Comms, CommsPages, wrong);
        await CheckAsync(Roles.Reviewer, ["/reviews"], wrong);
        await CheckAsync(Roles.Administrator, AdministratorPages, wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task BeginSetAsync()
    {
        var page = await served.OpenAsync(Roles.Comms);
        await page.GotoAsync("/templates/new");
        await page.GetByLabel("地区", new() { Exact = true }).FillAsync("贵州");
        await page.GetByLabel("名字里的地区").FillAsync("guizhou");
        await page.GetByRole(AriaRole.Spinbutton, new() { Name = "年度" }).FillAsync("2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始" }).ClickAsync();

        // Enter in a field keeps what is typed and stays.
        await page.GetByLabel("第 1 部分的标题").FillAsync("第一部分　基本情况");
        await page.GetByLabel("第 1 部分的标题").PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "第一部分　基本情况：下移" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("第 2 部分的标题")).ToHaveValueAsync("第二部分　基本情况");
        await page.Context.CloseAsync();
    }

    private async Task CheckAsync(string? role, string[] paths, List<string> wrong)
    {
        var page = await served.OpenAsync(role, Widths[0], bypassPolicy: true);
        await Axe.AccompanyAsync(page);
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            if (path.StartsWith(NewSet, StringComparison.Ordinal))
            {
                await Pictures.TakeAsync(page, $"look-new-set-{path.Split('=').ElementAtOrDefault(1) ?? "parts"}");
            }

            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                wrong.AddRange((await Axe.SeriousAsync(page)).Select(violation => $"{path} at {width}: {violation}"));
                if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
                {
                    wrong.Add($"{path}: scrolls sideways at {width}");
                }
            }
        }

        await page.Context.CloseAsync();
    }
}
