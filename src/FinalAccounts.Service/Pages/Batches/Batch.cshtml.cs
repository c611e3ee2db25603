using FinalAccounts.Service.Generation;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Batches;

/// <summary>One batch: how many are done, failed, left, and each unit's run; those that failed first.</summary>
[Authorize(Rights.Read)]
public sealed class BatchModel(FinalAccountsDb db, Generation.Batches batches, IAuthorizationService authorization) : PageModel
{
    public Batch Batch { get; private set; } = null!;

    public BatchProgress Progress { get; private set; } = null!;

    public IReadOnlyList<RunView> Runs { get; private set; } = [];

    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Only what changes, for the live page.</summary>
    public async Task<IActionResult> OnGetStatusAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Partial("_BatchStatus", this) : NotFound();

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellation) => this.StepAsync(
        Rights.EditData, async by => await batches.CancelAsync(id, by, cancellation) ? null : "已经全部结束。", $"/batches/{id}");

    public Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellation) => this.StepAsync(
        Rights.EditData, async by => await batches.RetryAsync(id, by, cancellation) > 0 ? null : "没有失败或取消的单位。", $"/batches/{id}");

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Batches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id, cancellation) is not { } batch)
        {
            return false;
        }

        Batch = batch;
        Progress = (await batches.ProgressAsync(id, cancellation))!;
        var runs = await db.Runs.Where(run => run.BatchId == id).OrderBy(run => run.Unit!.Code).Select(RunView.Of).ToListAsync(cancellation);
        Runs = [.. runs.OrderBy(run => run.State switch { RunState.Failed => 0, RunState.Running => 1, RunState.Queued => 2, RunState.Done when run.Errors > 0 => 3, _ => 4 })];
        MayChange = (await authorization.AuthorizeAsync(User, null, Rights.EditData)).Succeeded;
        return true;
    }
}
