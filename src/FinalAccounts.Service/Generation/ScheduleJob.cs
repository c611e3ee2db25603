using Hangfire;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;

namespace FinalAccounts.Service.Generation;

/// <summary>What the queue calls when a schedule's moment has come, or when somebody presses “trigger now” in its dashboard.</summary>
public sealed class ScheduleJob(Schedules schedules)
{
    /// <summary>Serves the schedule; called twice for one moment, it starts one batch.</summary>
    /// <param name="name">For the dashboard.</param>
    /// <param name="context">Put in by the queue.</param>
    [AutomaticRetry(Attempts = 10, DelaysInSeconds = [1, 2, 5, 10, 30])]
    [JobDisplayName("定时生成 · {1}")]
    [ByHand]
    public Task RunAsync(long id, string name, PerformContext? context, CancellationToken shutdown) =>
        context is not null && context.GetJobParameter<bool>(ByHandAttribute.Parameter, allowStale: true)
            ? schedules.StartNowAsync(id, new DateTimeOffset(context.BackgroundJob.CreatedAt, TimeSpan.Zero), shutdown)
            : schedules.ServeDueAsync(id, shutdown);

    /// <summary>Remembers with the job whether a person triggered it: a moment that comes by itself is another thing than a wish.</summary>
    private sealed class ByHandAttribute : JobFilterAttribute, IApplyStateFilter
    {
        public const string Parameter = "ByHand";

        // What Hangfire's dashboard and manager give as the reason; a test holds it.
        private const string Manager = "Triggered using recurring job manager";

        public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
        {
            if (context.NewState is EnqueuedState && context.NewState.Reason?.StartsWith(Manager, StringComparison.Ordinal) == true)
            {
                context.Connection.SetJobParameter(context.BackgroundJob.Id, Parameter, SerializationHelper.Serialize(true));
            }
        }

        public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
        {
        }
    }
}
