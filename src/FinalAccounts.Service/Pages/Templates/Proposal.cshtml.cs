using FinalAccounts.Service.Editions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Proposals;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>One change of templates: what it changes, what its trial found, and what may be done with it now.</summary>
[Authorize(Rights.Read)]
public sealed class ProposalModel(FinalAccountsDb db, TemplateProposals proposals, ProposalPreparation preparation, YearRollover rollover, IAuthorizationService authorization) : PageModel
{
    private readonly HashSet<string> rights = [];
    private PersonNames names = PersonNames.None;

    public TemplateProposal Proposal { get; private set; } = null!;

    public IReadOnlyList<ProposedFile> Files { get; private set; } = [];

    /// <summary>What the trial found; null before its end.</summary>
    public TrialResult? Result { get; private set; }

    /// <summary>Files that somebody else has published meanwhile.</summary>
    public IReadOnlyList<MovedFile> Moved { get; private set; } = [];

    /// <summary>Of a copied set, the places that still speak of the year before, with what was chosen for them.</summary>
    public IReadOnlyList<(YearPlace Place, YearChoice? Choice)> Years { get; private set; } = [];

    public bool MayChooseYears => Own && rights.Contains(Rights.EditTemplates) && Proposal is { Kind: TemplateProposalKind.Copy, State: TemplateProposalState.Prepared };

    public bool Trying => Proposal.Trial is TrialState.Waiting or TrialState.Running && !Silent;

    public bool Silent => preparation.IsSilent(Proposal);

    /// <summary>Whether templates have been published since it was tried.</summary>
    public bool Outdated { get; private set; }

    public bool Own => Proposal.By == User.Identity!.Name;

    /// <summary>Whether it can still be tried, sent, decided.</summary>
    public bool Open => Proposal.State is TemplateProposalState.Prepared or TemplateProposalState.Proposed or TemplateProposalState.Approved;

    public bool MayTry => Open && (rights.Contains(Rights.Review) || (Own && rights.Contains(Rights.EditTemplates)));

    public bool MayPropose => Own && rights.Contains(Rights.EditTemplates) && Proposal is { State: TemplateProposalState.Prepared, Trial: TrialState.Done };

    public bool MayWithdraw => Own && rights.Contains(Rights.EditTemplates) && IsSent;

    public bool MayDecide => IsSent && rights.Contains(Rights.Review);

    private bool IsSent => Proposal.State is TemplateProposalState.Proposed or TemplateProposalState.Approved;

