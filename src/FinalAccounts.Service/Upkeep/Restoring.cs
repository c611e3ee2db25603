using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace FinalAccounts.Service.Upkeep;

/// <summary>A backup into an empty database of either kind: everything, or a sentence and nothing. Written with the schema that it had, then brought up to date as any older database.</summary>
internal sealed class Restoring(FinalAccountsDb db)
{
    /// <summary>Restores; every file is held against its hash on the way.</summary>
    /// <exception cref="BackupException">It is no whole backup, of a newer program, or the database is not empty.</exception>
    public async Task<BackupContents> RestoreAsync(Stream backup, CancellationToken cancellation)
    {
        try
        {
            var archive = await ZipArchive.CreateAsync(backup, ZipArchiveMode.Read, leaveOpen: true, null, cancellation);
            await using (archive)
            {
                var contents = JsonSerializer.Deserialize<BackupContents>(await ReadAsync(archive, Backup.ContentsEntry, cancellation), JsonSerializerOptions.Web)!;
                await PrepareAsync(contents, cancellation);
                await FillAsync(archive, contents, cancellation);
                await Schema.BringUpToDateAsync(db, cancellation);
                await KeepNoticesBackAsync(cancellation);
                return contents;
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            throw new BackupException($"这个文件不是完整的备份，没有恢复：{exception.Message} 请换一份备份。", exception);
        }
    }

    // What waited to be sent when the backup was made has been sent since, by the service that it is of.
    private Task<int> KeepNoticesBackAsync(CancellationToken cancellation) => db.Notices.Where(notice => notice.State == NoticeState.Waiting || notice.State == NoticeState.Sending).ExecuteUpdateAsync(
        set => set.SetProperty(notice => notice.State, NoticeState.Unknown).SetProperty(notice => notice.Problem, "由备份恢复时还没有发，没有再发。"), cancellation);

    private async Task PrepareAsync(BackupContents contents, CancellationToken cancellation)
    {
        var migration = db.Database.GetMigrations().FirstOrDefault(migration => Schema.NameOf(migration) == contents.Schema);
        if (contents.Format != 1 || migration is null)
        {
            throw new BackupException($"备份由更新的程序（{contents.Program}）写成，这个版本不能恢复。请先升级程序。");
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.Count > 0 && (applied[^1] != migration || await HasRowsAsync(contents.Tables, cancellation)))
        {
            throw new BackupException("数据库不是空的，没有恢复。请先移走它，或建一个新的空库。");
        }

        await db.GetService<IMigrator>().MigrateAsync(migration, cancellation);
    }

    private async Task<bool> HasRowsAsync(IReadOnlyList<BackupTable> tables, CancellationToken cancellation)
    {
        foreach (var table in tables)
        {
            if (await AskAsync($"SELECT count(*) FROM {Quoted(table.Name)}", cancellation) is not 0L)
            {
                return true;
            }
        }

        return false;
    }

    private async Task FillAsync(ZipArchive archive, BackupContents contents, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var table in contents.Tables)
        {
            await FillAsync(archive, table, transaction.GetDbTransaction(), cancellation);
            if (db is PostgresDb && table.Columns.Any(column => column is { Name: "Id", Kind: ColumnKind.Integer }))
            {
                // The next row of its own takes the number after the last; an empty table has no last.
                await AskAsync($"""SELECT setval(pg_get_serial_sequence('{Quoted(table.Name)}', 'Id'), (SELECT max("Id") FROM {Quoted(table.Name)}))""", cancellation);
            }
        }

        await transaction.CommitAsync(cancellation);
    }

    private async Task FillAsync(ZipArchive archive, BackupTable table, DbTransaction transaction, CancellationToken cancellation)
    {
        var lines = await ReadAsync(archive, table.Entry, cancellation);
        Check(lines, table.Sha256, table.Entry);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(column => Quoted(column.Name)))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        foreach (var i in Enumerable.Range(0, table.Columns.Count))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        // A row that names another of its table waits until all are there.
        var children = new List<(string Parent, object Id, object Value)>();
        using var reader = new StreamReader(new MemoryStream(lines));
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            using var row = JsonDocument.Parse(line);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var value = await ValueAsync(archive, table.Columns[i], row.RootElement[i], cancellation);
                if (table.Columns[i].IsParent && value is not DBNull)
                {
                    children.Add((table.Columns[i].Name, command.Parameters[0].Value!, value));
                    value = DBNull.Value;
                }

                command.Parameters[i].Value = value;
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }

        foreach (var (parent, id, value) in children)
        {
            var update = $"UPDATE {Quoted(table.Name)} SET {Quoted(parent)} = {{0}} WHERE {Quoted(table.Columns[0].Name)} = {{1}}";
            await db.Database.ExecuteSqlRawAsync(update, [value, id], cancellation);
        }
    }

    private async Task<object> ValueAsync(ZipArchive archive, BackupColumn column, JsonElement value, CancellationToken cancellation)
    {
        if (column.Kind != ColumnKind.Bytes || value.ValueKind == JsonValueKind.Null)
        {
            return column.Read(value, db is PostgresDb);
        }

        var (key, entry) = (value.GetString()!, "files/" + value.GetString());
        var bytes = await ReadAsync(archive, entry, cancellation);
        Check(bytes, key, entry);
        return bytes;
    }

    private async Task<object?> AskAsync(string question, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var answer = await command.ExecuteScalarAsync(cancellation);
        await db.Database.CloseConnectionAsync();
        return answer;
    }

    private string Quoted(string name) => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(name);

    private static async Task<byte[]> ReadAsync(ZipArchive archive, string name, CancellationToken cancellation)
    {
        var entry = archive.GetEntry(name) ?? throw new InvalidDataException($"里面没有 {name}。");
        var content = await entry.OpenAsync(cancellation);
        await using (content)
        {
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellation);
            return bytes.ToArray();
        }
    }

    private static void Check(byte[] bytes, string sha256, string name)
    {
        if (Artifacts.KeyOf(bytes) != sha256)
        {
            throw new InvalidDataException($"其中 {name} 的内容与校验值不符。");
        }
    }
}

/// <summary>A backup cannot be restored; the message says why, in Chinese.</summary>
internal sealed class BackupException(string message, Exception? cause = null) : Exception(message, cause);
