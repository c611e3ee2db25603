using FinalAccounts.Service.People;

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

    private static readonly string[] CommsPages = ["/templates", "/templates/hubei-2023?path=sections/三公经费.sbn"];

    private static readonly string[] AdministratorPages = ["/people", "/people/new", "/people/finance", "/tokens", "/tokens/1", "/audit", "/units/new", "/units/whdh/edit", "/units/import", "/schedules", "/robots"];

    private static readonly int[] Widths = [1280, 390];

    [Fact]
    public async Task NoPageKeepsAnybodyOutOnADeskOrOnAPhone()
    {
        var wrong = new List<string>();
        await CheckAsync(null, ["/sign-in"], wrong);
        await CheckAsync(Roles.Finance, [.. FinancePages, .. await served.MadeAsync()], wrong);
        await CheckAsync(Roles.Comms, CommsPages, wrong);
        await CheckAsync(Roles.Reviewer, ["/reviews"], wrong);
        await CheckAsync(Roles.Administrator, AdministratorPages, wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task CheckAsync(string? role, string[] paths, List<string> wrong)
    {
        var page = await served.OpenAsync(role, Widths[0], bypassPolicy: true);
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
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
