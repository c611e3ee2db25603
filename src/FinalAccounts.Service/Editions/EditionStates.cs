using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>The way of an edition: draft → in review → approved → published → superseded. Whoever calls has checked the right; here stands what the state and the persons allow. Every step is kept as an event and in the audit log.</summary>
public sealed class EditionStates(FinalAccountsDb db, FinalFiles files, PublicSite site, EditionNotices notices, NameBook names, TimeProvider time)
{
    /// <summary>The longest comment or reason.</summary>
    public const int LongestComment = 1000;

    /// <summary>Sends a draft to review; older editions that are there go back to draft, so that nobody reviews what is old.</summary>
    public Task<Decision> SubmitAsync(long id, string by, string? comment, CancellationToken cancellation) =>
        StepAsync(id, by, comment, [EditionState.Draft], EditionState.InReview, "edition.submitted", null, cancellation, edition => WithdrawOlderAsync(edition, by, cancellation));

    /// <summary>Takes an edition back out of review.</summary>
    public Task<Decision> WithdrawAsync(long id, string by, string? comment, CancellationToken cancellation) =>
        StepAsync(id, by, comment, [EditionState.InReview], EditionState.Draft, "edition.withdrawn", null, cancellation);

    /// <summary>Takes an approval back: the edition is in review again.</summary>
    public Task<Decision> UnapproveAsync(long id, string by, string? comment, CancellationToken cancellation) =>
        StepAsync(id, by, comment, [EditionState.Approved], EditionState.InReview, "edition.unapproved", null, cancellation);

    /// <summary>Sends an edition back to draft, out of review or after approval; says why.</summary>
    public Task<Decision> ReturnAsync(long id, string by, string? comment, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(comment)
            ? Task.FromResult(Decision.Invalid("退回时请写明原因，让财务人员知道要改什么。"))
            : StepAsync(id, by, comment, [EditionState.InReview, EditionState.Approved], EditionState.Draft, "edition.returned", null, cancellation);

    /// <summary>Approves an edition in review. Nobody approves what they generated or sent to review themselves.</summary>
    public Task<Decision> ApproveAsync(long id, string by, string? comment, CancellationToken cancellation) =>
        StepAsync(id, by, comment, [EditionState.InReview], EditionState.Approved, "edition.approved", edition => Own(edition, by), cancellation);

    /// <summary>Publishes an approved edition; the one published before is superseded in the same transaction. Over errors only with a reason, and then the files are made again without the notice of a draft.</summary>
    public async Task<Decision> PublishAsync(long id, string by, string? reason, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } edition)
        {
            return Decision.Invalid("没有这个版本。");
        }

