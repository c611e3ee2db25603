using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Upkeep;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Tests.Upgrades;

/// <summary>Databases of former programs, kept beside this as files, become today's without losing a value.</summary>
[Collection(ServiceTests.Name)]
public sealed class UpgradeTests(PostgresCluster cluster) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-upgrade-tests-");

    [Fact]
    public async Task EveryReleasedSchemaIsKeptForBothDatabases()
    {
        if (Environment.GetEnvironmentVariable("FINALACCOUNTS_ACCEPT") == "true")
        {
            await using var sqlite = await TestStore.CreateAsync(null);
            await ReleasedDatabase.KeepAsync(sqlite, null);
            await using var postgres = await TestStore.CreateAsync(cluster);
            await ReleasedDatabase.KeepAsync(postgres, cluster);
        }

        await using var app = ServiceHost.Build(Embedded, Repository.Root);
        await using var scope = app.Services.CreateAsyncScope();
        var names = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>().Database.GetMigrations().Select(Schema.NameOf);
        var kept = ReleasedDatabase.Names;
        Assert.True(names.Order(StringComparer.Ordinal).SequenceEqual(kept), $"kept: {string.Join(", ", kept)}; FINALACCOUNTS_ACCEPT=true writes the files of a new migration");
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task DatabaseOfAFormerProgramIsBroughtUpToDateOnceWithItsDataEqual(string name, bool postgres)
    {
        var settings = await LoadAsync(name, postgres);
        await using var first = ServiceHost.Build(settings, Repository.Root);
        await using var second = ServiceHost.Build(settings, Repository.Root);
        var before = await AskAsync(first, db => ReleasedDatabase.RowsAsync(db));
        Assert.Equal(2, before["Units"].Rows.Length);
        Assert.Equal(name != "Initial", before["Audit"].Columns.Contains("Hash"));

        // Two processes at once; of the embedded database there is only ever one.
        await Task.WhenAll(new[] { first, second }.Take(postgres ? 2 : 1).Select(app => Task.Run(() => app.Services.PrepareAsync(default))));

        var after = await AskAsync(first, db => ReleasedDatabase.RowsAsync(db, before));
        Assert.All(before, table => Assert.Equal(table.Value.Rows, after[table.Key].Rows));
        Assert.Equal(await AskAsync(first, db => Task.FromResult(db.Database.GetMigrations())), await AskAsync(first, db => db.Database.GetAppliedMigrationsAsync()));
        Assert.False(await AskAsync(first, db => db.Users.AnyAsync(person => !db.UnitGrants.Any(grant => grant.PersonId == person.Id && grant.Role == null && grant.UnitId == null))));
        await using var scope = first.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<Verification>().RunAsync(remake: false, null, default);
        Assert.Empty(report.Differences);
        Assert.Equal((1, 1, before["Audit"].Rows.Length), (report.Artifacts, report.Editions, report.TrailEntries));
    }

    [Fact]
    public async Task EveryUpgradeOfTheEmbeddedDatabaseIsOneTransactionAndMakesTheTablesOfTheModel()
    {
        await using var app = ServiceHost.Build(await LoadAsync("Initial", postgres: false), Repository.Root);
        await AskAsync(app, db =>
        {
            // What rebuilds a table turns the foreign keys off, which ends the transaction.
            Assert.DoesNotContain("PRAGMA foreign_keys", db.Database.GetService<IMigrator>().GenerateScript(), StringComparison.Ordinal);
            return Task.FromResult(true);
        });
        await app.Services.PrepareAsync(default);

        await using var fresh = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={folder.FullName}/fresh.db").Options);
        await fresh.Database.EnsureCreatedAsync();
        Assert.Equal(await ColumnsAsync(fresh), await AskAsync(app, ColumnsAsync));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task DatabaseOfANewerProgramIsRefusedAndLeftAsItIs(bool postgres)
    {
        await using var app = ServiceHost.Build(await LoadAsync(ReleasedDatabase.Names[0], postgres), Repository.Root);
        await AskAsync(app, db => db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231235959_Later', '99')"""));
        var before = await AskAsync(app, db => db.Database.GetAppliedMigrationsAsync());
        var refused = await Assert.ThrowsAsync<StartupException>(() => app.Services.PrepareAsync(default));
        Assert.StartsWith("数据库已由更新的程序更新（29991231235959_Later），这个版本不认识它", refused.Message);
        Assert.Equal(before, await AskAsync(app, db => db.Database.GetAppliedMigrationsAsync()));
    }

    public static TheoryData<string, bool> Released()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in ReleasedDatabase.Names)
        {
            data.Add(name, true);
            data.Add(name, false);
        }

        return data;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private string[] Embedded => [$"--FinalAccounts:Data={folder.FullName}", "--FinalAccounts:Sample=false", "--Logging:LogLevel:Default=Error"];

    private async Task<string[]> LoadAsync(string name, bool postgres)
    {
        if (!postgres)
        {
            await ReleasedDatabase.UnpackAsync(name, Path.Combine(folder.FullName, "final-accounts.db"));
            return Embedded;
        }

        var database = cluster.CreateDatabase();
        await ReleasedDatabase.LoadAsync(name, database);
        return [.. Embedded, "--ConnectionStrings:FinalAccounts=" + database];
    }

    private static async Task<List<string>> ColumnsAsync(FinalAccountsDb db) => await db.Database.SqlQueryRaw<string>(
        """
        SELECT tables.name || '.' || columns.name || ' ' || columns.type || ' ' || columns."notnull" || ' ' || columns.pk AS "Value"
        FROM sqlite_schema tables, pragma_table_info(tables.name) columns
        WHERE tables.type = 'table' AND tables.name NOT LIKE '\_\_EF%' ESCAPE '\' AND tables.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY 1
        """).ToListAsync();

    private static async Task<T> AskAsync<T>(WebApplication app, Func<FinalAccountsDb, Task<T>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<FinalAccountsDb>());
    }
}
