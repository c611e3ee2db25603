using FinalAccounts.Service.Store;
using Hangfire;

namespace FinalAccounts.Service.Notices.Sending;

/// <summary>Sends what is due for one receiver: a robot, or the mail server. Each has a job of its own, so that one that does not answer holds up nobody else; a second job at the same time finds nothing to take.</summary>
internal sealed class NoticeJob(FinalAccountsDb db, Outbox outbox, MailSender mail, RobotCalls robots)
{
    public const string Queue = "notices";

    private const int MostInALetter = 50;

    /// <summary>Sends until nothing is due or the receiver does not answer. How each ended stands in its row, with when it is tried again.</summary>
    /// <param name="robot">Null for e-mail.</param>
    /// <param name="title">For the dashboard.</param>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [5, 30, 60])]
    [JobDisplayName("通知 · {1}")]
    public async Task RunAsync(long? robot, string title, CancellationToken shutdown)
    {
        while (await outbox.TakeAsync(robot, robot is null ? MostInALetter : RobotMessage.MostLines, shutdown) is { Count: > 0 } taken)
        {
            // What is under way ends within its own limits, also when the process is told to stop now: half sent, nobody would know.
            var outcome = robot is { } id ? await CallAsync(id, taken) : await WriteAsync(taken);
            await outbox.SettleAsync(taken, outcome, CancellationToken.None);
            if (outcome.State == NoticeState.Waiting)
            {
                break;
            }
        }
    }

    private async Task<SendOutcome> CallAsync(long id, IReadOnlyList<Notice> taken) =>
        await db.Robots.AsNoTracking().SingleOrDefaultAsync(robot => robot.Id == id) is { Enabled: true } robot
            ? await robots.SendAsync(robot, taken, CancellationToken.None)
            : SendOutcome.Refused("机器人已停用。");

    private async Task<SendOutcome> WriteAsync(IReadOnlyList<Notice> taken) =>
        await db.Users.Where(person => person.Id == taken[0].PersonId).Select(person => person.Email).SingleOrDefaultAsync() is { Length: > 0 } address
            ? await mail.SendAsync(address, taken, CancellationToken.None)
            : SendOutcome.Refused("已经没有邮箱地址。");
}
