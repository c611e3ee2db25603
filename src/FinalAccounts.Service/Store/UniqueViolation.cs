using Microsoft.Data.Sqlite;
using Npgsql;

namespace FinalAccounts.Service.Store;

/// <summary>Tells that a save lost a race: a unique index or key already had the row.</summary>
internal static class UniqueViolation
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>Saves; false when the row was there already, and then nothing is tracked any more.</summary>
    /// <param name="orChanged">Also when somebody else has changed or deleted the row meanwhile.</param>
    public static async Task<bool> TrySaveAsync(this FinalAccountsDb db, CancellationToken cancellation, bool orChanged = false)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException exception) when (Is(exception) || (orChanged && exception is DbUpdateConcurrencyException))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>That a row was there already, or that somebody else has changed it meanwhile.</summary>
    public static bool IsRace(Exception exception) => exception is DbUpdateConcurrencyException || (exception is DbUpdateException update && Is(update));

    public static bool Is(DbUpdateException exception) => exception.InnerException switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        _ => false,
    };
}
