using FinalAccounts.Service.Notices;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Generation;

/// <summary>Tells who asked for a run that it failed; of what a schedule asked for, the administrators.</summary>
internal sealed class RunNotices(FinalAccountsDb db, NoticeBoard board)
{
    /// <summary>Saves the notices in the transaction that ended the run.</summary>
    public async Task TellFailedAsync(Guid id, CancellationToken cancellation)
    {
        var run = await db.Runs.AsNoTracking().SingleAsync(run => run.Id == id, cancellation);
        await board.TellAsync(
            new Happening(NoticeKind.Failed, run.UnitId, run.Year, "生成没有成功", $"/runs/{run.Id}", "system") { Detail = run.Failure, Hands = [run.By], Otherwise = Rights.Administer },
            cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