    public string NameOf(string by) => names.Of(by);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Only what changes while it is tried.</summary>
    public async Task<IActionResult> OnGetTrialAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Partial("_Trial", this) : NotFound();

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellation) =>
        TrialAsync(id, preparation.CancelAsync, "试排已经结束，不用取消。", cancellation);

    public Task<IActionResult> OnPostTryAsync(Guid id, CancellationToken cancellation) =>
        TrialAsync(id, preparation.TryAgainAsync, "正在试排，或者已经处理，不能重新试排。", cancellation);

    /// <summary>Decides about one place that speaks of the year before.</summary>
    /// <param name="text">What is to stand there; null leaves it as it is.</param>
    /// <param name="open">Takes an earlier choice back.</param>
    /// <param name="index">Which of the listed, to come back to.</param>
    public async Task<IActionResult> OnPostYearAsync(Guid id, string path, int line, int column, string? text, bool open, int index, CancellationToken cancellation)
    {
        if (!await MayAsync(Rights.EditTemplates))
        {
            return Forbid();
        }

        if ((await rollover.ChooseAsync(id, User.Identity!.Name!, (path, line, column), text, open, cancellation)).Refusal is { } refusal)
        {
            this.Failed(refusal);
        }

        return LocalRedirect($"/templates/proposals/{id}#year-{index}");
    }

    public Task<IActionResult> OnPostProposeAsync(Guid id, string? message, CancellationToken cancellation) =>
        StepAsync(id, Rights.EditTemplates, "已提出，等待另一位审核人员审定。", by => proposals.ProposeAsync(id, by, message, cancellation));

    /// <summary>Puts it in force.</summary>
    /// <param name="when">now, day or year.</param>
    /// <param name="day">The first day, for day.</param>
    public Task<IActionResult> OnPostApproveAsync(Guid id, string? words, string? when, DateOnly? day, CancellationToken cancellation) => when switch
    {
        "year" => StepAsync(id, Rights.Review, "已审定。复制到下一年时并入新的模板集，这个模板集不变。", by => proposals.ApproveAsync(id, by, words, new Beginning(null), cancellation)),
        "day" => StepAsync(id, Rights.Review, $"已审定，{day:yyyy年M月d日}起生效。", by => proposals.ApproveAsync(id, by, words, new Beginning(day ?? DateOnly.MinValue), cancellation)),
        _ => StepAsync(id, Rights.Review, "已审定并发布，下一次生成就用新的文字。", by => proposals.ApproveAsync(id, by, words, null, cancellation)),
    };

    public Task<IActionResult> OnPostRejectAsync(Guid id, string? words, CancellationToken cancellation) =>
        StepAsync(id, Rights.Review, "没有采用，作者的草稿已还原。", by => proposals.RejectAsync(id, by, words, cancellation));

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellation) =>
        StepAsync(id, Rights.EditTemplates, "已撤回，草稿已还原。", by => proposals.WithdrawAsync(id, by, cancellation));

    /// <summary>Takes it back and drafts it anew over the text in force.</summary>
    public async Task<IActionResult> OnPostRedraftAsync(Guid id, CancellationToken cancellation)
    {
        if (!await MayAsync(Rights.EditTemplates))
        {
            return Forbid();
        }

        var (decision, conflicts) = await proposals.RedraftAsync(id, User.Identity!.Name!, cancellation);
        if (decision.Refusal is { } refusal)
        {
            this.Failed(refusal);
            return LocalRedirect($"/templates/proposals/{id}");
        }

        var set = (await proposals.FindAsync(id, cancellation))!.Set;
        if (conflicts.Count > 0)
        {
            this.Warn($"草稿已还原。{string.Join("、", conflicts)} 有地方两边都改了，请照差异改好再提出。");
        }
        else
        {
            this.Done("草稿已还原，别人的改动也已并入。请看一遍差异再试排。");
        }

        return LocalRedirect($"/templates/{set}/propose");
    }

    private async Task<IActionResult> StepAsync(Guid id, string right, string done, Func<string, Task<Decision>> step)
    {
        if (!await MayAsync(right))
        {
            return Forbid();
        }

        var decision = await step(User.Identity!.Name!);
        this.Tell(decision.Refusal, done);
        return LocalRedirect($"/templates/proposals/{id}");
    }

    private async Task<IActionResult> TrialAsync(Guid id, Func<Guid, CancellationToken, Task<bool>> step, string refusal, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!MayTry)
        {
            return Forbid();
        }

        if (!await step(id, cancellation))
        {
            this.Failed(refusal);
        }

        return LocalRedirect($"/templates/proposals/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await proposals.FindAsync(id, cancellation) is not { } found)
        {
            return false;
        }

        (Proposal, Files, Result) = (found, ProposedFile.Read(found.Files), await SeenAsync(TrialResult.Read(found.TrialResult), cancellation));
        Moved = Open ? await proposals.MovedAsync(found, cancellation) : [];
        Outdated = Open && found.Trial == TrialState.Done
            && await db.TemplateVersions.AnyAsync(version => version.State == TemplateVersionState.Published && version.DecidedAt > found.TrialAt, cancellation);
        Years = found.Kind == TemplateProposalKind.Copy ? YearRollover.Places(Files) : [];
        names = await PersonNames.FindAsync(db, [found.By, found.DecidedBy], cancellation);
        foreach (var right in new[] { Rights.EditTemplates, Rights.Review })
        {
            if (await MayAsync(right))
            {
                rights.Add(right);
            }
        }

        return true;
    }

    // What other units would read is theirs.
    private async Task<TrialResult?> SeenAsync(TrialResult? result, CancellationToken cancellation) =>
        db.SeesAll || result is null ? result : result.Of(await db.Units.ToDictionaryAsync(unit => unit.Code, unit => unit.Name, cancellation));

    // A template in force is every unit's.
    private async Task<bool> MayAsync(string right) => (await authorization.AuthorizeAsync(User, AskedUnits.Everywhere, right)).Succeeded;
}
