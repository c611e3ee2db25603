using FinalAccounts.Service.Editions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Editions;

/// <summary>One edition: where it stands, what may be done with it, its files, findings and history.</summary>
[Authorize(Rights.Read)]
public sealed class EditionModel(EditionQueries queries, EditionFreshness freshness, EditionStates states, IAuthorizationService authorization) : PageModel
{
    /// <summary>The steps shown above.</summary>
    public static readonly IReadOnlyList<EditionState> Way = [EditionState.Draft, EditionState.InReview, EditionState.Approved, EditionState.Published];

    private readonly HashSet<string> rights = [];

    /// <summary>The edition with unit, files and events.</summary>
    public Edition Edition { get; private set; } = null!;

    /// <summary>The unit's other editions of the year, latest first.</summary>
    public IReadOnlyList<EditionSummary> Others { get; private set; } = [];

    /// <summary>What was found when it was made.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Font substitutions and the like.</summary>
    public IReadOnlyList<string> Warnings => Edition.Warnings.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What somebody says with their decision.</summary>
    [BindProperty]
    public string? Comment { get; set; }

    /// <summary>What is wrong with what they said; null when nothing.</summary>
    public string? Wrong { get; private set; }

    /// <summary>What has changed since it was made; none when it is as the data are now.</summary>
    public IReadOnlyList<string> Changed { get; private set; } = [];

    /// <summary>What was asked before the step; asked once, a second click is the answer.</summary>
    public IReadOnlyList<string> Questions { get; private set; } = [];

    /// <summary>The questions that were answered.</summary>
    [BindProperty]
    public string? Sure { get; set; }

    public bool MayWithdraw => Edition.State == EditionState.InReview && rights.Contains(Rights.EditData);

    public bool MayUnapprove => Edition.State == EditionState.Approved && rights.Contains(Rights.Review);

    public bool MaySubmit => Edition.State == EditionState.Draft && rights.Contains(Rights.EditData);

    public bool MayReturn => Edition.State is EditionState.InReview or EditionState.Approved && rights.Contains(Rights.Review);

    public bool MayApprove => Edition.State == EditionState.InReview && rights.Contains(Rights.Review);

    public bool MayPublish => Edition.State == EditionState.Approved && rights.Contains(Rights.Publish);

    /// <summary>The unit's year.</summary>
    public string Home => $"/units/{Uri.EscapeDataString(Edition.Unit!.Code)}/years/{Edition.Year}";

    /// <summary>Whether they made it or sent it to review themselves.</summary>
    public bool Own => Edition.By == User.Identity!.Name || EditionStates.Sender(Edition) == User.Identity!.Name;

    /// <summary>What the comment is for.</summary>
    public string CommentHint =>
        MayPublish && Edition.Errors > 0 ? $"还有{Edition.Errors}处错误：确需公开的，必须写明理由；理由和姓名会记入版本记录和生成清单。退回也必须写明原因。"
        : MayReturn ? "退回时必须写明原因；审定时可以不写。"
        : "可以不写。";

    /// <summary>Asked before publishing.</summary>
    public string PublishQuestion => Others.FirstOrDefault(other => other.State == EditionState.Published) is { } former
        ? $"公开第{Edition.Number}版，并取代已公开的第{former.Number}版？公开以后不能撤回，只能由新的一版取代。"
        : $"公开第{Edition.Number}版？公开以后不能撤回，只能由新的一版取代。";

    /// <summary>Asked before it is sent back.</summary>
    public string ReturnQuestion => $"退回第{Edition.Number}版？它回到草稿，生成和送审的人会收到通知和原因；改好后要重新送审、审定。";

    /// <summary>The return that the draft is to be mended after; null when there was none since.</summary>
    public EditionEvent? ReturnedWith =>
        Edition.State == EditionState.Draft && Edition.Events.MaxBy(change => change.Id) is { Returned: true } last ? last : null;

    /// <summary>The last time it came into a state; null when never.</summary>
    public EditionEvent? Last(EditionState state) => Edition.Events.Where(change => change.State == state).MaxBy(change => change.Id);

    public Task<IActionResult> OnGetAsync(string code, int year, int number, CancellationToken cancellation) => ShowAsync(code, year, number, cancellation);

