using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices;

/// <summary>How sending goes: to a robot, or by e-mail.</summary>
/// <param name="Waiting">How many wait after a try that failed.</param>
/// <param name="Lost">How many were given up, or may not have arrived, in the last week.</param>
/// <param name="Problem">What was said last; null when all is well.</param>
/// <param name="SentAt">When something last arrived; null when nothing did.</param>
public sealed record NoticeHealth(int Waiting, int Lost, string? Problem, DateTimeOffset? SentAt)
{
    /// <summary>Nothing was ever sent.</summary>
    public static readonly NoticeHealth None = new(0, 0, null, null);

    /// <summary>Of all that something was sent to; the key 0 stands for e-mail.</summary>
    /// <param name="db">The database.</param>
    /// <param name="person">Of one person's e-mails alone; null for all.</param>
    /// <param name="now">The moment.</param>
    public static async Task<IReadOnlyDictionary<long, NoticeHealth>> FindAsync(FinalAccountsDb db, long? person, DateTimeOffset now, CancellationToken cancellation)
    {
        var week = now.AddDays(-7);
        var found = await db.Notices.Where(notice => notice.Way != NoticeWay.Page && (person == null || notice.PersonId == person)).GroupBy(notice => notice.RobotId ?? 0)
            .Select(group => new
            {
                group.Key,
                Waiting = group.Count(notice => notice.State == NoticeState.Waiting && notice.Attempts > 0),
                Lost = group.Count(notice => (notice.State == NoticeState.Failed || notice.State == NoticeState.Unknown) && notice.EndedAt > week),
                Last = group.Max(notice => notice.Problem != null && (notice.State == NoticeState.Waiting || notice.EndedAt > week) ? (long?)notice.Id : null),
                SentAt = group.Max(notice => notice.State == NoticeState.Sent ? notice.EndedAt : null),
            }).ToListAsync(cancellation);
        var last = found.Select(group => group.Last).OfType<long>().ToList();
        var problems = last.Count == 0 ? [] : await db.Notices.Where(notice => last.Contains(notice.Id)).ToDictionaryAsync(notice => notice.Id, notice => notice.Problem, cancellation);
        return found.ToDictionary(group => group.Key, group => new NoticeHealth(group.Waiting, group.Lost, group.Last is { } id ? problems.GetValueOrDefault(id) : null, group.SentAt));
    }

    /// <summary>In a sentence; null when all is well.</summary>
    public string? Words => Problem is null || Waiting + Lost == 0 ? null
        : $"{(Waiting > 0 ? $"{Waiting} 条没有送出，还会再试" : "")}{(Waiting > 0 && Lost > 0 ? "；" : "")}{(Lost > 0 ? $"一周内 {Lost} 条没有送到" : "")}：{Problem}";
}
