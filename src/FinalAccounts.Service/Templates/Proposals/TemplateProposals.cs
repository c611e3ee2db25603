using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>The way of a change of templates: prepared and tried, proposed, approved by somebody else or turned down or withdrawn. Whoever calls has checked the right; here stands what state, persons and texts allow. Every step is in the audit log.</summary>
public sealed class TemplateProposals(FinalAccountsDb db, PublishedTemplates published, CompiledSets sets, TimeProvider time)
{
    /// <summary>The longest message or decision.</summary>
    public const int LongestMessage = 1000;

    /// <summary>A proposal; null when there is none.</summary>
    public Task<TemplateProposal?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.TemplateProposals.AsNoTracking().SingleOrDefaultAsync(proposal => proposal.Id == id, cancellation);

    /// <summary>Those that were sent, the waiting ones first, then the latest decided.</summary>
    public IQueryable<TemplateProposal> Sent(string? set) => db.TemplateProposals.AsNoTracking()
        .Where(proposal => proposal.State != TemplateProposalState.Prepared && (set == null || proposal.Set == set))
        .OrderByDescending(proposal => proposal.State == TemplateProposalState.Proposed).ThenByDescending(proposal => proposal.DecidedAt ?? proposal.At);

    /// <summary>Files of a proposal whose text in force is no longer the one that it was based on.</summary>
    public async Task<IReadOnlyList<MovedFile>> MovedAsync(TemplateProposal proposal, CancellationToken cancellation) =>
        MovedFile.In(proposal, await published.LayersAsync(cancellation));

