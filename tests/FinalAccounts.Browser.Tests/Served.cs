using FinalAccounts.Tests;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>One service, web and worker, over SQLite with the sample, and one browser; shared by all tests.</summary>
public sealed class Served : IAsyncLifetime
{
    public const string Password = "Chu-shi-mi-ma-2026";
    public const string SampleUnit = "/units/whdh", Year = SampleUnit + "/years/2023";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-browser-tests-");
    private WebApplication app = null!;
    private Task<string[]>? made;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public static string Root { get; } = FindRoot();

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        app = ServiceHost.Build(
            [
                "--urls", "http://127.0.0.1:0", $"--FinalAccounts:Data={folder.FullName}", "--FinalAccounts:Sample=true",
                "--FinalAccounts:RateLimits:SignInPerMinute=100000", "--Logging:LogLevel:Default=Error",
            ],
            Root);
        await app.Services.PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        Address = app.Urls.Single();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            foreach (var role in Roles.All)
            {
                await AddPersonAsync(role, Roles.Name(role), role);
            }

            var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
            db.Units.Add(new Unit { Code = "whole", Name = "武汉东湖新技术开发区管理委员会（本级）", Level = UnitLevel.OwnLevel, TemplateSet = "hubei-2023" });
            await db.SaveChangesAsync();
        }

        Assertions.SetDefaultExpectTimeout(60_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.File,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Args = ["--disable-background-networking", "--disable-component-update", "--disable-gpu"],
        });
    }

    /// <summary>A window in which somebody of this role has signed in; null for nobody.</summary>
    public async Task<IPage> OpenAsync(string? role, int width = 1280, bool bypassPolicy = false)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = Address, Locale = "zh-CN", ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = bypassPolicy, AcceptDownloads = true });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Assert.False(message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal), message.Text);
        if (role is not null)
        {
            await page.GotoAsync("/sign-in");
            await page.FillAsync("#Input_Name", role);
            await page.FillAsync("#Input_Password", Password);
            await page.ClickAsync("main button.primary");
            await page.WaitForURLAsync("**/units");
        }

        return page;
    }

    /// <summary>Somebody more.</summary>
    public async Task AddPersonAsync(string name, string displayName, string role)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = new Person { UserName = name, DisplayName = displayName };
        await people.CreateAsync(person, Password);
        await people.AddToRoleAsync(person, role);
    }

    /// <summary>The pages of what is made of the sample once: a batch, a run, two editions and their comparison.</summary>
    public Task<string[]> MadeAsync() => made ??= MakeAsync();

    public static string Sample(string name) => Path.Combine(Root, "samples", "whdh-2023", name);

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
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static string FindRoot()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "FinalAccounts.sln")))
        {
            root = root.Parent!;
        }

        return root.FullName;
    }
}

[CollectionDefinition("browser")]
public sealed class BrowserTests : ICollectionFixture<Served>;
