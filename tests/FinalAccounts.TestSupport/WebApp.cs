using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.TestSupport;

/// <summary>The service answering on the loopback address over SQLite, with the sample and somebody of each role; shared by the tests of pages and API.</summary>
public sealed partial class WebApp : IAsyncLifetime
{
    public const string Password = "Chu-shi-mi-ma-2026";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-web-tests-");
    private WebApplication app = null!;

    /// <summary>Whether it makes documents as well.</summary>
    public bool Works { get; init; }

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public async Task InitializeAsync()
    {
        app = ServiceHost.Build(
            [
                "--urls", "http://127.0.0.1:0", $"--FinalAccounts:Data={folder.FullName}", "--FinalAccounts:Roles=" + (Works ? "web,worker" : "web"), "--FinalAccounts:Sample=true",
                "--FinalAccounts:RateLimits:SignInPerMinute=100000", "--FinalAccounts:RateLimits:ApiPerMinute=100000", "--FinalAccounts:RateLimits:UploadsPerMinute=100000",
                "--FinalAccounts:Hosts=127.0.0.1,gongkai.example.cn", "--Logging:LogLevel:Default=Error",
            ],
            Repository.Root, QuickPasswords.Add);
        await app.Services.PrepareAsync(CancellationToken.None);
        await app.StartAsync();
        // Hangfire's clients log through a static, which the last service of the process holds: they are made while it is this one.
        _ = (Services.GetRequiredService<IBackgroundJobClient>(), Services.GetRequiredService<IRecurringJobManager>());
        Address = new Uri(app.Urls.Single());
        await AddPersonAsync("viewer", "viewer");
        foreach (var role in Roles.All)
        {
            await AddPersonAsync(role, Roles.Name(role), role);
        }
    }

    /// <summary>Somebody with these roles for all units.</summary>
    public async Task AddPersonAsync(string name, string displayName, params string[] roles)
    {
        await AddPersonWithoutUnitsAsync(name, displayName, roles);
        Assert.Null(await AskAsync<GrantDesk, string?>(desk => desk.GiveAsync(name, GrantEntry.Everything, "test", CancellationToken.None)));
    }

    /// <summary>Somebody with these roles for one unit, or for it and all below it.</summary>
    public async Task AddPersonOfAsync(string unit, bool below, string name, params string[] roles)
    {
        await AddPersonWithoutUnitsAsync(name, name, roles);
        Assert.Null(await AskAsync<GrantDesk, string?>(desk => desk.GiveAsync(name, new GrantEntry { Unit = unit, WithBelow = below }, "test", CancellationToken.None)));
    }

    private async Task AddPersonWithoutUnitsAsync(string name, string displayName, string[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = new Person { UserName = name, DisplayName = displayName };
        Assert.True((await people.CreateAsync(person, Password)).Succeeded);
        Assert.True((await people.AddToRolesAsync(person, roles)).Succeeded);
    }

    /// <summary>A browser without a session, which does not follow redirects.</summary>
    public HttpClient Nobody() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>A browser in which this person has signed in.</summary>
    public async Task<HttpClient> SignInAsync(string name, string password = Password)
    {
        var client = Nobody();
        using var answer = await PostAsync(client, "/sign-in", ("Input.Name", name), ("Input.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>A system with a token of these scopes, for all units or for one.</summary>
    public async Task<HttpClient> WithTokenAsync(string scopes, string? unit = null)
    {
        var units = unit is null ? GrantEntry.Everything : new GrantEntry { Unit = unit };
        var (token, _) = await AskAsync<TokenRegister, (string?, string?)>(register => register.CreateAsync($"token {scopes}", scopes.Split(' '), units, 30, "test", CancellationToken.None));
        var client = Nobody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Sends a page's form with its antiforgery token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields) =>
        await client.PostAsync(path, new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", await AntiforgeryAsync(client))]));

    /// <summary>The antiforgery token of a page that everybody can open.</summary>
    public static async Task<string> AntiforgeryAsync(HttpClient client)
    {
        var page = await client.GetStringAsync("/sign-in");
        return Antiforgery().Match(page).Groups[1].Value;
    }

    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> QueryAsync<T>(Func<FinalAccountsDb, Task<T>> ask) => AskAsync(ask);

    /// <summary>A unit of its own for a test that changes data.</summary>
    public Task<string> AddUnitAsync(string code, string name = "武汉东湖新技术开发区管理委员会（本级）", string set = "hubei-2023") => QueryAsync(async db =>
    {
        db.Units.Add(new Unit { Code = code, Name = name, Level = UnitLevel.OwnLevel, TemplateSet = set });
        await db.SaveChangesAsync();
        return code;
    });

    /// <summary>A unit of its own with the sample's data in force: the same hand-in as the sample's own, which was read when the service started.</summary>
    public async Task<string> AddAcceptedAsync(string code)
    {
        await AddUnitAsync(code);
        return await QueryAsync(async db =>
        {
            var accepted = await db.Imports.AsNoTracking().Include(import => import.Files).SingleAsync(import => import.Unit!.Code == "whdh" && import.Year == 2023 && import.Number == 1);
            (accepted.Id, accepted.UnitId) = (0, (await db.Units.SingleAsync(unit => unit.Code == code)).Id);
            foreach (var file in accepted.Files)
            {
                (file.Id, file.ImportId) = (0, 0);
            }

            db.Imports.Add(accepted);
            await db.SaveChangesAsync();
            return code;
        });
    }

    /// <summary>The unit's data of 2023 as they count now.</summary>
    public async Task<DataView?> DataAsync(string code)
    {
        var unit = await QueryAsync(db => db.Units.SingleAsync(unit => unit.Code == code));
        return await AskAsync<CorrectionDesk, DataView?>(desk => desk.ViewAsync(unit, 2023, CancellationToken.None));
    }

    public static byte[] Sample(string name) => File.ReadAllBytes(Repository.PathOf("samples", "whdh-2023", name));

    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
