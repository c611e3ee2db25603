using FinalAccounts.Service.Comments;
using FinalAccounts.Service.Notices;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates;
using FinalAccounts.Service.Templates.Together;
using FinalAccounts.Service.Tests.Notices;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>Several people at one section: who is there, what they suggest, what they say.</summary>
[Collection(ServiceTests.Name)]
public sealed class TogetherTests(PostgresCluster cluster)
{
    private const string Set = "hubei-2023", Section = "sections/收入.sbn";
    private const string Before = "收入增加的原因如下。\n\n共{{ 收支总计 | 万元 }}。\n", After = "收入上升的原因如下。\n\n合计{{ 收支总计 | 万元 }}。\n";

    [Theory, InlineData(true), InlineData(false)]
    public async Task WhoHasTheSectionOpenSeesTheOthersUntilTheyGoOrFallSilent(bool postgres)
    {
        await using var store = await TestStore.CreateAsync(postgres ? cluster : null);
        await NoticeSeed.PersonAsync(store, "li", null, Roles.Comms);
        Assert.Empty(await BeatAsync(store, "li"));
        var first = Assert.Single(await BeatAsync(store, "wang"));
        Assert.Equal(await store.AskAsync(db => db.Users.Where(person => person.UserName == "li").Select(person => person.DisplayName).SingleAsync()), first.Name);
        Assert.Equal(["wang"], (await BeatAsync(store, "li")).Select(other => other.Name));
        Assert.Equal(first.Since, Assert.Single(await BeatAsync(store, "wang")).Since);
        Assert.Empty(await BeatAsync(store, "zhao", "sections/支出.sbn"));

        await store.AskAsync(db => db.TemplatePresences.Where(presence => presence.By == "wang")
            .ExecuteUpdateAsync(row => row.SetProperty(presence => presence.SeenAt, DateTimeOffset.UtcNow - Presences.Silence - TimeSpan.FromSeconds(1))));
        Assert.Empty(await BeatAsync(store, "li"));
        Assert.Single(await BeatAsync(store, "wang"));
        await store.WithAsync<Presences, bool>(async presences =>
        {
            await presences.LeaveAsync(Set, Section, "li", default);
            return true;
        });
        Assert.Empty(await BeatAsync(store, "wang"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task ASuggestionIsTakenOrLeftPieceByPieceAndOnlyOnce(bool postgres)
    {
        await using var store = await TestStore.CreateAsync(postgres ? cluster : null);
        Assert.Equal("还没有改动，没有什么可建议的。", await SuggestAsync(store, Before, Before));
        Assert.Null(await SuggestAsync(store, Before, After));
        var id = await store.AskAsync(db => db.TemplateSuggestions.Select(suggestion => suggestion.Id).SingleAsync());
        Assert.Equal(1, (await store.WithAsync<Suggestions, IReadOnlyDictionary<string, int>>(suggestions => suggestions.OpenAsync(Set, default)))[Section]);

        // The draft has another beginning: the first piece goes to its place there.
        var draft = "先说一句。\n\n" + Before;
        var taken = await DecideAsync(store, id, 0, PieceFate.Taken, draft);
        Assert.Equal((draft.IndexOf("增加", StringComparison.Ordinal), new TextPiece(2, "增加", "上升")), (taken.At, taken.Piece));
        Assert.Equal("这一处刚才已经有人处理了。请再看一遍。", (await DecideAsync(store, id, 0, PieceFate.Left, "")).Refusal);
        Assert.Contains("放不进去", (await DecideAsync(store, id, 1, PieceFate.Taken, "别的文字。")).Refusal, StringComparison.Ordinal);
        Assert.Equal("没有这一处。", (await DecideAsync(store, id, 9, PieceFate.Left, "")).Refusal);
        Assert.Null((await DecideAsync(store, id, 1, PieceFate.Left, "")).Refusal);
        var ended = await store.AskAsync(db => db.TemplateSuggestions.SingleAsync());
        Assert.NotNull(ended.EndedAt);
        Assert.Equal([(PieceFate.Taken, "editor"), (PieceFate.Left, "editor")], SuggestedPiece.Of(ended).Select(piece => (piece.Fate, piece.DecidedBy!)));
        Assert.False(await WithdrawAsync(store, id, "li"));

        // Thought over again, it is open again; its author alone takes it back.
        Assert.Null((await DecideAsync(store, id, 1, PieceFate.Open, "")).Refusal);
        Assert.False(await WithdrawAsync(store, id, "wang"));
        Assert.True(await WithdrawAsync(store, id, "li"));
        Assert.Contains("没有这条建议", (await DecideAsync(store, id, 1, PieceFate.Left, "")).Refusal, StringComparison.Ordinal);
        Assert.Equal(
            ["template.suggested", "template.suggestion-decided", "template.suggestion-decided", "template.suggestion-decided", "template.suggestion-withdrawn"],
            await store.AskAsync(db => db.Audit.Where(entry => entry.Action.StartsWith("template.sugg")).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task OfTwoWhoDecideAtOnceTheSecondIsTold()
    {
        await using var store = await TestStore.CreateAsync(null);
        await SuggestAsync(store, Before, After);
        var id = await store.AskAsync(db => db.TemplateSuggestions.Select(suggestion => suggestion.Id).SingleAsync());
        await store.AskAsync(async db =>
        {
            var known = await db.TemplateSuggestions.SingleAsync();
            await DecideAsync(store, id, 0, PieceFate.Left, "");
            (known.Message, known.Revision) = ("晚了", known.Revision + 1);
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });
        for (var i = 1; i < Suggestions.Most; i++)
        {
            Assert.Null(await SuggestAsync(store, Before, After));
        }

        Assert.Contains("请先撤回几条", await SuggestAsync(store, Before, After), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommentsAtASectionBelongToNoUnitAndTellWhomTheyName()
    {
        await using var store = await TestStore.CreateAsync(null);
        await NoticeSeed.PersonAsync(store, "li", null, Roles.Comms);
        await NoticeSeed.PersonAsync(store, "wang", null, Roles.Reviewer);
        var home = CommentHome.Of(Set);
        Assert.Null(await store.WithAsync<CommentDesk, string?>(desk => desk.BeginAsync(home, CommentOn.Section, Section, "收入增加的原因如下。", "@li 太笼统", "wang", default)));
        var thread = Assert.Single(await store.WithAsync<CommentDesk, IReadOnlyList<CommentThread>>(desk => desk.ThreadsAsync(home, Section, default)));
        Assert.Equal((null, 0, "收入增加的原因如下。"), (thread.Root.UnitId, thread.Root.Year, thread.Root.Quote));
        Assert.Null(await store.WithAsync<CommentDesk, string?>(desk => desk.AnswerAsync(home, thread.Root.Id, "改了", "li", default)));
        var notices = await store.AskAsync(db => db.Notices.Include(notice => notice.Unit).OrderBy(notice => notice.Id).ToListAsync());
        Assert.Equal(["模板“收入”：意见里提到您", "模板“收入”：您参加的意见有新的答复"], notices.Select(NoticeWords.Line));
        Assert.Equal($"/templates/{Set}?path={Uri.EscapeDataString(Section)}&comment={thread.Root.Id}", notices[0].Path);

        // Who sees no unit at all sees what is said about templates.
        await store.AskAsync(async db =>
        {
            db.Limit(UnitSet.Of([]), "zhao");
            Assert.Equal((2, 2), (await db.Comments.CountAsync(), await db.Notices.CountAsync()));
            return 0;
        });
        Assert.Empty(await store.WithAsync<CommentDesk, IReadOnlyList<CommentThread>>(desk => desk.ThreadsAsync(CommentHome.Of("other"), Section, default)));
        Assert.True(await store.WithAsync<CommentDesk, bool>(desk => desk.SettleAsync(home, thread.Root.Id, true, "li", default)));
    }

    private static Task<IReadOnlyList<PresentPerson>> BeatAsync(TestStore store, string by, string path = Section) =>
        store.WithAsync<Presences, IReadOnlyList<PresentPerson>>(presences => presences.BeatAsync(Set, path, by, default));

    private static Task<string?> SuggestAsync(TestStore store, string before, string after) =>
        store.WithAsync<Suggestions, string?>(suggestions => suggestions.MakeAsync(new DraftOf(Set, Section, "li"), before, after, "更准", default));

    private static Task<PieceDecision> DecideAsync(TestStore store, long id, int number, PieceFate fate, string text) =>
        store.WithAsync<Suggestions, PieceDecision>(suggestions => suggestions.DecideAsync(Set, id, number, fate, text, "editor", default));

    private static Task<bool> WithdrawAsync(TestStore store, long id, string by) => store.WithAsync<Suggestions, bool>(suggestions => suggestions.WithdrawAsync(Set, id, by, default));
}
