using FinalAccounts.Service.Notices;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Hangfire;

namespace FinalAccounts.Service.Units;

/// <summary>Tells once of each unit whose day is over and that is not public: every morning, or when a worker starts.</summary>
public sealed class LateJob(FinalAccountsDb db, Disclosures disclosures, NoticeBoard board, TimeProvider time)
{
    /// <summary>The recurring job's name.</summary>
    public const string Name = "逾期提醒";

    // What is over for longer was told of, or is of a time before this service.
    private const int Days = 30;

    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [5, 60, 600])]
    [DisableConcurrentExecution(60)]
    [JobDisplayName(Name)]
    public async Task RunAsync(CancellationToken shutdown)
    {
        var today = Shell.ShanghaiTime.Day(time.GetUtcNow());
        var units = await db.Units.AsNoTracking().Where(unit => unit.Active).OrderBy(unit => unit.Code).ToListAsync(shutdown);
        foreach (var year in await db.Imports.Where(import => import.State == ImportState.Accepted && import.Year >= today.Year - 2).Select(import => import.Year).Distinct().ToListAsync(shutdown))
        {
            var states = await disclosures.OfAsync([.. units.Select(unit => unit.Id)], year, shutdown);
            foreach (var row in units.Select(unit => new UnitProgress(unit, states[unit.Id])).Where(row => row.State.DaysLeft is < 0 and >= -Days))
            {
                var deadline = row.State.Deadline!.Value.ToString("yyyy-MM-dd");
                await board.TellAsync(
                    new Happening(NoticeKind.Late, row.Unit.Id, year, $"{deadline} 是公开截止日，还没有公开", $"/units/{Uri.EscapeDataString(row.Unit.Code)}/years/{year}", "system")
                    {
                        Right = Rights.EditData, Once = deadline,
                    },
                    shutdown);
            }

            await db.SaveChangesAsync(shutdown);
        }
    }
}
