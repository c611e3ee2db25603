using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace FinalAccounts.Service.Store;

/// <summary>Tells whether a database failed in a way that passes: it restarts, or is busy.</summary>
internal static class Transience
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    public static bool Is(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        DbException database => database.IsTransient,
        // EF wraps what its provider calls transient.
        DbUpdateException or InvalidOperationException => exception.InnerException is { } inner && Is(inner),
        _ => false,
    };
}
