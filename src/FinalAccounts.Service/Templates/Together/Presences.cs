using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Together;

/// <summary>Who has a section open. In the database, so that all web processes know of it; nobody is told more than names and since when.</summary>
public sealed class Presences(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>A window that has not been heard of for so long is closed; it says that it is there every fifteen seconds.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    /// <summary>Says that somebody has the section open; who else has, the earliest first.</summary>
    public async Task<IReadOnlyList<PresentPerson>> BeatAsync(string set, string path, string by, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var alive = now - Silence;
        var own = db.TemplatePresences.Where(presence => presence.Set == set && presence.Path == path && presence.By == by);
        if (await own.Where(presence => presence.SeenAt >= alive).ExecuteUpdateAsync(row => row.SetProperty(presence => presence.SeenAt, now), cancellation) == 0)
        {
            await EnterAsync(new TemplatePresence { Set = set, Path = path, By = by, Since = now, SeenAt = now }, alive, cancellation);
        }

        var others = await db.TemplatePresences.AsNoTracking().Where(presence => presence.Set == set && presence.Path == path && presence.By != by && presence.SeenAt >= alive)
            .OrderBy(presence => presence.Since).ThenBy(presence => presence.By).ToListAsync(cancellation);
        var names = await PersonNames.FindAsync(db, others.Select(other => other.By), cancellation);
        return [.. others.Select(other => new PresentPerson(names.Of(other.By), other.Since))];
    }

    /// <summary>Says that they have closed it.</summary>
    public Task LeaveAsync(string set, string path, string by, CancellationToken cancellation) =>
        db.TemplatePresences.Where(presence => presence.Set == set && presence.Path == path && presence.By == by).ExecuteDeleteAsync(cancellation);

    private async Task EnterAsync(TemplatePresence presence, DateTimeOffset alive, CancellationToken cancellation)
    {
        await db.TemplatePresences.Where(other => other.SeenAt < alive).ExecuteDeleteAsync(cancellation);
        db.TemplatePresences.Add(presence);

        // False: a second window of the same person has just said the same.
        await db.TrySaveAsync(cancellation);
    }
}

/// <summary>Somebody who has a section open.</summary>
public sealed record PresentPerson(string Name, DateTimeOffset Since);
