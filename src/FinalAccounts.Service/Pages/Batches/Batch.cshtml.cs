using FinalAccounts.Service.Generation;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Batches;

/// <summary>One batch: how many are done, failed, left, and each unit's run; those that failed first.</summary>
[Authorize(Rights.Read)]
public sealed class BatchModel(FinalAccountsDb db, Generation.Batches batches, IAuthorizationService authorization) : PageModel
{
    /// <summary>The batch.</summary>
    public Batch Batch { get; private set; } = null!;

    /// <summary>Its counts.</summary>
    public BatchProgress Progress { get; private set; } = null!;

    /// <summary>Its runs.</summary>
    public IReadOnlyList<RunView> Runs { get; private set; } = [];

    /// <summary>Whether this person may cancel.</summary>
    public bool MayChange { get; private set; }

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Only what changes, for the live page.</summary>
    public async Task<IActionResult> OnGetStatusAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Partial("_BatchStatus", this) : NotFound();

    /// <summary>Stops what is left.</summary>
    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(User, null, Rights.EditData)).Succeeded)
        {
            return Forbid();
        }

        if (!await batches.CancelAsync(id, User.Identity!.Name!, cancellation))
        {
            this.Failed("已经全部结束。");
        }

        return LocalRedirect($"/batches/{id}");
    }

    /// <summary>Tries again what failed or was stopped.</summary>
    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(User, null, Rights.EditData)).Succeeded)
        {
            return Forbid();
        }

        if (await batches.RetryAsync(id, User.Identity!.Name!, cancellation) == 0)
        {
            this.Failed("没有失败或取消的单位。");
        }

        return LocalRedirect($"/batches/{id}");
    }

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