        if (await RefuseAsync(edition, reason, [EditionState.Approved], EditionState.Published, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (edition.Errors > 0 && string.IsNullOrWhiteSpace(reason))
        {
            return Decision.Invalid($"这一版还有{edition.Errors}处错误。请先改正；确需公开的，写明理由，理由会记入版本记录。");
        }

        IReadOnlyList<FinalFile> final;
        try
        {
            final = await files.SignedAsync(edition, edition.Errors > 0 ? await files.MakeAsync(edition, await names.OfAsync(by, cancellation), reason!.Trim(), cancellation) : [], cancellation);
        }
        catch (RenderingException exception)
        {
            return Decision.InTheWay($"去掉草稿标记的文件没有做成，这一版没有公开。{exception.Message}");
        }

        var decision = await SavedAsync(edition, async () =>
        {
            await using var transaction = await db.BeginRecordedAsync(cancellation);
            await files.KeepAsync(final, cancellation);
            var former = await db.Editions.Include(other => other.Unit)
                .SingleOrDefaultAsync(other => other.UnitId == edition.UnitId && other.Year == edition.Year && other.State == EditionState.Published, cancellation);
            if (former?.Number > edition.Number)
            {
                return Decision.InTheWay($"已经公开的是更新的第{former.Number}版，不能再公开第{edition.Number}版。");
            }

            if (former is not null)
            {
                Move(former, EditionState.Superseded, by, $"由第{edition.Number}版取代", "edition.superseded");
                await db.SaveChangesAsync(cancellation);
            }

            edition.Files.AddRange(final.Select(file => file.File));
            Move(edition, EditionState.Published, by, reason, "edition.published");
            await notices.TellAsync(edition, "edition.published", by, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return Decision.Done;
        }, cancellation);
        if (decision == Decision.Done)
        {
            await site.PutAsync(edition, cancellation);
        }

        return decision;
    }

    private async Task<Decision> StepAsync(
        long id, string by, string? comment, EditionState[] from, EditionState to, string action, Func<Edition, Decision?>? also, CancellationToken cancellation,
        Func<Edition, Task>? before = null)
    {
        if (await LoadAsync(id, cancellation) is not { } edition)
        {
            return Decision.Invalid("没有这个版本。");
        }

        if ((await RefuseAsync(edition, comment, from, to, cancellation) ?? also?.Invoke(edition)) is { } refusal)
        {
            return refusal;
        }

        return await SavedAsync(edition, async () =>
        {
            if (before is not null)
            {
                await before(edition);
            }

            Move(edition, to, by, comment, action);
            await notices.TellAsync(edition, action, by, cancellation);
            await db.SaveChangesAsync(cancellation);
            return Decision.Done;
        }, cancellation);
    }

    private async Task WithdrawOlderAsync(Edition edition, string by, CancellationToken cancellation)
    {
        var older = await db.Editions.Include(other => other.Unit)
            .Where(other => other.UnitId == edition.UnitId && other.Year == edition.Year && other.State == EditionState.InReview && other.Number < edition.Number).ToListAsync(cancellation);
        foreach (var other in older)
        {
            Move(other, EditionState.Draft, by, $"第{edition.Number}版已送审，本版不再审核", "edition.withdrawn");
        }
    }

    private Task<Edition?> LoadAsync(long id, CancellationToken cancellation) => db.Editions
        .Include(edition => edition.Unit).Include(edition => edition.Files).Include(edition => edition.Events).AsSplitQuery()
        .SingleOrDefaultAsync(edition => edition.Id == id, cancellation);

    private async Task<Decision?> RefuseAsync(Edition edition, string? comment, EditionState[] from, EditionState to, CancellationToken cancellation) =>
        comment?.Length > LongestComment ? Decision.Invalid($"说明最多{LongestComment}字，现在有{comment.Length}字。")
        : !from.Contains(edition.State) ? Decision.InTheWay($"{await SaidAsync(edition, cancellation)}，不能改为“{StateLabels.Of(to).Text}”。")
        : null;

    private static Decision? Own(Edition edition, string by) =>
        edition.By == by || Sender(edition) == by
            ? Decision.Invalid("自己生成或送审的版本不能自己审定，请另一位审核人员来做。") : null;

    // 第3版现在是“已审定”（李明，2026-11-24 22:52）.
    private async Task<string> SaidAsync(Edition edition, CancellationToken cancellation)
    {
        var last = edition.Events.MaxBy(change => change.Id);
        return $"第{edition.Number}版现在是“{StateLabels.Of(edition.State).Text}”{(last is null ? "" : $"（{await names.OfAsync(last.By, cancellation)}，{ShanghaiTime.Of(last.At)}）")}";
    }

    /// <summary>Who sent it to review; null when nobody did. Who took an approval back did not.</summary>
    public static string? Sender(Edition edition)
    {
        var events = edition.Events.OrderBy(change => change.Id).ToList();
        return events.Where((change, i) => change.State == EditionState.InReview && (i == 0 || events[i - 1].State != EditionState.Approved)).LastOrDefault()?.By;
    }

    private void Move(Edition edition, EditionState to, string by, string? comment, string action)
    {
        var now = time.GetUtcNow();
        var said = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        edition.State = to;
        edition.Events.Add(new EditionEvent { State = to, Returned = action == "edition.returned", By = by, At = now, Comment = said });
        db.Record(now, by, action, EditionNames.Subject(edition), said);
    }

    // Who comes second is told who came first.
    private async Task<Decision> SavedAsync(Edition edition, Func<Task<Decision>> save, CancellationToken cancellation)
    {
        try
        {
            return await save();
        }
        catch (Exception exception) when (UniqueViolation.IsRace(exception) || Transience.Is(exception))
        {
            db.ChangeTracker.Clear();
            var now = await LoadAsync(edition.Id, cancellation);
            return Decision.InTheWay($"刚才有人同时在处理：{await SaidAsync(now!, cancellation)}。请刷新后再看。");
        }
    }
}