    public Task<IActionResult> OnPostSubmitAsync(string code, int year, int number, CancellationToken cancellation) =>
        StepAsync(code, year, number, Rights.EditData, "已送审。", (id, by) => states.SubmitAsync(id, by, Comment, cancellation), cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(string code, int year, int number, CancellationToken cancellation) =>
        StepAsync(code, year, number, Rights.EditData, "已撤回送审，现在是草稿。", (id, by) => states.WithdrawAsync(id, by, Comment, cancellation), cancellation, asks: false);

    public Task<IActionResult> OnPostUnapproveAsync(string code, int year, int number, CancellationToken cancellation) =>
        StepAsync(code, year, number, Rights.Review, "已撤回审定，现在等待审核。", (id, by) => states.UnapproveAsync(id, by, Comment, cancellation), cancellation, asks: false);

    public Task<IActionResult> OnPostReturnAsync(string code, int year, int number, CancellationToken cancellation) =>
        StepAsync(code, year, number, Rights.Review, "已退回。", (id, by) => states.ReturnAsync(id, by, Comment, cancellation), cancellation, asks: false);

    public Task<IActionResult> OnPostApproveAsync(string code, int year, int number, CancellationToken cancellation) =>
        StepAsync(code, year, number, Rights.Review, "已审定。", (id, by) => states.ApproveAsync(id, by, Comment, cancellation), cancellation);

    public Task<IActionResult> OnPostPublishAsync(string code, int year, int number, CancellationToken cancellation) =>
        StepAsync(code, year, number, Rights.Publish, "已公开。", (id, by) => states.PublishAsync(id, by, Comment, cancellation), cancellation);

    private async Task<IActionResult> StepAsync(
        string code, int year, int number, string right, string done, Func<long, string, Task<Decision>> step, CancellationToken cancellation, bool asks = true)
    {
        if (!(await authorization.AuthorizeAsync(User, null, right)).Succeeded)
        {
            return Forbid();
        }

        if (await queries.FindAsync(code, year, number, cancellation) is not { } edition)
        {
            return NotFound();
        }

        if (asks && await QuestionsAsync(edition, cancellation) is { Count: > 0 } questions && string.Join('\n', questions) != Sure?.ReplaceLineEndings("\n"))
        {
            Questions = questions;
            return await ShowAsync(code, year, number, cancellation);
        }

        var decision = await step(edition.Id, User.Identity!.Name!);
        if (decision.Refusal is { } refusal)
        {
            if (decision.Conflict)
            {
                ModelState.AddModelError("", refusal);
            }
            else
            {
                Wrong = refusal;
            }

            return await ShowAsync(code, year, number, cancellation);
        }

        this.Done($"第{number}版{done}");
        return LocalRedirect(EditionPaths.Of(edition));
    }

    private async Task<IReadOnlyList<string>> QuestionsAsync(Edition edition, CancellationToken cancellation) =>
    [
        .. await freshness.ChangedAsync(edition, cancellation) is { Count: > 0 } changed ? [Since(edition, changed)] : Array.Empty<string>(),
        .. edition is { State: EditionState.InReview, Errors: > 0 } ? [$"第{edition.Number}版还有 {edition.Errors} 处错误，公开之前必须改正或写明理由。"] : Array.Empty<string>(),
    ];

    private static string Since(Edition edition, IReadOnlyList<string> changed) => $"第{edition.Number}版生成以后，{string.Join("、", changed)}有变化，这一版里没有。";

    private async Task<IActionResult> ShowAsync(string code, int year, int number, CancellationToken cancellation)
    {
        if (await queries.FindAsync(code, year, number, cancellation) is not { } edition)
        {
            return NotFound();
        }

        Edition = edition;
        Findings = FindingsJson.Read(edition.Findings);
        Changed = edition.State == EditionState.Superseded ? [] : await freshness.ChangedAsync(edition, cancellation);
        Others = [.. (await queries.List(code, year, null).ToListAsync(cancellation)).Where(other => other.Number != number)];
        foreach (var right in new[] { Rights.EditData, Rights.Review, Rights.Publish })
        {
            if ((await authorization.AuthorizeAsync(User, null, right)).Succeeded)
            {
                rights.Add(right);
            }
        }

        return Page();
    }
}