    /// <summary>Sends what was prepared and tried. The author's drafts of the same text are gone with it.</summary>
    public async Task<Decision> ProposeAsync(Guid id, string by, string? message, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } proposal || proposal.By != by)
        {
            return Decision.Invalid("没有这个修改。");
        }

        var said = message?.Trim() ?? "";
        if (proposal.State != TemplateProposalState.Prepared || proposal.Trial != TrialState.Done || said.Length is 0 or > LongestMessage)
        {
            return proposal.State != TemplateProposalState.Prepared ? Decision.InTheWay($"这个修改现在是“{StateLabels.Of(proposal.State).Text}”，不能再提出。")
                : proposal.Trial == TrialState.Broken ? Decision.InTheWay("改动有错误，模板集不能使用。请先改正，再重新试排。")
                : proposal.Trial != TrialState.Done ? Decision.InTheWay("还没有试排完。请等试排结束，看过结果再提出。")
                : said.Length == 0 ? Decision.Invalid("请写明改了什么、为什么，审核的人和以后的人都靠它。")
                : Decision.Invalid($"说明最多{LongestMessage}字，现在有{said.Length}字。");
        }

        var moved = MovedFile.In(proposal, await published.LayersAsync(cancellation));
        if (moved.Count > 0)
        {
            return Decision.InTheWay($"{moved[0].Path} 在准备之后已有别人的改动发布。请回到工作台对照，再重新试排。");
        }

        var files = ProposedFile.Read(proposal.Files);
        return await SavedAsync(id, async () =>
        {
            (proposal.State, proposal.Message, proposal.At) = (TemplateProposalState.Proposed, said, time.GetUtcNow());
            foreach (var file in files)
            {
                var last = await LastAsync(proposal.Set, file.Path, cancellation);
                db.TemplateVersions.Add(new TemplateVersion
                {
                    Set = proposal.Set, Path = file.Path, Number = last + 1, Content = file.Content, Message = said, State = TemplateVersionState.Proposed,
                    By = by, At = proposal.At, ProposalId = id,
                });
            }

            if (proposal.Kind.IsOfDrafts())
            {
                var drafts = await db.TemplateDrafts.Where(draft => draft.Set == proposal.Set && draft.By == by).ToListAsync(cancellation);
                db.TemplateDrafts.RemoveRange(drafts.Where(draft => files.Any(file => file.Path == draft.Path && file.Content == draft.Content)));
            }

            db.Record(proposal.At, by, "template.proposed", Subject(proposal), said);
            await db.SaveChangesAsync(cancellation);
            return Decision.Done;
        }, cancellation);
    }

    /// <summary>Puts a proposal in force, now or later. Never by its author; not when the text it is based on has moved, when it was not tried to the end, or when the set could not be used with it.</summary>
    /// <param name="from">When it begins; null for now.</param>
    public async Task<Decision> ApproveAsync(Guid id, string by, string? words, Beginning? from, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } proposal)
        {
            return Decision.Invalid("没有这个修改。");
        }

        var layers = await published.LayersAsync(cancellation);
        var today = Shell.ShanghaiTime.Day(time.GetUtcNow());
        if ((Refuse(proposal, words) ?? from?.Refuse(proposal, today) ?? ApprovalRefusal.Of(proposal, by, layers, sets)) is { } refusal)
        {
            return refusal;
        }

        return await SavedAsync(id, async () =>
        {
            await using var transaction = await db.BeginRecordedAsync(cancellation);
            if (from is not null)
            {
                Decide(proposal, TemplateProposalState.Approved, by, words, "template.approved-later");
                proposal.StartsOn = from.Day;
            }
            else
            {
                var now = Decide(proposal, TemplateProposalState.Published, by, words, "template.approved");
                proposal.StartsOn = null;
                await VersionsInForce.PutAsync(db, proposal, layers, now, cancellation);
                await LaterChanges.EndWaitAsync(db, proposal, cancellation);
            }

            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return Decision.Done;
        }, cancellation);
    }

    /// <summary>Turns a proposal down, saying why; its author gets the drafts back.</summary>
    public async Task<Decision> RejectAsync(Guid id, string by, string? words, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } proposal)
        {
            return Decision.Invalid("没有这个修改。");
        }

        var refusal = Refuse(proposal, words)
            ?? (string.IsNullOrWhiteSpace(words) ? Decision.Invalid("不采用时请写明原因，让作者知道要改什么。") : null)
            ?? (proposal.By == by ? Decision.Invalid("这是自己提出的修改，请用“撤回”。") : null);
        return refusal ?? await EndAsync(proposal, TemplateProposalState.Rejected, by, words, "template.rejected", file => file.Content, cancellation);
    }

    /// <summary>Takes one's own proposal back; its drafts are there again.</summary>
    public async Task<Decision> WithdrawAsync(Guid id, string by, CancellationToken cancellation) =>
        await OwnAsync(id, by, cancellation) is not { } proposal ? Decision.Invalid("没有这个修改，或者不是您提出的。")
        : Refuse(proposal, null) ?? await EndAsync(proposal, TemplateProposalState.Withdrawn, by, null, "template.withdrawn", file => file.Content, cancellation);

    /// <summary>Takes one's own proposal back because the text in force has moved, and makes drafts over the new text: both changes in one where they do not touch the same lines.</summary>
    /// <returns>The decision, and the paths where both touched the same lines: there the draft is one's own text, to be compared.</returns>
    public async Task<(Decision Decision, IReadOnlyList<string> Conflicts)> RedraftAsync(Guid id, string by, CancellationToken cancellation)
    {
        if (await OwnAsync(id, by, cancellation) is not { } proposal)
        {
            return (Decision.Invalid("没有这个修改，或者不是您提出的。"), []);
        }

        if (Refuse(proposal, null) is { } refusal)
        {
            return (refusal, []);
        }

        var moved = MovedFile.In(proposal, await published.LayersAsync(cancellation)).ToDictionary(file => file.Path);
        var decision = await EndAsync(
            proposal, TemplateProposalState.Withdrawn, by, "在用的文本已变，重新起草", "template.withdrawn",
            file => moved.TryGetValue(file.Path, out var move) && move.Merged is { } merged ? merged : file.Content, cancellation, drafts: true);
        return (decision, [.. moved.Values.Where(move => move.Merged is null).Select(move => move.Path)]);
    }

    private async Task<Decision> EndAsync(
        TemplateProposal proposal, TemplateProposalState state, string by, string? words, string action, Func<ProposedFile, string?> textOf, CancellationToken cancellation, bool drafts = false)
    {
        var layers = await published.LayersAsync(cancellation);
        return await SavedAsync(proposal.Id, async () =>
        {
            var now = Decide(proposal, state, by, words, action);
            foreach (var version in await VersionsAsync(proposal.Id, cancellation))
            {
                Decide(version, TemplateVersionState.Rejected, by, words, now);
            }

            if (drafts || proposal.Kind.IsOfDrafts())
            {
                await GiveBackAsync(proposal, layers, textOf, drafts, now, cancellation);
            }

            await db.SaveChangesAsync(cancellation);
            return Decision.Done;
        }, cancellation);
    }

    // A draft that the author has begun since stays as it is.
    private async Task GiveBackAsync(
        TemplateProposal proposal, TemplateLayers layers, Func<ProposedFile, string?> textOf, bool overNow, DateTimeOffset now, CancellationToken cancellation)
    {
        var begun = await db.TemplateDrafts.Where(draft => draft.Set == proposal.Set && draft.By == proposal.By).Select(draft => draft.Path).ToListAsync(cancellation);
        foreach (var file in ProposedFile.Read(proposal.Files).Where(file => !begun.Contains(file.Path)))
        {
            if (textOf(file) is { } text)
            {
                var basis = overNow ? layers.Find(proposal.Set, file.Path)?.Text : file.Base;
                db.TemplateDrafts.Add(new TemplateDraft
                {
                    Set = proposal.Set, Path = file.Path, By = proposal.By, Content = text, BaseSha256 = TemplateDrafts.HashOf(basis ?? ""), Revision = 1, At = now,
                });
            }
        }
    }

    private static Decision? Refuse(TemplateProposal proposal, string? words) =>
        words?.Trim().Length > LongestMessage ? Decision.Invalid($"说明最多{LongestMessage}字，现在有{words.Trim().Length}字。")
        : proposal.State is not (TemplateProposalState.Proposed or TemplateProposalState.Approved)
            ? Decision.InTheWay($"这个修改现在是“{StateLabels.Of(proposal.State).Text}”{(proposal.DecidedBy is { } who ? $"（{who}，{Shell.ShanghaiTime.Of(proposal.DecidedAt!.Value)}）" : "")}，不能再处理。")
        : null;

    private DateTimeOffset Decide(TemplateProposal proposal, TemplateProposalState state, string by, string? words, string action)
    {
        var now = time.GetUtcNow();
        var said = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        (proposal.State, proposal.DecidedBy, proposal.DecidedAt, proposal.Decision) = (state, by, now, said);
        db.Record(now, by, action, Subject(proposal), said ?? proposal.Message);
        return now;
    }

    private static void Decide(TemplateVersion version, TemplateVersionState state, string by, string? words, DateTimeOffset now) =>
        (version.State, version.DecidedBy, version.DecidedAt, version.Decision) = (state, by, now, string.IsNullOrWhiteSpace(words) ? null : words.Trim());

    private static string Subject(TemplateProposal proposal)
    {
        var files = ProposedFile.Read(proposal.Files);
        return files is [var only] ? $"{proposal.Set}/{only.Path}" : $"{proposal.Set}（{files.Count}个文件）";
    }

    private Task<TemplateProposal?> LoadAsync(Guid id, CancellationToken cancellation) =>
        db.TemplateProposals.SingleOrDefaultAsync(proposal => proposal.Id == id, cancellation);

    private async Task<TemplateProposal?> OwnAsync(Guid id, string by, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) is { } proposal && proposal.By == by ? proposal : null;

    private Task<List<TemplateVersion>> VersionsAsync(Guid id, CancellationToken cancellation) =>
        db.TemplateVersions.Where(version => version.ProposalId == id).ToListAsync(cancellation);

    private async Task<int> LastAsync(string set, string path, CancellationToken cancellation) =>
        await db.TemplateVersions.Where(version => version.Set == set && version.Path == path).MaxAsync(version => (int?)version.Number, cancellation) ?? 0;

    // Who comes second is told so, and nothing is overwritten.
    private async Task<Decision> SavedAsync(Guid id, Func<Task<Decision>> save, CancellationToken cancellation)
    {
        try
        {
            return await save();
        }
        catch (Exception exception) when (UniqueViolation.IsRace(exception) || Transience.Is(exception))
        {
            db.ChangeTracker.Clear();
            var now = await FindAsync(id, cancellation);
            return Decision.InTheWay($"刚才有人同时在处理{(now?.DecidedBy is { } who ? $"：{who}，{StateLabels.Of(now.State).Text}" : "")}。请刷新后再看。");
        }
    }
}
