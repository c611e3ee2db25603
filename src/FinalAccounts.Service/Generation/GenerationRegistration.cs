using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Printing;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Proposals;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.Configuration;

namespace FinalAccounts.Service.Generation;

/// <summary>Runs, batches, schedules and the queue that carries them.</summary>
internal static class GenerationRegistration
{
    public static IServiceCollection AddGeneration(this IServiceCollection services, IConfiguration configuration, ServiceOptions options)
    {
        services.AddSingleton(_ => Storage(configuration.Postgres()));
        services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddSingleton<KeptLayers>().AddSingleton<KeptAccounts>().AddSingleton<IGivenUp>(provider => provider.GetRequiredService<KeptAccounts>());
        services.AddSingleton<CompiledSets>().AddSingleton<Printers>().AddSingleton<Telemetry>();
        services.AddScoped<PublishedTemplates>().AddScoped<SetNames>().AddScoped<KnownChecks>().AddScoped<AccountsFinder>().AddScoped<InputGatherer>();
        services.AddScoped<RunNotices>().AddScoped<Claims>().AddScoped<EditionWriter>().AddScoped<GenerationJob>();
        services.AddScoped<RunWatch>();
        services.AddSingleton(new NavigationEntry(20, "生成记录", "/runs", Rights.Read));
        services.AddSingleton(new NavigationEntry(22, "批量生成", "/batches", Rights.Read));
        services.AddSingleton(new NavigationEntry(24, "定时生成", "/schedules", Rights.Read));
        services.AddSingleton(new NavigationEntry(90, "任务队列", "/hangfire", Rights.Administer, "管理"));
        services.AddScoped<RunQueue>().AddScoped<BatchDispatch>().AddScoped<Schedules>().AddScoped<RecurringSchedules>().AddScoped<ScheduleJob>();
        services.AddSingleton<ITimeZoneResolver, ShanghaiTimeZones>();
        services.AddScoped<Runs>().AddScoped<Batches>();
        return options.IsWorker ? services.AddWorkers(options) : services;
    }

    /// <summary>Runs, batches, schedules as API, and Hangfire's dashboard for the administrator.</summary>
    public static void MapGeneration(this WebApplication app)
    {
        RunsApi.Map(app);
        BatchesApi.Map(app);
        SchedulesApi.Map(app);
        app.MapHangfireDashboard("/hangfire", new DashboardOptions
        {
            // The policy judges; the dashboard's own filters would let only local requests in.
            Authorization = [],
            AsyncAuthorization = [],
            DashboardTitle = "部门决算公开：队列",
            DisplayStorageConnectionString = false,
            AppPath = "/runs",
        }).RequireAuthorization(Rights.Administer);
    }

    private static JobStorage Storage(string? postgres) => postgres is null
        ? new InMemoryStorage(new InMemoryStorageOptions())
        : new PostgreSqlStorage(new NpgsqlConnectionFactory(postgres, Queue), Queue);

    private static PostgreSqlStorageOptions Queue => new()
    {
        SchemaName = "hangfire",
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromMinutes(1),
        // What a process that died (or lost its database) held locked stays locked this long, and a worker that meets such a job waits it out in silence:
        // ten minutes unless told. Locks are held for moments; a second holder does no harm, for a run is claimed in its own row.
        DistributedLockTimeout = TimeSpan.FromMinutes(1),
        // A run starts within a second of its click. Asked for and not listened for: a listener whose connection breaks is never connected anew
        // (hangfire-postgres/Hangfire.PostgreSql#410), and the queue stands still until the process is restarted.
        QueuePollInterval = TimeSpan.FromSeconds(1),
    };

    // Two servers: a batch of hours keeps its workers busy, and who clicks still finds one free.
    private static IServiceCollection AddWorkers(this IServiceCollection services, ServiceOptions options) => services
        .AddHangfireServer(server => Shape(server, RunQueue.AtOnce, 1))
        .AddHangfireServer(server => Shape(server, RunQueue.Batch, options.Parallel))
        .AddHangfireServer(server => Shape(server, TrialJob.Queue, 1))
        .AddSingleton<Sweep>()
        .AddHostedService(provider => provider.GetRequiredService<Sweep>())
        .AddHealthChecks().AddCheck<SweepCheck>("sweep").Services;

    private static void Shape(BackgroundJobServerOptions server, string queue, int workers)
    {
        server.Queues = [queue];
        server.WorkerCount = workers;
        server.ServerName = $"{Claims.Worker}:{queue}";
        server.ShutdownTimeout = TimeSpan.FromSeconds(20);
        server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
    }
}
