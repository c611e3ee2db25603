using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Processes;

[Collection(ProcessTests.Name)]
public sealed class StartTests(PostgresCluster cluster)
{
    [Fact]
    public async Task ProcessesThatStartTogetherPrepareTheDatabaseOnce()
    {
        var database = cluster.CreateDatabase();
        var apps = Enumerable.Range(0, 3).Select(_ => ServiceHost.Build(
            ["--ConnectionStrings:FinalAccounts=" + database, "--FinalAccounts:Sample=true", "--Logging:LogLevel:Default=Error"], Repository.Root)).ToList();
        var passwords = await Task.WhenAll(apps.Select(app => Task.Run(() => app.Services.PrepareAsync(CancellationToken.None))));

        Assert.Single(passwords, password => password is not null);
        await using (var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(database).Options))
        {
            Assert.Equal("admin", (await db.Users.SingleAsync(person => person.MustChangePassword)).UserName);
            Assert.Equal(Roles.All.Order(), (await db.Roles.Select(role => role.Name!).ToListAsync()).Order());
            Assert.Equal("whdh", (await db.Units.SingleAsync()).Code);
            Assert.Equal(ImportState.Accepted, (await db.Imports.SingleAsync()).State);
            Assert.False(db.Database.HasPendingModelChanges());
        }

        foreach (var app in apps)
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task EmbeddedDefaultStartsWithTheSampleAndPrintsAddressAndPasswordOnce()
    {
        var data = Directory.CreateTempSubdirectory();
        string[] arguments = [$"--FinalAccounts:Data={data.FullName}", "--urls=http://127.0.0.1:0"];
        await using (var first = await ServeProcess.StartAsync(arguments))
        {
            Assert.Matches("一次性密码：[A-Za-z0-9]{16}（", first.Said);
            Assert.Equal("127.0.0.1", first.Address.Host);

            // The embedded database is one process's own.
            await using var second = ServeProcess.Launch(arguments);
            await second.EndedAsync();
            Assert.Equal(4, second.ExitCode);
            Assert.Contains("正由另一个 finalaccounts serve 使用", second.Said);
        }

        await using (var again = await ServeProcess.StartAsync(arguments))
        {
            Assert.DoesNotContain("一次性密码", again.Said);
        }

        await using (var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={data.FullName}/final-accounts.db;Pooling=false").Options))
        {
            Assert.Equal(1, await db.Units.CountAsync());
            Assert.False(db.Database.HasPendingModelChanges());
        }

        data.Delete(recursive: true);
    }

    [Theory]
    [InlineData("--FinalAccounts:Data=/proc/nowhere/data", "不能写入")]
    [InlineData("--FinalAccounts:Roles=boss", "角色“boss”不对")]
    [InlineData("--FinalAccounts:Roles=worker", "内嵌数据库只能由一个进程使用")]
    [InlineData("--FinalAccounts:Formats=odt", "不认识的格式“odt”")]
    [InlineData("--ConnectionStrings:FinalAccounts=Host=127.0.0.1;Port=1;Username=a;Database=b;Timeout=2", "不能连接 PostgreSQL")]
    public async Task StartThatCannotBeSaysWhy(string argument, string words)
    {
        var refused = await Assert.ThrowsAsync<StartupException>(() => Serving.RunAsync([argument, "--urls=http://127.0.0.1:0"], Repository.Root, _ => { }, CancellationToken.None));
        Assert.Contains(words, refused.Message);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task ArtifactPutTwiceAtOnceIsKeptOnceAndStreamsBack(bool postgres)
    {
        await using var store = await TestStore.CreateAsync(postgres ? cluster : null);
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.WithAsync<Artifacts, string>(artifacts => artifacts.PutAsync(bytes, default)))));
        Assert.Single(keys.Distinct());
        Assert.Equal(1, await store.AskAsync(db => db.Artifacts.CountAsync()));
        var back = await store.WithAsync<Artifacts, byte[]>(async artifacts =>
        {
            await using var stream = await artifacts.OpenAsync(keys[0], default);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            return copy.ToArray();
        });
        Assert.Equal(bytes, back);
        await Assert.ThrowsAsync<InvalidDataException>(() => store.WithAsync<Artifacts, Stream>(artifacts => artifacts.OpenAsync("none", default)));
    }
}
