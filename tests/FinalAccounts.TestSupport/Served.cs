using FinalAccounts.Service.Generation;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FinalAccounts.TestSupport;

/// <summary>One service, web and worker, over SQLite with the sample, and one browser; shared by all tests.</summary>
public sealed class Served : IAsyncLifetime
{
    public const string Password = WebApp.Password, SampleUnit = "/units/whdh", Year = SampleUnit + "/years/2023";

    private readonly WebApp app = new() { Works = true };
    private Task<string[]>? made;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.AddUnitAsync("whole");
        Assertions.SetDefaultExpectTimeout(60_000);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>A window in which somebody of this role has signed in; null for nobody.</summary>
    public async Task<IPage> OpenAsync(string? role, int width = 1280, bool bypassPolicy = false)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = app.Address.ToString(), Locale = "zh-CN", ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = bypassPolicy, AcceptDownloads = true });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Assert.False(message.Type == "error" && (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Blocked script", StringComparison.Ordinal)), message.Text);
        if (role is not null)
        {
            await page.GotoAsync("/sign-in");
            await page.FillAsync("#Input_Name", role);
            await page.FillAsync("#Input_Password", Password);
            await page.ClickAsync("main button.primary");
            await page.ArriveAsync("**/");
        }

        return page;
    }

    /// <summary>Somebody more.</summary>
    public Task AddPersonAsync(string name, string displayName, params string[] roles) => app.AddPersonAsync(name, displayName, roles);

    /// <summary>Somebody whom an administrator has just added; gives the one-time password.</summary>
    public Task<string> AddNewcomerAsync(string name) => app.AskAsync<Staff, string>(async staff =>
        (await staff.AddAsync(name, name, [Roles.Comms], GrantEntry.Everything, "test", CancellationToken.None)).Password!);

    /// <summary>The roles whose people must sign in with a second factor.</summary>
    public Task RequireSecondFactorAsync(params string[] roles) => app.AskAsync<SecondFactorRules, bool>(async rules =>
    {
        await rules.SetAsync(roles, "test", CancellationToken.None);
        return true;
    });

    /// <summary>A unit of its own with the sample's data in force.</summary>
    public Task<string> AddAcceptedAsync(string code) => app.AddAcceptedAsync(code);

    /// <summary>Ends somebody's sessions, as a change of their roles does.</summary>
    public Task EndSessionsAsync(string name) => app.AskAsync<Staff, string?>(async staff =>
    {
        var member = (await staff.FindAsync(name, CancellationToken.None))!;
        return await staff.ChangeAsync(name, member.DisplayName, [.. member.Roles], "test", CancellationToken.None);
    });

    /// <summary>A unit more.</summary>
    public Task AddUnitAsync(string code, string name, string set) => app.AddUnitAsync(code, name, set);

    /// <summary>The pages of what is made of the sample once: a batch, a run, two editions and their comparison.</summary>
    public Task<string[]> MadeAsync() => made ??= MakeAsync();

    /// <summary>A text of a set's file that was changed and published.</summary>
    public async Task PublishAsync(string set, string path, string text)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
        db.TemplateVersions.Add(new TemplateVersion { Set = set, Path = path, Number = 1, Content = text, Message = "试", State = TemplateVersionState.Published, By = Roles.Comms, At = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync();
    }

    public static string Sample(string name) => Repository.PathOf("samples", "whdh-2023", name);

    private async Task<string[]> MakeAsync()
    {
        var (run, batch) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
        var unit = await db.Units.SingleAsync(unit => unit.Code == "whdh");
        await scope.ServiceProvider.GetRequiredService<Runs>().RequestAsync(run, unit, 2023, Roles.Finance, CancellationToken.None);
        await OverAsync(db);
        db.Corrections.Add(new Correction
        {
            UnitId = unit.Id, Year = 2023, Sheet = "基本情况", Row = "", Column = "成立日期", IsFact = true, NewValue = "2001-01-05", Reason = "补填", By = Roles.Finance, At = DateTimeOffset.UtcNow,
        });
        db.Schedules.Add(new Schedule { Name = "每年公开", Cron = "0 9 29 9 *", By = Roles.Administrator, At = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<Batches>().RequestAsync(batch, 2023, Roles.Finance, null, CancellationToken.None);
        await OverAsync(db);
        return [$"/runs/{run}", $"/batches/{batch}", Year + "/editions/1", Year + "/editions/2", Year + "/editions/2/compare/1"];
    }

    private static async Task OverAsync(FinalAccountsDb db)
    {
        var until = DateTime.UtcNow.AddMinutes(5);
        while (await db.Runs.AnyAsync(run => run.State == RunState.Queued || run.State == RunState.Running))
        {
            Assert.True(DateTime.UtcNow < until, "runs do not end");
            await Task.Delay(200);
        }
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
    }
}
