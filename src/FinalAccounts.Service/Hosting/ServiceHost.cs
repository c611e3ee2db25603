using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Hosting;

/// <summary>The program behind <c>finalaccounts serve</c>: a table of contents of everything that it consists of.</summary>
public static class ServiceHost
{
    /// <summary>Builds the application; the caller runs it.</summary>
    /// <param name="args">As ASP.NET Core has them: --urls, --FinalAccounts:Roles …</param>
    /// <param name="home">Where templates/ and samples/ stand, unless configured.</param>
    public static WebApplication Build(string[] args, string home)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = home });
        var options = new ServiceOptions { Home = home, Data = Path.Combine(home, "output", "service") };
        builder.Configuration.GetSection(ServiceOptions.Section).Bind(options);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStore(builder.Configuration, options);
        builder.Services.AddPeople();
        builder.Services.AddRazorPages();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        return app;
    }

    /// <summary>Brings the database up to date.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FinalAccountsDb>().Database.MigrateAsync(cancellation).ConfigureAwait(false);
    }
}
