using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Notices.Sending;

/// <summary>Looks now and then for notices that are due and has them sent. The rows are the truth: what the queue loses is found by the next look.</summary>
internal sealed partial class NoticeSweep(IServiceScopeFactory scopes, IBackgroundJobClient queue, TimeProvider time, ILogger<NoticeSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var forgotten = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
                if (time.GetUtcNow() - forgotten > TimeSpan.FromDays(1))
                {
                    await outbox.ForgetAsync(stoppingToken);
                    forgotten = time.GetUtcNow();
                }

                foreach (var robot in await outbox.DueAsync(stoppingToken))
                {
                    var title = robot is null ? "邮件" : $"机器人 {robot}";
                    queue.Enqueue<NoticeJob>(NoticeJob.Queue, job => job.RunAsync(robot, title, CancellationToken.None));
                }
            }
#pragma warning disable CA1031 // Whatever it is, the next look may succeed.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The look for notices to be sent failed; it is tried again")]
    private partial void LogFailed(Exception exception);
}
