using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using FinalAccounts.Service.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace FinalAccounts.Service.Tests.Upgrades;

/// <summary>A small database in the form of a migration, kept as a file: SQLite's packed, PostgreSQL's as SQL.</summary>
internal static class ReleasedDatabase
{
    /// <summary>The kept ones, by the migration's name.</summary>
    public static IReadOnlyList<string> Names => [.. Directory.GetFiles(Folder, "*.db.gz").Select(file => Path.GetFileName(file)[..^".db.gz".Length]).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("tests", "FinalAccounts.Service.Tests", "Upgrades");

    private static string Sqlite(string name) => Path.Combine(Folder, name + ".db.gz");

    private static string Postgres(string name) => Path.Combine(Folder, name + ".sql");

    /// <summary>Unpacks one.</summary>
    public static async Task UnpackAsync(string name, string file)
    {
        await using var packed = new GZipStream(File.OpenRead(Sqlite(name)), CompressionMode.Decompress);
        await using var plain = File.Create(file);
        await packed.CopyToAsync(plain);
    }

    /// <summary>Reads one into an empty database.</summary>
    public static async Task LoadAsync(string name, string postgres)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(await File.ReadAllTextAsync(Postgres(name)), connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Writes the files of every migration of this store that has none, the newest last.</summary>
    public static async Task KeepAsync(TestStore store, PostgresCluster? cluster) => await store.AskAsync(async db =>
    {
        await FillAsync(db);
        foreach (var migration in db.Database.GetMigrations().Reverse())
        {
            await db.GetService<IMigrator>().MigrateAsync(migration);
            var name = Schema.NameOf(migration);
            if (cluster is null && !File.Exists(Sqlite(name)))
            {
                await PackAsync(db, Sqlite(name));
            }
            else if (cluster is not null && !File.Exists(Postgres(name)))
            {
                await File.WriteAllTextAsync(Postgres(name), await DumpAsync(store.Postgres!, cluster));
            }
        }

        return 0;
    });

    /// <summary>The rows of all tables, or of these columns of them, as texts in one order.</summary>
    public static async Task<Dictionary<string, (string[] Columns, string[] Rows)>> RowsAsync(FinalAccountsDb db, Dictionary<string, (string[] Columns, string[] Rows)>? of = null)
    {
        await db.Database.OpenConnectionAsync();
        var tables = of?.ToDictionary(table => table.Key, table => table.Value.Columns) ?? (await AskAsync(db, db is PostgresDb
            ? "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
            : "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2"))
            .GroupBy(row => row[0], row => row[1]).ToDictionary(table => table.Key, table => table.ToArray());
        var rows = new Dictionary<string, (string[], string[])>();
        foreach (var (table, columns) in tables.Where(table => table.Key is not ("__EFMigrationsHistory" or "__EFMigrationsLock")))
        {
            var found = await AskAsync(db, $"SELECT {string.Join(", ", columns.Select(column => $"\"{column}\""))} FROM \"{table}\"");
            rows[table] = (columns, [.. found.Select(row => string.Join(" | ", row)).Order(StringComparer.Ordinal)]);
        }

        await db.Database.CloseConnectionAsync();
        return rows;
    }

    private static async Task<List<string[]>> AskAsync(FinalAccountsDb db, string question)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))]);
        }

        return rows;
    }

    private static string Text(DbDataReader reader, int column) =>
        reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;

    // A row of what every unit has; the first start made roles and an administrator.
    private static async Task FillAsync(FinalAccountsDb db)
    {
        var at = new DateTimeOffset(2024, 9, 29, 1, 2, 3, TimeSpan.Zero);
        var key = await new Artifacts(db, TimeProvider.System).PutAsync([1, 2, 3], default);
        var unit = new Unit { Code = "u001", Name = "某某局（本级）", Parent = new Unit { Code = "u000", Name = "某某局" } };
        var import = new DataImport { Unit = unit, Year = 2023, Number = 1, State = ImportState.Accepted, AccountsSha256 = key, ApprovedOn = new DateOnly(2024, 9, 20), By = "zhang", At = at };
        import.Files.Add(new ImportedFile { Kind = ImportedFileKind.Tables, Name = "公开表.xlsx", Sha256 = key });
        db.Add(import);
        await db.SaveChangesAsync();
        var edition = new Edition
        {
            UnitId = unit.Id, Year = 2023, Number = 1, State = EditionState.Published, InputsHash = key, AccountsSha256 = key, TemplateSet = "hubei-2023", TemplateSetHash = key,
            TemplatesSha256 = key, TextSha256 = key, ImportId = import.Id, Program = "finalaccounts 0.0.0", By = "zhang", At = at,
            Files = [new EditionFile { Format = "xlsx", Name = "决算.xlsx", Sha256 = key, Size = 3 }], Events = [new EditionEvent { State = EditionState.Published, By = "li", At = at, Comment = "可以" }],
        };
        db.Add(edition);
        db.Add(new Correction { UnitId = unit.Id, Year = 2023, Sheet = "基本情况", Row = "", Column = "成立日期", IsFact = true, NewValue = "2001-01-05", Reason = "补填", By = "zhang", At = at });
        db.Add(new Schedule { Name = "每年公开", Cron = "0 9 29 9 *", By = "admin", At = at });
        await db.SaveChangesAsync();
        db.Add(new Run { Id = new Guid("11111111-2222-7333-8444-555555555555"), UnitId = unit.Id, Year = 2023, State = RunState.Done, By = "zhang", RequestedAt = at, EditionId = edition.Id });
        db.Audit.AddRange(
            new AuditEntry { At = at, By = "zhang", Action = "edition.generated", Subject = "u001 2023 第1版" },
            new AuditEntry { At = at, By = "li", Action = "edition.published", Subject = "u001 2023 第1版", Detail = "可以" });
        await db.SaveChangesAsync();
    }

    private static async Task PackAsync(FinalAccountsDb db, string file)
    {
        var plain = file + ".part";
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {plain}");
        SqliteConnection.ClearAllPools();
        await using (var packed = new GZipStream(File.Create(file), CompressionLevel.SmallestSize))
        {
            await packed.WriteAsync(await File.ReadAllBytesAsync(plain));
        }

        File.Delete(plain);
    }

    private static async Task<string> DumpAsync(string postgres, PostgresCluster cluster)
    {
        var parts = new NpgsqlConnectionStringBuilder(postgres);
        var start = new ProcessStartInfo(
            Path.Combine(PostgresCluster.Programs, "pg_dump"), ["-h", parts.Host!, "-p", $"{cluster.Port}", "-U", parts.Username!, "-n", "public", "--inserts", "--no-owner", "--no-privileges", parts.Database!])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["PGPASSWORD"] = cluster.Password;
        using var process = Process.Start(start)!;
        var dump = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        // What only psql understands, comments, and the schema that every database has.
        return string.Join('\n', dump.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('\\') && !line.StartsWith("--", StringComparison.Ordinal) && line != "CREATE SCHEMA public;")) + "\n";
    }
}
