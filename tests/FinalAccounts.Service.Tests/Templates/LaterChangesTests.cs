using FinalAccounts.Service.Editions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Proposals;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>Approved changes that wait for a day or for the next year.</summary>
[Collection(ServiceTests.Name)]
public sealed class LaterChangesTests
{
    private const string Set = "hubei-2023", File = "sections/重点工作.sbn", Author = "writer", Reviewer = "reviewer";
    private const string Text = "第一句。\n\n第二句。\n\n第三句。\n";

    private static readonly DateOnly Tomorrow = Shell.ShanghaiTime.Day(DateTimeOffset.UtcNow).AddDays(1);

    [Fact]
    public async Task AChangeBeginsOnItsDayOverWhatIsInForceThen()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        await PublishAsync(store, Text);
        var waiting = await ApproveAsync(store, Text.Replace("第一句", "首句", StringComparison.Ordinal), new Beginning(Tomorrow));
        Assert.Equal((TemplateProposalState.Approved, Text), ((await FindAsync(store, waiting)).State, await InForceAsync(store)));
        Assert.Equal(0, await StartAsync(store));
        Assert.Equal([new Beginning(Tomorrow), null, null], (await store.WithAsync<TemplateHistory, IReadOnlyList<FileVersion>>(history => history.OfAsync(Set, File, default))).Select(version => version.Waits));

        // Meanwhile somebody publishes another sentence.
        await ApproveAsync(store, Text.Replace("第三句", "末句", StringComparison.Ordinal), null);
        await DueAsync(store, waiting);
        Assert.Equal(1, await StartAsync(store));
        Assert.Equal("首句。\n\n第二句。\n\n末句。\n", await InForceAsync(store));
        Assert.Equal((TemplateProposalState.Published, 0), ((await FindAsync(store, waiting)).State, await StartAsync(store)));
        Assert.Equal(["template.approved-later", "template.started"], await store.AskAsync(db => db.Audit.Where(entry => entry.Action == "template.approved-later" || entry.Action == "template.started").OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task WhatWasChangedAtTheSamePlaceIsNotOverwritten()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        await PublishAsync(store, Text);
        var waiting = await ApproveAsync(store, Text.Replace("第一句", "首句", StringComparison.Ordinal), new Beginning(Tomorrow));
        await ApproveAsync(store, Text.Replace("第一句", "开头", StringComparison.Ordinal), null);
        await DueAsync(store, waiting);
        Assert.Equal(0, await StartAsync(store));
        var back = await FindAsync(store, waiting);
        Assert.Equal((TemplateProposalState.Proposed, null), (back.State, back.StartsOn));
        Assert.Contains("到期没有生效：在用的文本后来改过同一处", back.Decision, StringComparison.Ordinal);
        Assert.StartsWith("开头。", await InForceAsync(store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangeForTheNextYearGoesIntoTheCopyAndChangesNothingBefore()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        await PublishAsync(store, Text);
        var waiting = await ApproveAsync(store, Text.Replace("第二句", "次句", StringComparison.Ordinal), new Beginning(null));
        await DueAsync(store, waiting, day: null);
        Assert.Equal(0, await StartAsync(store));

        var copy = (await store.WithAsync<SetExchange, Incoming>(exchange => exchange.CopyAsync(Set, "hubei-2024", 2024, Author, default))).Proposal!.Value;
        Assert.Contains("并入等到下一年的修改：试", (await FindAsync(store, copy)).Message, StringComparison.Ordinal);
        Assert.Equal(TemplateProposalState.Approved, (await FindAsync(store, waiting)).State);
        await SendAsync(store, copy, null);
        Assert.Equal(TemplateProposalState.Published, (await FindAsync(store, waiting)).State);
        Assert.Equal((Text, Text.Replace("第二句", "次句", StringComparison.Ordinal)), (await InForceAsync(store), await InForceAsync(store, "hubei-2024")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(500)]
    public void ADayThatIsOverOrFarAwayIsRefused(int days) =>
        Assert.NotNull(new Beginning(Tomorrow.AddDays(days - 1)).Refuse(new TemplateProposal { Set = Set, Files = "[]", By = Author }, Tomorrow.AddDays(-1)));

    private static async Task<Guid> ApproveAsync(TestStore store, string text, Beginning? from)
    {
        var prepared = await store.WithAsync<ProposalPreparation, Prepared>(preparation => preparation.PrepareAsync(Set, TemplateProposalKind.Draft, [(File, text)], "试", Author, default));
        await SendAsync(store, prepared.Id!.Value, from);
        return prepared.Id.Value;
    }

    private static async Task SendAsync(TestStore store, Guid id, Beginning? from)
    {
        await Eventually.TrueAsync(async () => (await FindAsync(store, id)).Trial == TrialState.Done, 60, () => "tried");
        Assert.Equal(Decision.Done, await store.WithAsync<TemplateProposals, Decision>(proposals => proposals.ProposeAsync(id, Author, "试", default)));
        Assert.Equal(Decision.Done, await store.WithAsync<TemplateProposals, Decision>(proposals => proposals.ApproveAsync(id, Reviewer, null, from, default)));
    }

    private static Task<int> StartAsync(TestStore store) => store.WithAsync<LaterChanges, int>(later => later.StartDueAsync(default));

    private static Task<TemplateProposal> FindAsync(TestStore store, Guid id) => store.AskAsync(db => db.TemplateProposals.AsNoTracking().SingleAsync(proposal => proposal.Id == id));

    private static Task<int> DueAsync(TestStore store, Guid id) => DueAsync(store, id, Tomorrow.AddDays(-1));

    private static Task<int> DueAsync(TestStore store, Guid id, DateOnly? day) =>
        store.AskAsync(db => db.TemplateProposals.Where(proposal => proposal.Id == id).ExecuteUpdateAsync(set => set.SetProperty(proposal => proposal.StartsOn, day)));

    private static async Task<string?> InForceAsync(TestStore store, string set = Set) =>
        (await store.WithAsync<PublishedTemplates, TemplateLayers>(published => published.LayersAsync(default))).InForce.Read(set, File);

    private static Task<int> PublishAsync(TestStore store, string text) => store.AskAsync(async db =>
    {
        db.TemplateVersions.Add(new TemplateVersion { Set = Set, Path = File, Number = 1, Content = text, Message = "试", State = TemplateVersionState.Published, By = Author, At = DateTimeOffset.UtcNow });
        return await db.SaveChangesAsync();
    });
}
