using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates;
using FinalAccounts.Service.Templates.Proposals;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>What tests of proposals do again and again.</summary>
internal static class ProposalSteps
{
    public const string Set = "hubei-2023", Section = "sections/收入支出总体.sbn", Author = "comms", Reviewer = "reviewer";

    public static async Task ApproveAsync(TestStore store, Guid id)
    {
        await TrialAsync(store, id);
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "试", default)));
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ApproveAsync(id, Reviewer, null, null, default)));
    }

    public static Task<TemplateLayers> LayersAsync(TestStore store) => store.WithAsync<PublishedTemplates, TemplateLayers>(published => published.LayersAsync(default));

    public static async Task<string> TextAsync(TestStore store) => (await LayersAsync(store)).Find(Set, Section)!.Value.Text;

    public static Task<IReadOnlyList<FileVersion>> HistoryAsync(TestStore store) =>
        store.WithAsync<TemplateHistory, IReadOnlyList<FileVersion>>(history => history.OfAsync(Set, Section, default));

    public static Task<Decision> DoAsync(TestStore store, Func<TemplateProposals, Task<Decision>> step) => store.WithAsync(step);

    public static Task<Prepared> PrepareAsync(TestStore store) =>
        store.WithAsync<ProposalPreparation, Prepared>(preparation => preparation.DraftsAsync(Set, [Section], Author, default));

    public static async Task<Guid> PreparedAsync(TestStore store, Func<string, string> change)
    {
        await DraftAsync(store, Section, change(await TextAsync(store)));
        var prepared = await PrepareAsync(store);
        Assert.True(prepared.Id is not null, prepared.Refusal);
        return prepared.Id.Value;
    }

    public static async Task DraftAsync(TestStore store, string path, string text)
    {
        var basis = (await LayersAsync(store)).Find(Set, path)?.Text;
        await store.AskAsync(async db =>
        {
            await db.TemplateDrafts.ExecuteDeleteAsync();
            db.TemplateDrafts.Add(new TemplateDraft { Set = Set, Path = path, By = Author, Content = text, BaseSha256 = TemplateDrafts.HashOf(basis ?? ""), Revision = 1, At = DateTimeOffset.UtcNow });
            return await db.SaveChangesAsync();
        });
    }

    public static async Task<TemplateProposal> TrialAsync(TestStore store, Guid id)
    {
        TemplateProposal? proposal = null;
        await Eventually.TrueAsync(
            async () => (proposal = await store.AskAsync(db => db.TemplateProposals.AsNoTracking().SingleAsync(row => row.Id == id))).Trial is not (TrialState.Waiting or TrialState.Running),
            60, () => $"{proposal?.Trial} {proposal?.TrialDone}/{proposal?.TrialTotal}");
        return proposal!;
    }

    public static async Task<int> GenerateAsync(TestStore store, Unit unit)
    {
        var id = Guid.CreateVersion7();
        await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(id, unit, TestStore.Year, "clerk", default));
        var run = await store.OverAsync(id);
        Assert.True(run.State == RunState.Done, run.Failure);
        return await store.AskAsync(db => db.Editions.Where(edition => edition.Id == run.EditionId).Select(edition => edition.Number).SingleAsync());
    }

    public static Task<int> PublishAsync(TestStore store, string path, int number, string? text, string set = Set) => store.AskAsync(async db =>
    {
        db.TemplateVersions.Add(new TemplateVersion
        {
            Set = set, Path = path, Number = number, Content = text, Message = "试", State = TemplateVersionState.Published, By = "writer", At = DateTimeOffset.UtcNow,
        });
        return await db.SaveChangesAsync();
    });
}
