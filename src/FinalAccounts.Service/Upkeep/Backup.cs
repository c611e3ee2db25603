using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace FinalAccounts.Service.Upkeep;

/// <summary>Everything that the service keeps as one ZIP, written to a stream as it comes from the database, as of one moment and while others work. The same for both databases: what one wrote the other can read.</summary>
internal sealed class Backup(FinalAccountsDb db, TimeProvider time)
{
    public const string ContentsEntry = "backup.json";

    /// <summary>Writes it; the list of contents comes last, so that an archive that was cut short has none.</summary>
    public async Task<BackupContents> WriteAsync(Stream output, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var snapshot = await SnapshotAsync(cancellation);
            var deferring = new DeferringStream(output);
            var archive = await ZipArchive.CreateAsync(deferring, ZipArchiveMode.Create, leaveOpen: true, null, cancellation);
            BackupContents contents;
            await using (archive)
            {
                var tables = new List<BackupTable>();
                foreach (var table in BackupTable.Of(db.Model))
                {
                    tables.Add(await WriteAsync(archive, table, snapshot, cancellation));
                }

                var schema = Schema.NameOf((await db.Database.GetAppliedMigrationsAsync(cancellation)).Last());
                contents = new BackupContents(1, InputGatherer.Program, schema, time.GetUtcNow(), tables);
                await AddAsync(archive, ContentsEntry, JsonSerializer.SerializeToUtf8Bytes(contents, JsonSerializerOptions.Web), cancellation);
            }

            await deferring.FlushAsync(cancellation);
            return contents;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<DbTransaction> SnapshotAsync(CancellationToken cancellation)
    {
        // Deferred: others go on writing. SQLite's snapshot begins with the first read, PostgreSQL's likewise.
        var transaction = db.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await db.Database.UseTransactionAsync(transaction, cancellation);
        return transaction;
    }

    // Bytes go to the archive at once, each under its hash; the rows, which only name them, when all are read.
    private async Task<BackupTable> WriteAsync(ZipArchive archive, BackupTable table, DbTransaction snapshot, CancellationToken cancellation)
    {
        using var rows = new MemoryStream();
        using var json = new Utf8JsonWriter(rows);
        var count = 0L;
        var command = db.Database.GetDbConnection().CreateCommand();
        await using (command)
        {
            var names = db.GetService<ISqlGenerationHelper>();
            command.Transaction = snapshot;
            command.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(column => names.DelimitIdentifier(column.Name)))} FROM {names.DelimitIdentifier(table.Name)} ORDER BY 1";
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                json.WriteStartArray();
                for (var i = 0; i < table.Columns.Count; i++)
                {
                    await WriteAsync(archive, json, table.Columns[i], reader.GetValue(i), cancellation);
                }

                json.WriteEndArray();
                await json.FlushAsync(cancellation);
                json.Reset();
                rows.WriteByte((byte)'\n');
                count++;
            }
        }

        var written = rows.ToArray();
        await AddAsync(archive, table.Entry, written, cancellation);
        return table with { Rows = count, Sha256 = Artifacts.KeyOf(written) };
    }

    private static async Task WriteAsync(ZipArchive archive, Utf8JsonWriter json, BackupColumn column, object value, CancellationToken cancellation)
    {
        if (value is DBNull)
        {
            json.WriteNullValue();
        }
        else if (value is byte[] bytes)
        {
            var key = Convert.ToHexStringLower(SHA256.HashData(bytes));
            json.WriteStringValue(key);
            await AddAsync(archive, "files/" + key, bytes, cancellation);
        }
        else
        {
            column.Write(json, value);
        }
    }

    private static async Task AddAsync(ZipArchive archive, string name, byte[] content, CancellationToken cancellation)
    {
        var written = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        await using (written)
        {
            await written.WriteAsync(content, cancellation);
        }
    }
}
