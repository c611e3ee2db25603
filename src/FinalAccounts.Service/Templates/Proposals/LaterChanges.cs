using FinalAccounts.Service.Audit;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Changes that were approved and wait: for a day, or for the next year's set. When their time comes they go over the text in force as it is then; where that cannot be, they are back with the reviewers.</summary>
public sealed class LaterChanges(FinalAccountsDb db, PublishedTemplates published, CompiledSets sets, TimeProvider time)
{
    /// <summary>The day that people in China count now.</summary>
    public DateOnly Today => Shell.ShanghaiTime.Day(time.GetUtcNow());

    /// <summary>Puts in force what is due; how many were.</summary>
    public async Task<int> StartDueAsync(CancellationToken cancellation)
    {
        var today = Today;
        var due = await db.TemplateProposals.Where(proposal => proposal.State == TemplateProposalState.Approved && proposal.StartsOn != null && proposal.StartsOn <= today)
            .OrderBy(proposal => proposal.StartsOn).ThenBy(proposal => proposal.DecidedAt).Select(proposal => proposal.Id).ToListAsync(cancellation);
        var started = 0;
        foreach (var id in due)
        {
            try
            {
                started += await StartAsync(id, cancellation) ? 1 : 0;
            }
            catch (Exception exception) when (UniqueViolation.IsRace(exception))
            {
                // Another worker has done it, or somebody published the same file at this moment: the next look sees.
                db.ChangeTracker.Clear();
            }
        }

        return started;
    }

    /// <summary>Takes changes that wait for the next year into a copied set's files. Those that touch the same lines as a later change stay where they are.</summary>
    /// <returns>What was taken, and the message of each change that was not.</returns>
    public async Task<(IReadOnlyList<TemplateProposal> Taken, IReadOnlyList<string> Left)> TakeAsync(string set, IDictionary<string, string> files, CancellationToken cancellation)
    {
        var waiting = await db.TemplateProposals.Where(proposal => proposal.Set == set && proposal.State == TemplateProposalState.Approved && proposal.StartsOn == null)
            .OrderBy(proposal => proposal.DecidedAt).ToListAsync(cancellation);
        var layers = await published.LayersAsync(cancellation);
        var (taken, left) = (new List<TemplateProposal>(), new List<string>());
        foreach (var proposal in waiting)
        {
            var over = ProposedFile.Read(proposal.Files).Select(file => (file.Path, Text: Over(file, files.TryGetValue(file.Path, out var own) ? own : layers.Find(set, file.Path)?.Text))).ToList();
            if (over.Exists(file => file.Text is null))
            {
                left.Add(proposal.Message);
                continue;
            }

            over.ForEach(file => files[file.Path] = file.Text!);
            taken.Add(proposal);
        }

        return (taken, left);
    }

    /// <summary>Ends the wait of the changes that a copied set has taken, as it is put in force.</summary>
    internal static async Task EndWaitAsync(FinalAccountsDb db, TemplateProposal copy, CancellationToken cancellation)
    {
        foreach (var waited in await db.TemplateProposals.Where(proposal => proposal.TakenBy == copy.Id && proposal.State == TemplateProposalState.Approved).ToListAsync(cancellation))
        {
            waited.State = TemplateProposalState.Published;
            await db.TemplateVersions.Where(version => version.ProposalId == waited.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(version => version.State, TemplateVersionState.Rejected).SetProperty(version => version.Decision, "已并入下一年的模板集，这个模板集不用"), cancellation);
        }
    }

    private async Task<bool> StartAsync(Guid id, CancellationToken cancellation)
    {
        var proposal = await db.TemplateProposals.SingleAsync(one => one.Id == id, cancellation);
        var layers = await published.LayersAsync(cancellation);
        var files = ProposedFile.Read(proposal.Files)
            .Select(file => (File: file, Now: layers.Find(proposal.Set, file.Path)?.Text))
            .Select(pair => pair.Now == pair.File.Base ? pair.File : MovedFile.Of(pair.File, pair.Now).Merged is { } merged ? pair.File with { Content = merged, Base = pair.Now } : null).ToList();
        var refusal = files.Contains(null) ? "在用的文本后来改过同一处，请作者以在用文本重新起草"
            : ApprovalRefusal.OfSet(proposal.Set, files!, layers, sets)?.Refusal;
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        var now = time.GetUtcNow();
        if (refusal is not null)
        {
            (proposal.State, proposal.StartsOn, proposal.Decision) = (TemplateProposalState.Proposed, null, $"到期没有生效：{refusal}。");
            db.Record(now, proposal.DecidedBy!, "template.not-started", $"{proposal.Set}", refusal);
        }
        else
        {
            proposal.State = TemplateProposalState.Published;
            proposal.Files = ProposedFile.Write(files!);
            await VersionsInForce.PutAsync(db, proposal, layers, now, cancellation);
            db.Record(now, proposal.DecidedBy!, "template.started", $"{proposal.Set}", proposal.Message);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return refusal is null;
    }

    private static string? Over(ProposedFile file, string? now) => file.Content is null ? null : now == file.Base ? file.Content : MovedFile.Of(file, now).Merged;
}
