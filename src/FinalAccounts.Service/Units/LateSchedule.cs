using FinalAccounts.Service.Notices.Sending;
using Hangfire;
using Microsoft.Extensions.Hosting;

namespace FinalAccounts.Service.Units;

/// <summary>Has the queue look for late units every morning at eight in Shanghai, and once when a worker starts: a service that is off at night looks as well.</summary>
internal sealed class LateSchedule(IRecurringJobManager manager, IBackgroundJobClient queue) : IHostedService
{
    private const string AtMidnightUtc = "0 0 * * *";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        manager.AddOrUpdate<LateJob>(LateJob.Name, NoticeJob.Queue, job => job.RunAsync(CancellationToken.None), AtMidnightUtc);
        queue.Enqueue<LateJob>(NoticeJob.Queue, job => job.RunAsync(CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
