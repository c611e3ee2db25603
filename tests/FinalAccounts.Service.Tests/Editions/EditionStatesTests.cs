using System.Text;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Editions;

[Collection(ServiceTests.Name)]
public sealed class EditionStatesTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WayToPublicationIsKeptInEventsAndAudit(bool postgres)
    {
        await using var store = await TestStore.CreateAsync(postgres ? cluster : null);
        var unit = (await store.AddUnitsAsync(1))[0];
        var first = await EditionSeed.AddAsync(store, unit, EditionState.Published);
        var edition = await EditionSeed.AddAsync(store, unit);
        Assert.Null(await AskAsync(store, states => states.SubmitAsync(edition.Id, "finance", null, default)));
        Assert.Equal("退回时请写明原因，让财务人员知道要改什么。", await AskAsync(store, states => states.ReturnAsync(edition.Id, "reviewer", " ", default)));
        Assert.Null(await AskAsync(store, states => states.ReturnAsync(edition.Id, "reviewer", "原因写得不清楚", default)));
        Assert.Null(await AskAsync(store, states => states.SubmitAsync(edition.Id, "finance", "已改", default)));
        Assert.Null(await AskAsync(store, states => states.ApproveAsync(edition.Id, "reviewer", null, default)));
        Assert.Null(await AskAsync(store, states => states.PublishAsync(edition.Id, "reviewer", null, default)));

        Assert.Equal(
            ["Draft finance ", "InReview finance ", "Draft reviewer 原因写得不清楚", "InReview finance 已改", "Approved reviewer ", "Published reviewer "],
            await store.AskAsync(db => db.Set<EditionEvent>().Where(change => change.EditionId == edition.Id).OrderBy(change => change.Id).Select(change => $"{change.State} {change.By} {change.Comment}").ToListAsync()));
        Assert.Equal(EditionState.Superseded, await StateAsync(store, first));
        Assert.Equal(
            ["edition.submitted", "edition.returned", "edition.submitted", "edition.approved", "edition.superseded", "edition.published"],
            await store.AskAsync(db => db.Audit.Where(entry => entry.Action.StartsWith("edition.")).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Theory]
    [InlineData("maker", "自己生成或送审的版本不能自己审定，请另一位审核人员来做。")]
    [InlineData("sender", "自己生成或送审的版本不能自己审定，请另一位审核人员来做。")]
    [InlineData("other", null)]
    public async Task NobodyApprovesTheirOwn(string who, string? refusal)
    {
        await using var store = await TestStore.CreateAsync(null);
        var edition = await EditionSeed.AddAsync(store, (await store.AddUnitsAsync(1))[0], by: "maker");
        Assert.Null(await AskAsync(store, states => states.SubmitAsync(edition.Id, "sender", null, default)));
        Assert.Equal(refusal, await AskAsync(store, states => states.ApproveAsync(edition.Id, who, null, default)));
    }

    [Fact]
    public async Task SendingANewerEditionTakesTheOlderOutOfReview()
    {
        await using var store = await TestStore.CreateAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        var older = await EditionSeed.AddAsync(store, unit, EditionState.InReview);
        var approved = await EditionSeed.AddAsync(store, unit, EditionState.Approved);
        var newer = await EditionSeed.AddAsync(store, unit);
        var newest = await EditionSeed.AddAsync(store, unit, EditionState.InReview);
        Assert.Null(await AskAsync(store, states => states.SubmitAsync(newer.Id, "finance", null, default)));
        Assert.Equal([EditionState.Draft, EditionState.Approved, EditionState.InReview, EditionState.InReview], [await StateAsync(store, older), await StateAsync(store, approved), await StateAsync(store, newer), await StateAsync(store, newest)]);
        Assert.Equal("第3版已送审，本版不再审核", await store.AskAsync(db => db.Set<EditionEvent>().Where(change => change.EditionId == older.Id).OrderByDescending(change => change.Id).Select(change => change.Comment).FirstAsync()));
        Assert.Contains("edition.withdrawn", await store.AskAsync(db => db.Audit.Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task SendingAndApprovingAreTakenBackUntilItIsPublished()
    {
        await using var store = await TestStore.CreateAsync(null);
        var edition = await EditionSeed.AddAsync(store, (await store.AddUnitsAsync(1))[0], by: "maker");
        Assert.Null(await AskAsync(store, states => states.SubmitAsync(edition.Id, "finance", null, default)));
        Assert.Null(await AskAsync(store, states => states.WithdrawAsync(edition.Id, "finance", null, default)));
        Assert.Equal(EditionState.Draft, await StateAsync(store, edition));
        Assert.Null(await AskAsync(store, states => states.SubmitAsync(edition.Id, "finance", null, default)));
        Assert.Null(await AskAsync(store, states => states.ApproveAsync(edition.Id, "reviewer", null, default)));
        Assert.Null(await AskAsync(store, states => states.UnapproveAsync(edition.Id, "reviewer", "看错了", default)));
        Assert.Equal(EditionState.InReview, await StateAsync(store, edition));

        // Who took the approval back did not send it, and may approve it again; who sent it still may not.
        Assert.NotNull(await AskAsync(store, states => states.ApproveAsync(edition.Id, "finance", null, default)));
        Assert.Null(await AskAsync(store, states => states.ApproveAsync(edition.Id, "reviewer", null, default)));
        Assert.Null(await AskAsync(store, states => states.PublishAsync(edition.Id, "reviewer", null, default)));
        Assert.NotNull(await AskAsync(store, states => states.UnapproveAsync(edition.Id, "reviewer", null, default)));
        Assert.NotNull(await AskAsync(store, states => states.WithdrawAsync(edition.Id, "finance", null, default)));
    }

    [Fact]
    public async Task OnlyTheNextStateIsReached()
    {
        await using var store = await TestStore.CreateAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        foreach (var state in Enum.GetValues<EditionState>())
        {
            var edition = await EditionSeed.AddAsync(store, unit, state);
            Assert.Equal(state == EditionState.Draft, await AskAsync(store, states => states.SubmitAsync(edition.Id, "a", null, default)) is null);
            await SetAsync(store, edition, state);
            Assert.Equal(state == EditionState.InReview, await AskAsync(store, states => states.ApproveAsync(edition.Id, "b", null, default)) is null);
            await SetAsync(store, edition, state);
            Assert.Equal(state is EditionState.InReview or EditionState.Approved, await AskAsync(store, states => states.ReturnAsync(edition.Id, "b", "x", default)) is null);
            await SetAsync(store, edition, state);
            Assert.Equal(state == EditionState.Approved, await AskAsync(store, states => states.PublishAsync(edition.Id, "b", null, default)) is null);
            await SetAsync(store, edition, EditionState.Superseded);
        }
    }

    [Fact]
    public async Task OlderEditionIsNotPublishedOverANewerOne()
    {
        await using var store = await TestStore.CreateAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        var older = await EditionSeed.AddAsync(store, unit, EditionState.Approved);
        var newer = await EditionSeed.AddAsync(store, unit, EditionState.Published);
        Assert.Equal("已经公开的是更新的第2版，不能再公开第1版。", await AskAsync(store, states => states.PublishAsync(older.Id, "b", null, default)));
        Assert.Equal(EditionState.Published, await StateAsync(store, newer));
    }

    [Fact]
    public async Task OverErrorsOnlyWithAReasonAndThenWithoutTheNoticeOfADraft()
    {
        await using var store = await TestStore.CreateAsync(null);
        var edition = await EditionSeed.AddAsync(store, (await store.AddUnitsAsync(1))[0], EditionState.Approved, errors: 2);
        Assert.StartsWith("这一版还有2处错误。", await AskAsync(store, states => states.PublishAsync(edition.Id, "reviewer", "", default)));
        Assert.Null(await AskAsync(store, states => states.PublishAsync(edition.Id, "reviewer", "上级要求按期公开", default)));

        var files = await store.AskAsync(db => db.Set<EditionFile>().Where(file => file.EditionId == edition.Id).ToListAsync());
        Assert.Equal(["html", "xlsx"], files.Where(file => file.Draft).Select(file => file.Format).Order());
        Assert.Equal(["html", "json", "xlsx"], files.Where(file => !file.Draft).Select(file => file.Format).Order());
        Assert.DoesNotContain("草稿", await TextAsync("html"));
        Assert.Contains("收入1.00万元。", await TextAsync("html"));
        var manifest = await TextAsync("json");
        Assert.Contains("\"person\": \"reviewer\"", manifest);
        Assert.Contains("上级要求按期公开", manifest);

        async Task<string> TextAsync(string format)
        {
            var key = files.Single(file => !file.Draft && file.Format == format).Sha256;
            return Encoding.UTF8.GetString(await store.WithAsync<Artifacts, byte[]>(artifacts => artifacts.ReadAsync(key, default)));
        }
    }

    [Fact]
    public async Task OfTwoReviewersAtOnceTheSecondIsToldOfTheFirst()
    {
        await using var store = await TestStore.CreateAsync(cluster);
        var unit = (await store.AddUnitsAsync(1))[0];
        for (var round = 0; round < 20; round++)
        {
            var edition = await EditionSeed.AddAsync(store, unit, EditionState.InReview);
            var answers = await Task.WhenAll(
                Task.Run(() => AskAsync(store, states => states.ApproveAsync(edition.Id, "one", null, default))),
                Task.Run(() => AskAsync(store, states => states.ApproveAsync(edition.Id, "two", null, default))));
            var refused = Assert.Single(answers, answer => answer is not null);
            Assert.Contains(answers[0] is null ? "“已审定”（one" : "“已审定”（two", refused);
            Assert.Equal(2, await store.AskAsync(db => db.Set<EditionEvent>().CountAsync(change => change.EditionId == edition.Id)));
        }
    }

    [Fact]
    public async Task WhoIsToldOfAnotherIsToldTheirName()
    {
        await using var store = await TestStore.CreateAsync(null);
        await store.AskAsync(db =>
        {
            db.Add(new Person { UserName = "li", DisplayName = "李明" });
            return db.SaveChangesAsync();
        });
        var edition = await EditionSeed.AddAsync(store, (await store.AddUnitsAsync(1))[0], EditionState.InReview, errors: 1);
        Assert.Null(await AskAsync(store, states => states.ApproveAsync(edition.Id, "li", null, default)));
        Assert.StartsWith("第1版现在是“已审定”（李明，", await AskAsync(store, states => states.ApproveAsync(edition.Id, "li", null, default)));
    }

    [Fact]
    public async Task OneEditionIsPublishedHoweverManyAreAtOnce()
    {
        await using var store = await TestStore.CreateAsync(cluster);
        var unit = (await store.AddUnitsAsync(1))[0];
        for (var round = 0; round < 10; round++)
        {
            var editions = new[] { await EditionSeed.AddAsync(store, unit, EditionState.Approved), await EditionSeed.AddAsync(store, unit, EditionState.Approved) };
            var answers = await Task.WhenAll(editions.Select(edition => Task.Run(() => AskAsync(store, states => states.PublishAsync(edition.Id, "reviewer", null, default)))));
            Assert.True(answers.Any(answer => answer is null), string.Join(" / ", answers));
            var published = await store.AskAsync(db => db.Editions.Where(edition => edition.State == EditionState.Published).Select(edition => edition.Id).ToListAsync());
            Assert.Contains(Assert.Single(published), editions.Select(edition => edition.Id));
        }
    }

    private static async Task<string?> AskAsync(TestStore store, Func<EditionStates, Task<Decision>> ask) => (await store.WithAsync(ask)).Refusal;

    private static Task<EditionState> StateAsync(TestStore store, Edition edition) =>
        store.AskAsync(db => db.Editions.Where(other => other.Id == edition.Id).Select(other => other.State).SingleAsync());

    private static Task<int> SetAsync(TestStore store, Edition edition, EditionState state) =>
        store.AskAsync(db => db.Editions.Where(other => other.Id == edition.Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.State, state)));
}
