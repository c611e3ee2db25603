using System.Diagnostics;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FinalAccounts.Service.Tests;

[Collection(PostgresTests.Name)]
public sealed class BackupTests(PostgresCluster cluster)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task RestoreAfterTheLossOfTheDatabaseHasAllEditionsWithRightHashes(bool postgres)
    {
        var folder = Directory.CreateTempSubdirectory();
        var backup = Path.Combine(folder.FullName, "backup");
        await using var store = await TestStore.CreateServingAsync(postgres ? cluster : null);
        await store.AddUnitsAsync(2);
        var id = Guid.CreateVersion7();
        await store.WithAsync<Batches, bool>(batches => batches.RequestAsync(id, TestStore.Year, "clerk", null, default));
        await Eventually.TrueAsync(() => store.AskAsync(async db => await db.Editions.CountAsync() == 2), 120, () => "not generated");
        var file = Path.Combine(store.Data, "final-accounts.db");
        await RunAsync(store.Postgres, "backup.sh", postgres ? ["postgres", backup] : ["sqlite", file, backup]);

        var restored = postgres ? cluster.CreateDatabase() : Path.Combine(folder.FullName, "restored.db");
        var said = await RunAsync(postgres ? restored : null, "restore.sh", postgres ? ["postgres", backup] : ["sqlite", backup, restored]);
        Assert.Contains("已恢复：2 个版本", said);

        await using FinalAccountsDb db = postgres
            ? new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(restored).Options)
            : new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={restored};Pooling=false").Options);
        Assert.Equal(
            await store.AskAsync(before => before.Artifacts.OrderBy(artifact => artifact.Sha256).Select(artifact => artifact.Sha256).ToListAsync()),
            (await db.Artifacts.AsNoTracking().OrderBy(artifact => artifact.Sha256).ToListAsync()).Select(artifact => Artifacts.KeyOf(artifact.Content)));
        Assert.Equal(2, await db.Editions.CountAsync(edition => edition.Files.Count == 2));
        Assert.Equal(2, await db.Runs.CountAsync(run => run.State == RunState.Done));

        // Over something that is there nothing is restored.
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(postgres ? restored : null, "restore.sh", postgres ? ["postgres", backup] : ["sqlite", backup, restored]));
        folder.Delete(recursive: true);
    }

    private async Task<string> RunAsync(string? connection, string script, string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.PathOf("deploy", script), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = PostgresCluster.Programs + ":" + Environment.GetEnvironmentVariable("PATH");
        if (connection is not null)
        {
            var parts = new NpgsqlConnectionStringBuilder(connection);
            (start.Environment["PGHOST"], start.Environment["PGPORT"]) = (parts.Host, $"{cluster.Port}");
            (start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (parts.Username, cluster.Password);
            start.Environment["PGDATABASE"] = parts.Database;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(await error);
    }
}
