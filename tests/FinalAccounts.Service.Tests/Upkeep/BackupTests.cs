using System.IO.Compression;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Tests.Upkeep;

[Collection(ServiceTests.Name)]
public sealed class BackupTests(PostgresCluster cluster) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("finalaccounts-backup-tests-");

    [Fact]
    public async Task BackupRestoredToTheOtherDatabaseElsewhereAndBackAgainHasEveryRowAndVerifies()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var units = await store.AddUnitsAsync(2);
        await store.AskAsync(db => db.Units.Where(unit => unit.Id == units[0].Id).ExecuteUpdateAsync(set => set.SetProperty(unit => unit.ParentId, units[1].Id)));
        var run = Guid.CreateVersion7();
        await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(run, units[0], TestStore.Year, "clerk", default));
        Assert.Equal(RunState.Done, (await store.OverAsync(run)).State);

        var first = await BackUpAsync(store.Arguments("web"), "first");
        string[] postgres = ["--ConnectionStrings:FinalAccounts=" + cluster.CreateDatabase(), "--FinalAccounts:Sample=false"];
        Assert.StartsWith("已恢复：2 个单位，1 个版本", await Upkeeping.RestoreAsync(postgres, Repository.Root, PathOf("first"), default));
        Same(first, await BackUpAsync(postgres, "second"));
        string[] elsewhere = [$"--FinalAccounts:Data={PathOf("elsewhere")}"];
        await Upkeeping.RestoreAsync(elsewhere, Repository.Root, PathOf("second"), default);
        Same(first, await BackUpAsync(elsewhere, "third"));

        foreach (var restored in new[] { postgres, elsewhere })
        {
            var said = new List<string>();
            Assert.True(await Upkeeping.VerifyAsync(restored, Repository.Root, remake: true, null, said.Add, default), string.Join('\n', said));
            Assert.Contains("1 个版本（重新生成了 1 个）", said[^1]);
            await NextRowIsTakenAsync(restored);

            // Over something that is there nothing is restored.
            var refused = await Assert.ThrowsAsync<StartupException>(() => Upkeeping.RestoreAsync(restored, Repository.Root, PathOf("first"), default));
            Assert.StartsWith("数据库不是空的", refused.Message);
        }
    }

    [Fact]
    public async Task PageGivesTheAdministratorAWholeBackup()
    {
        var web = new WebApp();
        await web.InitializeAsync();
        try
        {
            using var client = await web.SignInAsync(Roles.Administrator);
            using var answer = await WebApp.PostAsync(client, "/backup");
            Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
            await File.WriteAllBytesAsync(PathOf("page"), await answer.Content.ReadAsByteArrayAsync());
        }
        finally
        {
            await web.DisposeAsync();
        }

        Assert.StartsWith("已恢复：1 个单位", await Upkeeping.RestoreAsync([$"--FinalAccounts:Data={PathOf("target")}"], Repository.Root, PathOf("page"), default));
    }

    [Fact]
    public async Task BrokenBackupIsRefusedAndAWholeOneStillFits()
    {
        await using var store = await TestStore.CreateAsync(null);
        await store.AddUnitsAsync(1);
        await BackUpAsync(store.Arguments("web"), "whole");
        var whole = await File.ReadAllBytesAsync(PathOf("whole"));
        string[] target = [$"--FinalAccounts:Data={PathOf("target")}"];

        await File.WriteAllBytesAsync(PathOf("short"), whole[..(whole.Length / 2)]);
        await RefusedAsync(target, "short", "这个文件不是完整的备份");
        Rewrite("changed", whole, name => name.StartsWith("files/", StringComparison.Ordinal), bytes => [.. bytes, 0]);
        await RefusedAsync(target, "changed", "的内容与校验值不符");
        Rewrite("edited", whole, name => name == "tables/Units.jsonl", bytes => [.. bytes.Select(letter => letter == (byte)'u' ? (byte)'v' : letter)]);
        await RefusedAsync(target, "edited", "tables/Units.jsonl 的内容与校验值不符");
        Rewrite("newer", whole, name => name == Backup.ContentsEntry, bytes => System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes).Replace("\"schema\":\"", "\"schema\":\"Later", StringComparison.Ordinal)));
        await RefusedAsync(target, "newer", "备份由更新的程序");

        Assert.StartsWith("已恢复：1 个单位", await Upkeeping.RestoreAsync(target, Repository.Root, PathOf("whole"), default));
        Assert.False(Directory.Exists(Path.Combine(PathOf("target"), "uploads")), "a command that is no service took over where the process keeps requests");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private async Task<BackupContents> BackUpAsync(string[] arguments, string name)
    {
        Assert.StartsWith("已备份到", await Upkeeping.BackUpAsync(arguments, Repository.Root, PathOf(name), default));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf(name)));
        using var archive = ZipFile.OpenRead(PathOf(name));
        return System.Text.Json.JsonSerializer.Deserialize<BackupContents>(archive.GetEntry(Backup.ContentsEntry)!.Open(), System.Text.Json.JsonSerializerOptions.Web)!;
    }

    // Row by row, by the hashes of the tables' files; the trail has gained that it was restored.
    private static void Same(BackupContents before, BackupContents after)
    {
        Assert.Equal(before.Tables.Where(table => table.Name != "Audit").Select(table => (table.Name, table.Rows, table.Sha256)),
            after.Tables.Where(table => table.Name != "Audit").Select(table => (table.Name, table.Rows, table.Sha256)));
        Assert.True(after.Tables.Single(table => table.Name == "Audit").Rows > before.Tables.Single(table => table.Name == "Audit").Rows);
    }

    private static Task<bool> NextRowIsTakenAsync(string[] arguments) => Administration.WithStoreAsync(arguments, Repository.Root, async services =>
    {
        var db = services.GetRequiredService<FinalAccountsDb>();
        db.Units.Add(new Unit { Code = "later", Name = "later" });
        await db.SaveChangesAsync();
        return await db.Units.CountAsync() == 3 ? true : throw new InvalidOperationException("no third unit");
    });

    private async Task RefusedAsync(string[] target, string name, string words)
    {
        var refused = await Assert.ThrowsAsync<StartupException>(() => Upkeeping.RestoreAsync(target, Repository.Root, PathOf(name), default));
        Assert.Contains(words, refused.Message);
    }

    private void Rewrite(string name, byte[] whole, Func<string, bool> which, Func<byte[], byte[]> change)
    {
        File.WriteAllBytes(PathOf(name), whole);
        using var archive = ZipFile.Open(PathOf(name), ZipArchiveMode.Update);
        var entry = archive.Entries.First(entry => which(entry.FullName));
        using var before = new MemoryStream();
        using (var content = entry.Open())
        {
            content.CopyTo(before);
        }

        var path = entry.FullName;
        entry.Delete();
        using var after = archive.CreateEntry(path).Open();
        after.Write(change(before.ToArray()));
    }
}
