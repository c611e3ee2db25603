using FinalAccounts.Service.Notices.Sending;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Shell;
using Hangfire;

namespace FinalAccounts.Service.Notices;

/// <summary>Notices: who is told, by which way; sending by the workers.</summary>
internal static class NoticesRegistration
{
    public static IServiceCollection AddNotices(this IServiceCollection services, ServiceOptions options)
    {
        services.AddScoped<Audience>().AddScoped<NoticeBoard>().AddScoped<NoticeBox>().AddScoped<NoticeChoices>().AddScoped<RobotRegister>()
            .AddScoped<Outbox>().AddScoped<NoticeJob>().AddSingleton<MailSender>().AddSingleton<RobotCalls>()
            .AddSingleton(new NavigationEntry(73, "通知机器人", "/robots", Rights.Administer, "管理"));
        return options.IsWorker
            ? services.AddHostedService<NoticeSweep>().AddHangfireServer(server =>
            {
                server.Queues = [NoticeJob.Queue];
                server.WorkerCount = 2;
                server.ShutdownTimeout = TimeSpan.FromSeconds(30);
            })
            : services;
    }
}
