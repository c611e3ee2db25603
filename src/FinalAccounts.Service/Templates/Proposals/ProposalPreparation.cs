using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;
using Hangfire;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Makes proposals ready: keeps the changed texts as they are at that moment and lets them be tried on every unit.</summary>
public sealed class ProposalPreparation(FinalAccountsDb db, PublishedTemplates published, IBackgroundJobClient queue, TimeProvider time)
{
    // A trial says that it is alive twice a second; a unit may take its whole limit.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    /// <summary>One's drafts of a set.</summary>
    /// <param name="paths">Which of them.</param>
    public async Task<Prepared> DraftsAsync(string set, IReadOnlyCollection<string> paths, string by, CancellationToken cancellation)
    {
        var drafts = await db.TemplateDrafts.AsNoTracking().Where(draft => draft.Set == set && draft.By == by && paths.Contains(draft.Path))
            .OrderBy(draft => draft.Path).ToListAsync(cancellation);
        var layers = await published.LayersAsync(cancellation);
        if (drafts.Find(draft => draft.BaseSha256 != TemplateDrafts.HashOf(layers.Find(set, draft.Path)?.Text ?? "")) is { } stale)
        {
            return Prepared.Refused($"{stale.Path} 在您起草之后已有别人的改动发布。请先在工作台对照在用的文本，或点“以我的草稿为准”。");
        }

        return await PrepareAsync(set, TemplateProposalKind.Draft, [.. drafts.Select(draft => (draft.Path, (string?)draft.Content))], "", by, cancellation);
    }

    /// <summary>Tells that a draft's author has seen the text in force as it is now and wants the draft over it.</summary>
    /// <param name="seen">SHA-256 of the text in force that they saw.</param>
    /// <returns>False when it has moved again, or there is no such draft.</returns>
    public async Task<bool> AcknowledgeAsync(string set, string path, string seen, string by, CancellationToken cancellation)
    {
        var layers = await published.LayersAsync(cancellation);
        return TemplateDrafts.HashOf(layers.Find(set, path)?.Text ?? "") == seen
            && await db.TemplateDrafts.Where(draft => draft.Set == set && draft.Path == path && draft.By == by)
                .ExecuteUpdateAsync(change => change.SetProperty(draft => draft.BaseSha256, seen), cancellation) > 0;
    }

    /// <summary>Changed files of any origin; those that change nothing are left out.</summary>
    /// <param name="message">What is suggested to say.</param>
    public async Task<Prepared> PrepareAsync(
        string set, TemplateProposalKind kind, IReadOnlyList<(string Path, string? Content)> changes, string message, string by, CancellationToken cancellation)
    {
        var layers = await published.LayersAsync(cancellation);
        if (Wrong(set, kind, changes, layers) is { } wrong)
        {
            return Prepared.Refused(wrong);
        }

        var files = changes.Select(change => new ProposedFile(
                change.Path, change.Content is null ? null : TemplateText.Normal(change.Content), layers.Find(set, change.Path)?.Text))
            .Where(file => Changes(layers, set, kind, file)).ToList();
        if (files.Count == 0)
        {
            return Prepared.Refused("和在用的文本没有不同，没有什么可提出的。");
        }

        var proposal = new TemplateProposal
        {
            Id = Guid.CreateVersion7(), Set = set, Kind = kind, State = TemplateProposalState.Prepared, Message = message, Files = ProposedFile.Write(files),
            By = by, At = time.GetUtcNow(), Trial = TrialState.Waiting, TrialNumber = 1,
        };

        // What was prepared before and not sent is replaced.
        await db.TemplateProposals.Where(other => other.Set == set && other.By == by && other.Kind == kind && other.State == TemplateProposalState.Prepared)
            .ExecuteDeleteAsync(cancellation);
        db.TemplateProposals.Add(proposal);
        await db.SaveChangesAsync(cancellation);
        Enqueue(proposal.Id, proposal.Set, proposal.TrialNumber);
        return new Prepared(proposal.Id, null);
    }

