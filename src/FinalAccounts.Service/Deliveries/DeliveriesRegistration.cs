using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using Hangfire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;

namespace FinalAccounts.Service.Deliveries;

/// <summary>Hand-ins of many units at once: operations, the worker's queue, the entry of the navigation.</summary>
internal static class DeliveriesRegistration
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services, ServiceOptions options)
    {
        services.AddScoped<DeliveryDesk>().AddScoped<DeliverySorting>().AddScoped<DeliveryHandIn>().AddScoped<DeliveryJob>()
            .AddSingleton(new NavigationEntry(12, "批量提交", "/deliveries", Rights.EditData));
        return options.IsWorker
            ? services.AddHostedService<Resuming>().AddHangfireServer(server =>
            {
                server.Queues = [DeliveryJob.Queue];
                server.WorkerCount = 1;
                server.ShutdownTimeout = TimeSpan.FromSeconds(20);
            })
            : services;
    }

    public static void MapDeliveries(this IEndpointRouteBuilder endpoints) => endpoints.MapApiGroup("/deliveries", "数据")
        .MapGet("/{id:guid}/events", EventsAsync).RequireAuthorization(Rights.EditData).WithSummary("批量提交的进度（server-sent events）");

    private static async Task<Results<ServerSentEventsResult<DeliveryProgress>, ProblemHttpResult>> EventsAsync(Guid id, FinalAccountsDb db, ChangeStream changes, CancellationToken cancellation) =>
        await db.Deliveries.AnyAsync(delivery => delivery.Id == id, cancellation)
            ? TypedResults.ServerSentEvents(changes.FollowAsync(token => DeliveryProgress.OfAsync(db, id, token), progress => progress.Over, cancellation))
            : Problems.Typed(StatusCodes.Status404NotFound, "没有这一批。");

    // The embedded database's queue is in memory and forgets.
    private sealed class Resuming(IServiceScopeFactory scopes) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            if (scope.ServiceProvider.GetRequiredService<FinalAccountsDb>() is SqliteDb)
            {
                await scope.ServiceProvider.GetRequiredService<DeliveryDesk>().ResumeAllAsync(cancellationToken);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
