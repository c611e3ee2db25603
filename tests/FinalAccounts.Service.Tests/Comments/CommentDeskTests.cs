using FinalAccounts.Service.Comments;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Tests.Editions;
using FinalAccounts.Service.Tests.Notices;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Comments;

[Collection(ServiceTests.Name)]
public sealed class CommentDeskTests(PostgresCluster cluster)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task WhoIsNamedAndWhoTookPartIsToldOnce(bool postgres)
    {
        await using var store = await TestStore.CreateAsync(postgres ? cluster : null);
        var unit = (await store.AddUnitsAsync(1))[0];
        foreach (var name in new[] { "zhang", "li", "wang" })
        {
            await NoticeSeed.PersonAsync(store, name, null, Roles.Finance);
        }

        Assert.Null(await BeginAsync(store, unit, CommentOn.Year, "", "请 @li 看 12 万元，@zhang 也看"));
        var root = await store.AskAsync(db => db.Comments.SingleAsync());
        Assert.Null(await store.WithAsync<CommentDesk, string?>(desk => desk.AnswerAsync(CommentHome.Of(unit, 2023), root.Id, "@li 好", "wang", default)));
        Assert.Null(await store.WithAsync<CommentDesk, string?>(desk => desk.AnswerAsync(CommentHome.Of(unit, 2023), root.Id, "行", "li", default)));
        Assert.Equal(
            ["Mentioned Page li: 意见里提到您", "Mentioned Page li: 意见里提到您", "Answered Page zhang: 您参加的意见有新的答复", "Answered Page wang: 您参加的意见有新的答复", "Answered Page zhang: 您参加的意见有新的答复"],
            await NoticeSeed.SaidAsync(store));
        Assert.Equal($"/units/{unit.Code}/years/2023/comments#comment-{root.Id}", (await NoticeSeed.OfAsync(store, NoticeWay.Page))[0].Path);
    }

    [Fact]
    public async Task AnAnswerOpensAgainWhatWasDone()
    {
        await using var store = await TestStore.CreateAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        await BeginAsync(store, unit, CommentOn.Year, "", "请看");
        var id = await store.AskAsync(db => db.Comments.Select(comment => comment.Id).SingleAsync());
        Assert.True(await store.WithAsync<CommentDesk, bool>(desk => desk.SettleAsync(CommentHome.Of(unit, 2023), id, true, "li", default)));
        Assert.Empty(await store.WithAsync<CommentDesk, IReadOnlyDictionary<(CommentOn, string), int>>(desk => desk.OpenAsync(CommentHome.Of(unit, 2023), default)));
        Assert.Null(await store.WithAsync<CommentDesk, string?>(desk => desk.AnswerAsync(CommentHome.Of(unit, 2023), id, "还没有", "zhang", default)));
        Assert.Equal(1, (await store.WithAsync<CommentDesk, IReadOnlyDictionary<(CommentOn, string), int>>(desk => desk.OpenAsync(CommentHome.Of(unit, 2023), default)))[(CommentOn.Year, "")]);

        // Of another unit, or another year, there is no such comment.
        var other = (await store.AddUnitsAsync(1, 2))[0];
        Assert.False(await store.WithAsync<CommentDesk, bool>(desk => desk.SettleAsync(CommentHome.Of(other, 2023), id, true, "li", default)));
        Assert.Equal("没有这条意见。", await store.WithAsync<CommentDesk, string?>(desk => desk.AnswerAsync(CommentHome.Of(unit, 2022), id, "x", "li", default)));
        Assert.Equal(["comment.made", "comment.done", "comment.answered"], await store.AskAsync(db => db.Audit.Where(entry => entry.Action.StartsWith("comment.")).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Theory]
    [InlineData(" \n", "请写上意见。")]
    [InlineData(null, "请写上意见。")]
    [InlineData("long", "意见最多 2000 字，现在有 2001 字。")]
    public async Task WhatSaysNothingOrTooMuchIsRefused(string? text, string refusal)
    {
        await using var store = await TestStore.CreateAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        Assert.Equal(refusal, await BeginAsync(store, unit, CommentOn.Year, "", text == "long" ? new string('字', 2001) : text));
        Assert.Equal("这个位置现在没有了，请刷新后重新选。", await BeginAsync(store, unit, CommentOn.Edition, "7", "x"));
        Assert.Equal("这个位置现在没有了，请刷新后重新选。", await BeginAsync(store, unit, CommentOn.Cell, "table\t表01\t没有\t金额", "x"));
        Assert.Equal(0, await store.AskAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task CommentsStayWithTheirPlaceAndSayWhenItIsGone()
    {
        await using var store = await TestStore.CreateAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        await EditionSeed.AddAsync(store, unit);
        var text = await store.WithAsync<CommentPlaces, IReadOnlyList<TextPart>?>(places => places.TextAsync(unit, 2023, 1, default));
        var sentence = text![0].Paragraphs[0][0];
        Assert.Equal("收入1.00万元。", sentence.Text);
        Assert.Null(await BeginAsync(store, unit, CommentOn.Sentence, sentence.Key, "不通顺"));
        Assert.Null(await BeginAsync(store, unit, CommentOn.Edition, "1", "整体可以"));
        Assert.Null(await BeginAsync(store, unit, CommentOn.Cell, await CellAsync(store, unit), "核一下"));
        var comments = await store.AskAsync(db => db.Comments.OrderBy(comment => comment.Id).ToListAsync());
        Assert.Equal("收入1.00万元。", comments[0].Quote);

        // The next edition says the same with another figure.
        await EditionSeed.AddAsync(store, unit);
        Assert.Empty(await LostAsync(store, unit, comments));

        comments[0].Key = CommentKeys.Of("第一部分", "这一句没有了。");
        comments[2].Key = CommentKeys.Of(new DataSpot("表01", "没有的行", "金额", false));
        Assert.Equal([comments[0].Id, comments[2].Id], (await LostAsync(store, unit, comments)).Order());
    }

    private static Task<string?> BeginAsync(TestStore store, Unit unit, CommentOn on, string key, string? text) =>
        store.WithAsync<CommentDesk, string?>(desk => desk.BeginAsync(unit, 2023, on, key, null, text, "zhang", default));

    private static Task<IReadOnlySet<long>> LostAsync(TestStore store, Unit unit, IEnumerable<Comment> comments) =>
        store.WithAsync<CommentPlaces, IReadOnlySet<long>>(places => places.LostAsync(unit, 2023, comments, default));

    // Any cell of the first table.
    private static Task<string> CellAsync(TestStore store, Unit unit) => store.WithAsync<CorrectionDesk, string>(async desk =>
    {
        var table = (await desk.ViewAsync(unit, 2023, default))!.Accounts.Tables["表01"];
        var row = table.Rows.First(row => row.Cells.Count > 0);
        return CommentKeys.Of(new DataSpot("表01", row.Key, row.Cells.First().Key, false));
    });
}
