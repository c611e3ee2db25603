using System.Data.Common;
using System.Globalization;
using System.Security.Claims;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices;

/// <summary>What one person finds behind the bell.</summary>
public sealed class NoticeBox(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>How many are unread; null when it cannot be told, as while the database is away: the page that says so has a bell as well.</summary>
    public async Task<int?> UnreadAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        try
        {
            return KeyOf(person) is { } key ? await Of(key).CountAsync(notice => notice.ReadAt == null, cancellation) : null;
        }
        catch (Exception exception) when (Transience.Is(exception) || (exception.InnerException ?? exception) is DbException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>A person's notices, the newest first.</summary>
    public IQueryable<Notice> Of(long person) => db.Notices.AsNoTracking().Include(notice => notice.Unit)
        .Where(notice => notice.PersonId == person && notice.Way == NoticeWay.Page).OrderByDescending(notice => notice.Id);

    /// <summary>Marks one as read; where it leads, or null when the person has no such notice.</summary>
    public async Task<string?> OpenAsync(long person, long id, CancellationToken cancellation)
    {
        var path = await Of(person).Where(notice => notice.Id == id).Select(notice => notice.Path).SingleOrDefaultAsync(cancellation);
        await ReadAsync(person, id, cancellation);
        return path;
    }

    /// <summary>Marks all as read.</summary>
    public Task ReadAllAsync(long person, CancellationToken cancellation) => ReadAsync(person, null, cancellation);

    /// <summary>The person's key in the database; null for a token.</summary>
    public static long? KeyOf(ClaimsPrincipal person) =>
        long.TryParse(person?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;

    private async Task ReadAsync(long person, long? id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Notices.Where(notice => notice.PersonId == person && notice.Way == NoticeWay.Page && notice.ReadAt == null && (id == null || notice.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), cancellation);
    }
}
