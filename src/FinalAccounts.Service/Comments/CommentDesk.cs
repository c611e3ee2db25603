using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Notices;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Comments;

/// <summary>Comments on a unit's year. Who may see the unit may say something, answer, and say that it is done; whoever calls has seen to that.</summary>
public sealed class CommentDesk(FinalAccountsDb db, Audience audience, NoticeBoard board, CommentPlaces places, TimeProvider time)
{
    /// <summary>The longest comment, and the longest part of a place that is kept.</summary>
    public const int Longest = 2000, LongestQuote = 300;

    /// <summary>Threads of a unit's year: open ones first, then the newest.</summary>
    public async Task<IReadOnlyList<CommentThread>> ThreadsAsync(long unitId, int year, CancellationToken cancellation)
    {
        var all = await db.Comments.AsNoTracking().Where(comment => comment.UnitId == unitId && comment.Year == year).OrderBy(comment => comment.Id).ToListAsync(cancellation);
        var answers = all.Where(comment => comment.ParentId is not null).ToLookup(comment => comment.ParentId!.Value);
        return [.. all.Where(comment => comment.ParentId is null).OrderBy(comment => comment.DoneAt is not null).ThenByDescending(comment => comment.Id)
            .Select(comment => new CommentThread(comment, [.. answers[comment.Id]]))];
    }

    /// <summary>How many open threads stand at each place.</summary>
    public async Task<IReadOnlyDictionary<(CommentOn On, string Key), int>> OpenAsync(long unitId, int year, CancellationToken cancellation) =>
        await db.Comments.Where(comment => comment.UnitId == unitId && comment.Year == year && comment.ParentId == null && comment.DoneAt == null)
            .GroupBy(comment => new { comment.On, comment.Key }).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => (group.Key.On, group.Key.Key), group => group.Count, cancellation);

    /// <summary>Who can be named in a comment: everybody who may see the unit.</summary>
    public async Task<IReadOnlyList<Mentionable>> PeopleAsync(long unitId, CancellationToken cancellation)
    {
        var people = await audience.Of(unitId).Select(person => new { person.UserName, person.DisplayName }).ToListAsync(cancellation);
        var twice = people.CountBy(person => person.DisplayName).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();
        return [.. people.Select(person => new Mentionable(person.UserName!, twice.Contains(person.DisplayName) || person.DisplayName.Length == 0 ? person.UserName! : person.DisplayName))];
    }

    /// <summary>Says something at a place; what is wrong, or null.</summary>
    public async Task<string?> BeginAsync(Unit unit, int year, CommentOn on, string key, int? edition, string? text, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var people = await PeopleAsync(unit.Id, cancellation);
        if (Refuse(text, people) is { } wrong)
        {
            return wrong;
        }

        if (await places.ReadAsync(unit, year, on, key, edition, cancellation) is not { } quote)
        {
            return "这个位置现在没有了，请刷新后重新选。";
        }

        var comment = new Comment { UnitId = unit.Id, Year = year, On = on, Key = key, Quote = Short(quote, LongestQuote), Text = Clean(text!), By = by, At = time.GetUtcNow() };
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        db.Comments.Add(comment);
        db.Record(time.GetUtcNow(), by, "comment.made", $"{unit.Code} {year}", comment.Quote);
        await db.SaveChangesAsync(cancellation);
        await TellAsync(unit, comment, comment.Id, Mentions.In(comment.Text, people), [], cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Answers; what is wrong, or null. An answer opens again what was done.</summary>
    public async Task<string?> AnswerAsync(Unit unit, int year, long id, string? text, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var people = await PeopleAsync(unit.Id, cancellation);
        if (Refuse(text, people) is { } wrong)
        {
            return wrong;
        }

        if (await FindAsync(unit.Id, year, id, cancellation) is not { } root)
        {
            return "没有这条意见。";
        }

        var answer = new Comment { UnitId = unit.Id, Year = year, ParentId = root.Id, On = root.On, Key = root.Key, Quote = root.Quote, Text = Clean(text!), By = by, At = time.GetUtcNow() };
        (root.DoneBy, root.DoneAt) = (null, null);
        db.Comments.Add(answer);
        db.Record(time.GetUtcNow(), by, "comment.answered", $"{unit.Code} {year}", root.Quote);
        var others = await db.Comments.Where(comment => comment.Id == root.Id || comment.ParentId == root.Id).Select(comment => comment.By).Distinct().ToListAsync(cancellation);
        await TellAsync(unit, answer, root.Id, Mentions.In(answer.Text, people), others, cancellation);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Says that it is done, or that it is not; false when there is no such comment.</summary>
    public async Task<bool> SettleAsync(Unit unit, int year, long id, bool done, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (await FindAsync(unit.Id, year, id, cancellation) is not { } root)
        {
            return false;
        }

        if (root.DoneAt is null == done)
        {
            (root.DoneBy, root.DoneAt) = (done ? by : null, done ? time.GetUtcNow() : null);
            db.Record(time.GetUtcNow(), by, done ? "comment.done" : "comment.reopened", $"{unit.Code} {year}", root.Quote);
            await db.SaveChangesAsync(cancellation);
        }

        return true;
    }

    private Task<Comment?> FindAsync(long unitId, int year, long id, CancellationToken cancellation) =>
        db.Comments.SingleOrDefaultAsync(comment => comment.Id == id && comment.UnitId == unitId && comment.Year == year && comment.ParentId == null, cancellation);

    private async Task TellAsync(Unit unit, Comment comment, long root, IReadOnlyList<string> named, IReadOnlyList<string> others, CancellationToken cancellation)
    {
        Happening Of(NoticeKind kind, string text, IReadOnlyCollection<string?> hands) =>
            new(kind, unit.Id, comment.Year, text, $"/units/{Uri.EscapeDataString(unit.Code)}/years/{comment.Year}/comments#comment-{root}", comment.By) { Hands = hands, Detail = Short($"{comment.Quote}：{comment.Text}", LongestQuote) };
        await board.TellAsync(Of(NoticeKind.Mentioned, "意见里提到您", [.. named]), cancellation);
        await board.TellAsync(Of(NoticeKind.Answered, "您参加的意见有新的答复", [.. others.Except(named)]), cancellation);
    }

    private static string? Refuse(string? text, IReadOnlyList<Mentionable> people) =>
        string.IsNullOrWhiteSpace(text) ? "请写上意见。"
        : Clean(text).Length > Longest ? $"意见最多 {Longest} 字，现在有 {Clean(text).Length} 字。"
        : Mentions.In(text, people).Count > Mentions.Most ? $"一条意见最多提到 {Mentions.Most} 个人。"
        : null;

    private static string Clean(string text) => string.Concat(text.Trim().ReplaceLineEndings("\n").Where(character => character == '\n' || !char.IsControl(character)));

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}

/// <summary>A comment with its answers.</summary>
public sealed record CommentThread(Comment Root, IReadOnlyList<Comment> Answers)
{
    /// <summary>Whether nobody has said that it is done.</summary>
    public bool IsOpen => Root.DoneAt is null;
}
