using FinalAccounts.Service.Comments;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.Deliveries;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Guides;
using FinalAccounts.Service.Notices;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Reviewing;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Designs;
using FinalAccounts.Service.Templates.Proposals;
using FinalAccounts.Service.Templates.Together;
using FinalAccounts.Service.Templates.Workbench;
using FinalAccounts.Service.Upkeep;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;

namespace FinalAccounts.Service.Hosting;

/// <summary>The program behind <c>finalaccounts serve</c>: a table of contents of everything that it consists of.</summary>
public static class ServiceHost
{
    /// <summary>Builds the application; the caller prepares and runs it.</summary>
    /// <param name="args">As ASP.NET Core has them: --urls, --FinalAccounts:Roles …</param>
    /// <param name="home">Where templates/ and samples/ stand, unless configured.</param>
    /// <param name="more">Adds services before it is built, as tests do; null for none.</param>
    public static WebApplication Build(string[] args, string home, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = home });
        builder.AddLogging();
        var options = new ServiceOptions { Home = home, Data = Path.Combine(home, "output", "service") };
        builder.Configuration.GetSection(ServiceOptions.Section).Bind(options);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStore(builder.Configuration, options);
        builder.Services.AddPeople(builder.Configuration);
        builder.Services.AddShell(builder.Configuration);
        builder.Services.AddGuides();
        builder.Services.AddNotices(options);
        builder.Services.AddUnitsAndData(options);
        builder.Services.AddComments();
        builder.Services.AddReviewing();
        builder.Services.AddDeliveries(options);
        builder.Services.AddPreparation();
        builder.Services.AddHostedService<IdleMemory>();
        builder.Services.AddObservation(builder.Configuration);
        builder.Services.AddGeneration(builder.Configuration, options);
        builder.Services.AddEditions();
        builder.Services.AddProposals(options);
        builder.Services.AddWorkbench();
        builder.Services.AddDesigns();
        builder.Services.AddUpkeep();
        if (!options.IsWeb && builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
        {
            builder.Services.AddSingleton<IServer, NoServer>();
        }

        more?.Invoke(builder.Services);
        var app = builder.Build();
        if (options.IsWeb)
        {
            MapWeb(app);
        }
        else
        {
            // Without this, the policy for whatever names none would ask for people, whom a worker does not know.
            app.UseRouting();
        }

        app.MapHealth();
        return app;
    }

    private static void MapWeb(WebApplication app)
    {
        app.UseShell();
        app.UsePeople();
        app.MapShell();
        app.MapGuides();
        app.MapSession();
        app.MapUnitsAndData();
        app.MapDeliveries();
        app.MapGeneration();
        app.MapEditions();
        app.MapTemplates();
        app.MapWorkbench();
        app.MapDesigns();
        app.MapTogether();
        app.MapSectionComments();
    }
}
