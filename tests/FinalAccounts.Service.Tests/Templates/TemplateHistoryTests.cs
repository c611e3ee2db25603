using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates;
using FinalAccounts.Service.Templates.Proposals;
using FinalAccounts.Service.Templates.Workbench;
using Microsoft.EntityFrameworkCore;
using static FinalAccounts.Service.Tests.Templates.ProposalSteps;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>Earlier versions of a text: all there, read as printed, and back only through a proposal.</summary>
[Collection(ServiceTests.Name)]
public sealed class TemplateHistoryTests
{
    [Fact]
    public async Task EarlierVersionsAreAllThereAndComeBackOnlyThroughAProposal()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var shipped = await TextAsync(store);
        await PublishAsync(store, Section, 1, "第一稿。\n");
        await PublishAsync(store, Section, 2, "第二稿。\n");
        var versions = await HistoryAsync(store);
        Assert.Equal([(2, true), (1, false), (0, false)], versions.Select(version => (version.Number, version.InForce)));
        Assert.Equal(("national-2024", shipped), (versions[2].Owner, versions[2].Text));

        foreach (var (number, text) in new[] { (1, "第一稿。\n"), (0, shipped) })
        {
            var prepared = await store.WithAsync<TemplateHistory, Prepared>(history => history.RestoreAsync(Set, Section, number, Author, default));
            await TrialAsync(store, prepared.Id!.Value);
            var before = await TextAsync(store);
            await DoAsync(store, proposals => proposals.ProposeAsync(prepared.Id.Value, Author, "恢复", default));
            Assert.Equal(before, await TextAsync(store));
            Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ApproveAsync(prepared.Id.Value, Reviewer, null, null, default)));
            Assert.Equal(text, await TextAsync(store));
        }
    }

    [Fact]
    public async Task SinglePlacesOfAnEarlierVersionComeBackInADraft()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        const string first = "甲。\n\n乙{{ 年度 }}。\n\n丙。\n", inForce = "甲。\n\n改乙{{ 年度 }}。\n\n改丙。\n";
        await PublishAsync(store, Section, 1, first);
        await PublishAsync(store, Section, 2, inForce);
        var places = SentenceRestoring.Choices(first, inForce);
        Assert.Equal([("乙〔年度〕。", "改乙〔年度〕。"), ("丙。", "改丙。")], places.Select(place => (place.Before, place.After)));

        Assert.Equal(new SentenceRestored(3, null), await RestoreAsync(places[0].Run));
        Assert.Equal("甲。\n\n乙{{ 年度 }}。\n\n改丙。\n", await DraftedAsync());

        // The same place again is left alone; another one comes to it.
        Assert.Contains("您的草稿在这一处已经改过", (await RestoreAsync(places[0].Run)).Refusal);
        Assert.Equal(new SentenceRestored(5, null), await RestoreAsync(places[1].Run));
        Assert.Equal(first, await DraftedAsync());
        Assert.Contains("又变了", (await RestoreAsync(99)).Refusal);

        Task<SentenceRestored> RestoreAsync(int run) =>
            store.WithAsync<SentenceRestoring, SentenceRestored>(restoring => restoring.RestoreAsync(new DraftOf(Set, Section, Author), 1, run, default));
        Task<string> DraftedAsync() => store.AskAsync(db => db.TemplateDrafts.Select(draft => draft.Content).SingleAsync());
    }

    [Fact]
    public async Task NewShippedTextUnderAPublishedVersionIsTakenKeptOrMerged()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        const string path = "sections/重点工作.sbn";
        var shipped = (await LayersAsync(store)).Find(Set, path)!.Value.Text;
        await store.AskAsync(async db =>
        {
            db.TemplateVersions.Add(new TemplateVersion
            {
                Set = Set, Path = path, Number = 1, Content = "旧的开头。\n\n" + shipped + "\n结尾一句。\n", Below = "旧的开头。\n\n" + shipped, Follows = 0, Message = "试", State = TemplateVersionState.Published, By = Author, At = DateTimeOffset.UtcNow,
            });
            return await db.SaveChangesAsync();
        });

        var change = Assert.Single(await store.WithAsync<ShippedChanges, IReadOnlyList<ShippedChange>>(changes => changes.OfAsync(Set, default)));
        Assert.Equal((path, 1, shipped), (change.Path, change.Number, change.Now));
        Assert.Equal(shipped + "\n结尾一句。\n", change.Merged);
        Assert.NotNull((await store.WithAsync<ShippedChanges, Prepared>(changes => changes.TakeAsync(Set, path, Author, default))).Id);
        Assert.Equal(Decision.Done, await store.WithAsync<ShippedChanges, Decision>(changes => changes.KeepAsync(Set, path, Author, default)));
        Assert.Empty(await store.WithAsync<ShippedChanges, IReadOnlyList<ShippedChange>>(changes => changes.OfAsync(Set, default)));
    }

    [Fact]
    public async Task EachVersionIsReadAsTheUnitsReadersWouldHaveReadIt()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        await PublishAsync(store, Section, 1, "共{{ 收支总计 | 万元 }}。\n");
        await PublishAsync(store, Section, 2, "{{ 没有的名称 }}\n");
        var versions = await HistoryAsync(store);
        var texts = await store.WithAsync<PrintedVersions, IReadOnlyDictionary<int, string>>(printing => printing.OfAsync(Set, Section, new UnitChoice(unit.Code, unit.Name, TestStore.Year), versions, default));
        Assert.Equal([0, 1, 2], texts.Keys.Order());
        Assert.Matches("^共[0-9,.]+万元。$", texts[1]);
        Assert.Contains("收、支总计", texts[0], StringComparison.Ordinal);
        Assert.Contains("此处有错", texts[2], StringComparison.Ordinal);
        Assert.Empty(await store.WithAsync<PrintedVersions, IReadOnlyDictionary<int, string>>(printing => printing.OfAsync(Set, Section, new UnitChoice(unit.Code, unit.Name, 1999), versions, default)));
    }
}
