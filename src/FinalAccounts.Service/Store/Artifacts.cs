using System.Data;
using System.Data.Common;
using System.Security.Cryptography;

namespace FinalAccounts.Service.Store;

/// <summary>Bytes by their SHA-256. Putting the same bytes twice, also at the same moment from two processes, keeps them once.</summary>
public sealed class Artifacts(FinalAccountsDb db, TimeProvider time)
{
    /// <summary>The key of these bytes.</summary>
    public static string KeyOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Keeps the bytes, inside the current transaction when there is one, and gives their key.</summary>
    public async Task<string> PutAsync(byte[] content, CancellationToken cancellation)
    {
        var key = KeyOf(content);
        if (!await db.Artifacts.AnyAsync(artifact => artifact.Sha256 == key, cancellation))
        {
            // SQLite keeps moments as numbers, and raw SQL knows nothing of the model's conversions.
            object now = db is SqliteDb ? UtcMicroseconds.Of(time.GetUtcNow()) : time.GetUtcNow();
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Artifacts" ("Sha256", "Size", "Content", "StoredAt")
                VALUES ({key}, {content.LongLength}, {content}, {now}) ON CONFLICT DO NOTHING
                """, cancellation);
        }

        return key;
    }

    /// <summary>All bytes of an artifact that a row names.</summary>
    /// <exception cref="InvalidDataException">The database was damaged: the artifact is missing.</exception>
    public async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellation) =>
        await db.Artifacts.Where(artifact => artifact.Sha256 == sha256).Select(artifact => artifact.Content)
            .SingleOrDefaultAsync(cancellation) ?? throw Missing(sha256);

    /// <summary>The bytes as a stream from the database, never whole in memory. Dispose it before the context is used again.</summary>
    /// <exception cref="InvalidDataException">The database was damaged: the artifact is missing.</exception>
    public async Task<Stream> OpenAsync(string sha256, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        DbCommand? command = null;
        DbDataReader? reader = null;
        try
        {
            command = db.Database.GetDbConnection().CreateCommand();

            // SQLite streams a blob only when it can tell its row.
            command.CommandText = db is SqliteDb
                ? """SELECT rowid, "Content" FROM "Artifacts" WHERE "Sha256" = @key"""
                : """SELECT 0, "Content" FROM "Artifacts" WHERE "Sha256" = @key""";
            var key = command.CreateParameter();
            (key.ParameterName, key.Value) = ("@key", sha256);
            command.Parameters.Add(key);
            reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess | CommandBehavior.SingleRow, cancellation);
            if (!await reader.ReadAsync(cancellation))
            {
                throw Missing(sha256);
            }

            return new ArtifactStream(reader.GetStream(1), reader, command, db);
        }
        catch
        {
            if (reader is not null)
            {
                await reader.DisposeAsync();
            }

            if (command is not null)
            {
                await command.DisposeAsync();
            }

            await db.Database.CloseConnectionAsync();
            throw;
        }
    }

    private static InvalidDataException Missing(string sha256) => new($"数据库里没有内容 {sha256}，请从备份恢复。");
}
