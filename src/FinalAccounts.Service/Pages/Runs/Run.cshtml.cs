using FinalAccounts.Service.Generation;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Runs;

/// <summary>One run: where it is, how it ended, why it failed.</summary>
[Authorize(Rights.Read)]
public sealed class RunModel(FinalAccountsDb db, Generation.Runs runs, IAuthorizationService authorization) : PageModel
{
    /// <summary>How many stages there are.</summary>
    public static readonly int Steps = Enum.GetValues<Stage>().Length;

    public RunView Run { get; private set; } = null!;

    /// <summary>The findings that stopped it.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>How many stages are behind it.</summary>
    public int Step => Run.Stage is { } stage ? (int)stage : 0;

    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Only what changes, for the live page.</summary>
    public async Task<IActionResult> OnGetStatusAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Partial("_RunStatus", this) : NotFound();

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellation) => this.StepAsync(
        Rights.EditData, async by => await runs.CancelAsync(id, by, cancellation) ? null : "已经结束，不能取消。", $"/runs/{id}");

    public Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellation) => this.StepAsync(
        Rights.EditData, async by => await runs.RetryAsync(id, by, cancellation) ? null : "没有失败，也没有取消，不用重试。", $"/runs/{id}");

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Runs.Where(run => run.Id == id).Select(RunView.Of).SingleOrDefaultAsync(cancellation) is not { } run)
        {
            return false;
        }

        Run = run;
        if (run.State == RunState.Failed && await db.Runs.Where(row => row.Id == id).Select(row => row.Findings).SingleAsync(cancellation) is { } findings)
        {
            Findings = FindingsJson.Read(findings);
        }

        MayChange = (await authorization.AuthorizeAsync(User, null, Rights.EditData)).Succeeded;
        return true;
    }
}
