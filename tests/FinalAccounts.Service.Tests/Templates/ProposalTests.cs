using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates;
using FinalAccounts.Service.Templates.Proposals;
using Microsoft.EntityFrameworkCore;
using static FinalAccounts.Service.Tests.Templates.ProposalSteps;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>A change of templates from drafts to force, on two units.</summary>
[Collection(ServiceTests.Name)]
public sealed class ProposalTests(PostgresCluster cluster)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task DraftIsTriedProposedApprovedByAnotherAndOnlyThenChangesTheEdition(bool postgres)
    {
        await using var store = await TestStore.CreateServingAsync(postgres ? cluster : null);
        var unit = (await store.AddUnitsAsync(2))[0];
        var first = await GenerateAsync(store, unit);
        var id = await PreparedAsync(store, text => text + "\n\n这里补充一句。\n");

        var trial = await TrialAsync(store, id);
        Assert.Equal((TrialState.Done, TemplateProposalState.Prepared), (trial.Trial, trial.State));
        var result = TrialResult.Read(trial.TrialResult)!;
        Assert.Equal((2, 2, 0), (result.Units, result.Changed, result.Failing));
        Assert.Contains(result.Groups, group => group.Example.After.Contains("这里补充一句。", StringComparison.Ordinal));

        Assert.NotNull((await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, " ", default))).Refusal);
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "措辞更顺", default)));
        Assert.Equal(0, await store.AskAsync(db => db.TemplateDrafts.CountAsync()));

        // While a draft and a proposal exist, the same inputs make the same edition.
        await DraftAsync(store, Section, "{{ 没有这个名字 }}");
        Assert.Equal(first, await GenerateAsync(store, unit));

        Assert.Contains("不能自己审定", (await DoAsync(store, proposals => proposals.ApproveAsync(id, Author, null, null, default))).Refusal);
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ApproveAsync(id, Reviewer, "好", null, default)));
        Assert.True((await DoAsync(store, proposals => proposals.RejectAsync(id, Reviewer, "晚了", default))).Conflict);
        Assert.NotEqual(first, await GenerateAsync(store, unit));
        Assert.Equal(
            ["template.proposed", "template.approved"],
            await store.AskAsync(db => db.Audit.Where(entry => entry.Action.StartsWith("template.")).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
        var version = await store.AskAsync(db => db.TemplateVersions.SingleAsync());
        Assert.Equal((1, TemplateVersionState.Published, Author, Reviewer, 0), (version.Number, version.State, version.By, version.DecidedBy, version.Follows));
        Assert.Equal(version.Content, version.Below + "\n\n这里补充一句。\n");
    }

    [Fact]
    public async Task MistakesAreShownByTheTrialAndASetThatCannotBeUsedCannotBeProposed()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        await store.AddUnitsAsync(2);
        var id = await PreparedAsync(store, text => text + "\n\n{{ 收支总纪 | 万元 }}\n");
        var result = TrialResult.Read((await TrialAsync(store, id)).TrialResult)!;
        Assert.Equal((2, 2), (result.Units, result.Failing));
        var finding = FindingsJson.Read(result.Failures[0].Findings)[0];
        Assert.Contains("收支总计", finding.Message);
        Assert.StartsWith(Section, finding.Places[0].ToString());

        id = await PreparedAsync(store, text => text + "{{ if true }}");
        Assert.Equal(TrialState.Broken, (await TrialAsync(store, id)).Trial);
        Assert.Contains("有错误", (await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "试", default))).Refusal);

        // What became broken between proposing and approving is seen as well.
        id = await PreparedAsync(store, text => text + "\n\n补一句。\n");
        await TrialAsync(store, id);
        await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "补一句", default));
        await PublishAsync(store, "metrics.yaml", 1, "- name: [没有写完");
        var refusal = await DoAsync(store, proposals => proposals.ApproveAsync(id, Reviewer, null, null, default));
        Assert.Contains("metrics.yaml", refusal.Refusal);
    }

    [Fact]
    public async Task ProposalWhoseTextWasPublishedMeanwhileIsRefusedAndRedraftedOverTheNewText()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var id = await PreparedAsync(store, text => text + "\n末尾一句。\n");
        await TrialAsync(store, id);
        await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "补一句", default));
        await PublishAsync(store, Section, 2, "开头一句。\n\n" + await TextAsync(store));

        var refusal = await DoAsync(store, proposals => proposals.ApproveAsync(id, Reviewer, null, null, default));
        Assert.True(refusal.Conflict);
        Assert.Contains("已经变了", refusal.Refusal);
        var (decision, conflicts) = await store.WithAsync<TemplateProposals, (Decision, IReadOnlyList<string>)>(proposals => proposals.RedraftAsync(id, Author, default));
        Assert.Equal((Decision.Done, 0), (decision, conflicts.Count));
        var draft = await store.AskAsync(db => db.TemplateDrafts.SingleAsync());
        Assert.StartsWith("开头一句。", draft.Content);
        Assert.EndsWith("末尾一句。\n", draft.Content);
        Assert.Equal(TemplateDrafts.HashOf(await TextAsync(store)), draft.BaseSha256);
        Assert.NotNull((await PrepareAsync(store)).Id);
    }

    [Fact]
    public async Task RejectedTextIsTheAuthorsDraftAgainAndADraftOverAnOldTextIsNotTakenSilently()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var id = await PreparedAsync(store, text => text + "\n末尾一句。\n");
        await TrialAsync(store, id);
        await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "补一句", default));
        Assert.NotNull((await DoAsync(store, proposals => proposals.RejectAsync(id, Reviewer, "", default))).Refusal);
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.RejectAsync(id, Reviewer, "不要这一句", default)));
        Assert.EndsWith("末尾一句。\n", (await store.AskAsync(db => db.TemplateDrafts.SingleAsync())).Content);

        await PublishAsync(store, Section, 9, "另外的文字。\n");
        Assert.Contains("已有别人的改动发布", (await PrepareAsync(store)).Refusal);
        Assert.True(await store.WithAsync<ProposalPreparation, bool>(preparation =>
            preparation.AcknowledgeAsync(Set, Section, TemplateDrafts.HashOf("另外的文字。\n"), Author, default)));
        Assert.NotNull((await PrepareAsync(store)).Id);
    }

    [Fact]
    public async Task TrialThatIsCancelledStopsAndCanBeBegunAgain()
    {
        await using var store = await TestStore.CreateAsync(null);
        await store.AddUnitsAsync(1);
        var id = await PreparedAsync(store, text => text + "\n末尾一句。\n");
        Assert.True(await store.WithAsync<ProposalPreparation, bool>(preparation => preparation.CancelAsync(id, default)));
        await store.WithAsync<TrialJob, bool>(async job => { await job.RunAsync(id, 1, "hubei-2023", default); return true; });
        Assert.Equal(TrialState.Cancelled, (await store.AskAsync(db => db.TemplateProposals.AsNoTracking().SingleAsync())).Trial);
        Assert.Contains("还没有试排完", (await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "补", default))).Refusal);

        Assert.True(await store.WithAsync<ProposalPreparation, bool>(preparation => preparation.TryAgainAsync(id, default)));
        await store.WithAsync<TrialJob, bool>(async job => { await job.RunAsync(id, 1, "hubei-2023", default); await job.RunAsync(id, 2, "hubei-2023", default); return true; });
        Assert.Equal((TrialState.Done, 1), await store.AskAsync(db => db.TemplateProposals.Select(proposal => ValueTuple.Create(proposal.Trial, proposal.TrialDone)).SingleAsync()));
    }
}
