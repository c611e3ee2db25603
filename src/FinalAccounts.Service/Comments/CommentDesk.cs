using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Notices;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Comments;

/// <summary>What people say about units' years and about sections of templates. Who may see the one or the other may say something, answer, and say that it is done; whoever calls has seen to that.</summary>
public sealed class CommentDesk(FinalAccountsDb db, Audience audience, NoticeBoard board, CommentPlaces places, TimeProvider time)
{
    /// <summary>The longest comment, and the longest part of a place that is kept.</summary>
    public const int Longest = 2000, LongestQuote = 300;

    /// <summary>Threads: open ones first, then the newest.</summary>
    /// <param name="key">Of one place alone; null for all.</param>
    public async Task<IReadOnlyList<CommentThread>> ThreadsAsync(CommentHome home, string? key, CancellationToken cancellation)
    {
        var all = await home.In(db.Comments.AsNoTracking()).Where(comment => key == null || comment.Key == key).OrderBy(comment => comment.Id).ToListAsync(cancellation);
        var answers = all.Where(comment => comment.ParentId is not null).ToLookup(comment => comment.ParentId!.Value);
        return [.. all.Where(comment => comment.ParentId is null).OrderBy(comment => comment.DoneAt is not null).ThenByDescending(comment => comment.Id)
            .Select(comment => new CommentThread(comment, [.. answers[comment.Id]]))];
    }

    /// <summary>How many open threads stand at each place.</summary>
    public async Task<IReadOnlyDictionary<(CommentOn On, string Key), int>> OpenAsync(CommentHome home, CancellationToken cancellation) =>
        await home.In(db.Comments).Where(comment => comment.ParentId == null && comment.DoneAt == null)
            .GroupBy(comment => new { comment.On, comment.Key }).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => (group.Key.On, group.Key.Key), group => group.Count, cancellation);

    /// <summary>Who can be named in a comment: everybody who may see the unit, of templates everybody.</summary>
    public async Task<IReadOnlyList<Mentionable>> PeopleAsync(long? unitId, CancellationToken cancellation)
    {
        var people = await audience.Of(unitId).Select(person => new { person.UserName, person.DisplayName }).ToListAsync(cancellation);
        var twice = people.CountBy(person => person.DisplayName).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();
        return [.. people.Select(person => new Mentionable(person.UserName!, twice.Contains(person.DisplayName) || person.DisplayName.Length == 0 ? person.UserName! : person.DisplayName))];
    }

    /// <summary>Says something at a place of a unit's year; what is wrong, or null.</summary>
    public async Task<string?> BeginAsync(Unit unit, int year, CommentOn on, string key, int? edition, string? text, string by, CancellationToken cancellation) =>
        await places.ReadAsync(unit, year, on, key, edition, cancellation) is { } quote
            ? await BeginAsync(CommentHome.Of(unit, year), on, key, quote, text, by, cancellation)
            : string.IsNullOrWhiteSpace(text) ? Refuse(text, []) : "这个位置现在没有了，请刷新后重新选。";

    /// <summary>Says something at a place that reads so; what is wrong, or null.</summary>
    public async Task<string?> BeginAsync(CommentHome home, CommentOn on, string key, string quote, string? text, string by, CancellationToken cancellation)
    {
        var people = await PeopleAsync(home.UnitId, cancellation);
        if (Refuse(text, people) is { } wrong)
        {
            return wrong;
        }

        var comment = Of(home, on, key, Short(quote, LongestQuote), text!, by);
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        db.Comments.Add(comment);
        db.Record(time.GetUtcNow(), by, "comment.made", home.Subject, comment.Quote);
        await db.SaveChangesAsync(cancellation);
        await TellAsync(home, comment, comment, Mentions.In(comment.Text, people), [], cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Answers; what is wrong, or null. An answer opens again what was done.</summary>
    public async Task<string?> AnswerAsync(CommentHome home, long id, string? text, string by, CancellationToken cancellation)
    {
        var people = await PeopleAsync(home.UnitId, cancellation);
        if (Refuse(text, people) is { } wrong)
        {
            return wrong;
        }

        if (await FindAsync(home, id, cancellation) is not { } root)
        {
            return "没有这条意见。";
        }

        var answer = Of(home, root.On, root.Key, root.Quote, text!, by);
        answer.ParentId = root.Id;
        (root.DoneBy, root.DoneAt) = (null, null);
        db.Comments.Add(answer);
        db.Record(time.GetUtcNow(), by, "comment.answered", home.Subject, root.Quote);
        var others = await db.Comments.Where(comment => comment.Id == root.Id || comment.ParentId == root.Id).Select(comment => comment.By).Distinct().ToListAsync(cancellation);
        await TellAsync(home, answer, root, Mentions.In(answer.Text, people), others, cancellation);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Says that it is done, or that it is not; false when there is no such comment.</summary>
    public async Task<bool> SettleAsync(CommentHome home, long id, bool done, string by, CancellationToken cancellation)
    {
        if (await FindAsync(home, id, cancellation) is not { } root)
        {
            return false;
        }

        if (root.DoneAt is null == done)
        {
            (root.DoneBy, root.DoneAt) = (done ? by : null, done ? time.GetUtcNow() : null);
            db.Record(time.GetUtcNow(), by, done ? "comment.done" : "comment.reopened", home.Subject, root.Quote);
            await db.SaveChangesAsync(cancellation);
        }

        return true;
    }

    private Task<Comment?> FindAsync(CommentHome home, long id, CancellationToken cancellation) =>
        home.In(db.Comments).SingleOrDefaultAsync(comment => comment.Id == id && comment.ParentId == null, cancellation);

    private Comment Of(CommentHome home, CommentOn on, string key, string quote, string text, string by) =>
        new() { UnitId = home.UnitId, Year = home.Year, Set = home.Set, On = on, Key = key, Quote = quote, Text = Clean(text), By = by, At = time.GetUtcNow() };

    private async Task TellAsync(CommentHome home, Comment comment, Comment root, IReadOnlyList<string> named, IReadOnlyList<string> others, CancellationToken cancellation)
    {
        Happening Of(NoticeKind kind, string text, IReadOnlyCollection<string?> hands) =>
            new(kind, home.UnitId, home.Year, home.Prefix(root) + text, home.Address(root), comment.By) { Hands = hands, Detail = Short($"{comment.Quote}：{comment.Text}", LongestQuote) };
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