    /// <summary>Stops a trial.</summary>
    /// <returns>False when it was over.</returns>
    public async Task<bool> CancelAsync(Guid id, CancellationToken cancellation) =>
        await db.TemplateProposals.Where(proposal => proposal.Id == id && (proposal.Trial == TrialState.Waiting || proposal.Trial == TrialState.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(proposal => proposal.Trial, TrialState.Cancelled), cancellation) > 0;

    /// <summary>Tries again: after a stop, after a restart of the service, or because data or templates have changed since.</summary>
    /// <returns>False while a trial is at work, or when the proposal has been decided.</returns>
    public async Task<bool> TryAgainAsync(Guid id, CancellationToken cancellation)
    {
        var silent = time.GetUtcNow() - Silence;
        var again = await db.TemplateProposals
            .Where(proposal => proposal.Id == id
                && (proposal.State == TemplateProposalState.Prepared || proposal.State == TemplateProposalState.Proposed)
                && ((proposal.Trial != TrialState.Waiting && proposal.Trial != TrialState.Running) || (proposal.TrialAt ?? proposal.At) < silent))
            .ExecuteUpdateAsync(
                set => set.SetProperty(proposal => proposal.Trial, TrialState.Waiting)
                    .SetProperty(proposal => proposal.TrialNumber, proposal => proposal.TrialNumber + 1)
                    .SetProperty(proposal => proposal.TrialAt, time.GetUtcNow())
                    .SetProperty(proposal => proposal.TrialResult, (string?)null)
                    .SetProperty(proposal => proposal.TrialDone, 0)
                    .SetProperty(proposal => proposal.TrialTotal, 0),
                cancellation);
        if (again == 0)
        {
            return false;
        }

        var trial = await db.TemplateProposals.Where(proposal => proposal.Id == id).Select(proposal => new { proposal.Set, proposal.TrialNumber }).SingleAsync(cancellation);
        Enqueue(id, trial.Set, trial.TrialNumber);
        return true;
    }

    /// <summary>Whether a trial has fallen silent: its process has ended, or no worker runs.</summary>
    public bool IsSilent(TemplateProposal proposal) =>
        proposal.Trial is TrialState.Waiting or TrialState.Running && (proposal.TrialAt ?? proposal.At) < time.GetUtcNow() - Silence;

    private void Enqueue(Guid id, string set, int number) => queue.Enqueue<TrialJob>(TrialJob.Queue, job => job.RunAsync(id, number, set, CancellationToken.None));

    private static bool Changes(TemplateLayers layers, string set, TemplateProposalKind kind, ProposedFile file) => file.Content is null
        ? layers.Published(set, file.Path)?.Content is not null
        : kind.IsWholeSet() ? layers.InForce.Read(set, file.Path) != file.Content
        : file.Content != file.Base;

    private static string? Wrong(string set, TemplateProposalKind kind, IReadOnlyList<(string Path, string? Content)> changes, TemplateLayers layers)
    {
        if (!layers.InForce.Sets.Contains(set)
            && (!kind.IsWholeSet() || !TemplateFileKinds.IsKey(set) || !changes.Any(change => change.Path == TemplateFileKinds.Head)))
        {
            return $"没有模板集“{set}”。";
        }

        foreach (var (path, content) in changes)
        {
            if (!TemplateFileKinds.Has(path))
            {
                return $"模板集里不能有文件“{path}”。";
            }

            if (content?.Length > TemplateSetReader.MaxFileBytes || content?.Contains('\0', StringComparison.Ordinal) == true)
            {
                return $"{path} 太长，或含有不能保存的字符（U+0000）。";
            }
        }

        return null;
    }
}

/// <summary>A proposal that was made ready, or why not.</summary>
/// <param name="Id">Its key; null when refused.</param>
/// <param name="Refusal">In Chinese; null when it was made ready.</param>
public sealed record Prepared(Guid? Id, string? Refusal)
{
    internal static Prepared Refused(string refusal) => new(null, refusal);
}
