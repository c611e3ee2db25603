using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices.Sending;

/// <summary>Notices on their way out. A sender takes them before it sends: what is taken, nobody else sends; what a sender died over may have arrived and is not sent again.</summary>
internal sealed class Outbox(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>How long sending may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    // After the last, a notice is given up.
    private static readonly TimeSpan[] Between = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>The robots that something is due for; null stands for e-mail.</summary>
    public async Task<IReadOnlyList<long?>> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Notices.Where(notice => notice.State == NoticeState.Sending && notice.NextAt < now).ExecuteUpdateAsync(
            set => set.SetProperty(notice => notice.State, NoticeState.Unknown).SetProperty(notice => notice.EndedAt, now)
                .SetProperty(notice => notice.Problem, "发送时程序中断，不知道是否送到，没有再发。"), cancellation);
        return await Due(now).Select(notice => notice.RobotId).Distinct().ToListAsync(cancellation);
    }

    /// <summary>Takes what is due for a robot, or by e-mail for the person who waits longest; none when nothing is.</summary>
    public async Task<IReadOnlyList<Notice>> TakeAsync(long? robot, int most, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = Due(now).Where(notice => notice.RobotId == robot).OrderBy(notice => notice.Id);
        if (await due.Select(notice => new { notice.Id, notice.PersonId }).FirstOrDefaultAsync(cancellation) is not { } first)
        {
            return [];
        }

        var claim = Guid.NewGuid();
        var ids = await due.Where(notice => notice.PersonId == first.PersonId).Select(notice => notice.Id).Take(most).ToListAsync(cancellation);
        await db.Notices.Where(notice => ids.Contains(notice.Id) && notice.State == NoticeState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(notice => notice.State, NoticeState.Sending).SetProperty(notice => notice.Claim, claim)
                .SetProperty(notice => notice.Attempts, notice => notice.Attempts + 1).SetProperty(notice => notice.NextAt, now + Lease), cancellation);
        return await db.Notices.AsNoTracking().Include(notice => notice.Unit).Where(notice => notice.Claim == claim && notice.State == NoticeState.Sending).OrderBy(notice => notice.Id).ToListAsync(cancellation);
    }

    /// <summary>Writes what became of what was taken. Where the receiver does not answer, everything else for it waits as well.</summary>
    public async Task SettleAsync(IReadOnlyList<Notice> taken, SendOutcome outcome, CancellationToken cancellation)
    {
        var (now, claim, robot) = (time.GetUtcNow(), taken[0].Claim, taken[0].RobotId);
        foreach (var group in taken.GroupBy(notice => notice.Attempts))
        {
            var again = outcome.State == NoticeState.Waiting && group.Key <= Between.Length;
            var state = again ? NoticeState.Waiting : outcome.State == NoticeState.Waiting ? NoticeState.Failed : outcome.State;
            var ids = group.Select(notice => notice.Id).ToList();
            await db.Notices.Where(notice => ids.Contains(notice.Id) && notice.Claim == claim && notice.State == NoticeState.Sending).ExecuteUpdateAsync(
                set => set.SetProperty(notice => notice.State, state).SetProperty(notice => notice.Problem, outcome.Problem)
                    .SetProperty(notice => notice.NextAt, now + (again ? Between[group.Key - 1] : TimeSpan.Zero))
                    .SetProperty(notice => notice.EndedAt, again ? null : now), cancellation);
        }

        if (outcome.State == NoticeState.Waiting)
        {
            var next = now + Between[0];
            await Due(next).Where(notice => notice.RobotId == robot).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.NextAt, next), cancellation);
        }
    }

    /// <summary>Forgets what is over for more than a year.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation)
    {
        var old = time.GetUtcNow().AddDays(-400);
        return db.Notices.Where(notice => notice.EndedAt < old).ExecuteDeleteAsync(cancellation);
    }

    private IQueryable<Notice> Due(DateTimeOffset now) => db.Notices.Where(notice => notice.State == NoticeState.Waiting && notice.NextAt <= now);
}
