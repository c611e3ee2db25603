using FinalAccounts.Service.Store;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Notices.Sending;

/// <summary>Looks now and then for notices that are due and has them sent. The rows are the truth: what the queue loses is found by the next look.</summary>
internal sealed class NoticeSweep(IServiceScopeFactory scopes, IBackgroundJobClient queue, TimeProvider time, ILogger<NoticeSweep> logger)
    : PeriodicLook(scopes, TimeSpan.FromSeconds(5), time, logger)
{
    private readonly TimeProvider time = time;
    private DateTimeOffset forgotten = DateTimeOffset.MinValue;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var outbox = services.GetRequiredService<Outbox>();
        if (time.GetUtcNow() - forgotten > TimeSpan.FromDays(1))
        {
            await outbox.ForgetAsync(cancellation);
            forgotten = time.GetUtcNow();
        }

        foreach (var robot in await outbox.DueAsync(cancellation))
        {
            var title = robot is null ? "邮件" : $"机器人 {robot}";
            queue.Enqueue<NoticeJob>(NoticeJob.Queue, job => job.RunAsync(robot, title, CancellationToken.None));
        }
    }
}
