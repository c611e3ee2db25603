using FinalAccounts.Service.Shell;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FinalAccounts.Service.Tests.Web;

[Collection(ServiceTests.Name)]
public sealed class FailuresTests(PostgresCluster cluster)
{
    public static TheoryData<Exception> Full => new(
        new IOException("No space left on device", 28),
        new IOException("disk full", unchecked((int)0x80070070)),
        new DbUpdateException("saving", new SqliteException("database or disk is full", 13)),
        new InvalidOperationException("transient", new PostgresException("could not extend file", "ERROR", "ERROR", PostgresErrorCodes.DiskFull)));

    [Theory]
    [MemberData(nameof(Full))]
    public void FullDiskIs507WithAReasonWhereverItIsMet(Exception exception)
    {
        Assert.Equal(507, Failures.Status(exception));
        Assert.StartsWith("服务器的磁盘满了，没有保存任何内容。", Failures.Detail(exception));
        Assert.False(Failures.IsTheirs(exception));
    }

    [Fact]
    public void OtherTroubleWithFilesIsOurs() => Assert.Equal((500, null), (Failures.Status(new IOException("broken pipe", 32)), Failures.Detail(new IOException("broken pipe", 32))));

    [Fact]
    public async Task RequestThatMeetsAFullDiskIsAnswered507AndIsGoodOnceThereIsRoom()
    {
        await using var store = await TestStore.CreateServingAsync(cluster);
        await store.AddUnitsAsync(1);
        using var client = ApiTests.Client(store.Address, await store.AddTokenAsync("read"));
        await store.AskAsync(db => db.Database.ExecuteSqlRawAsync("""
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER no_room BEFORE INSERT ON "Audit" FOR EACH ROW EXECUTE FUNCTION no_room();
            """));
        using var full = await client.GetAsync("/api/v1/units/u001/years/2023/accounts");
        Assert.Equal(507, (int)full.StatusCode);
        Assert.Contains("服务器的磁盘满了", await full.Content.ReadAsStringAsync());
        await store.AskAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TRIGGER no_room ON "Audit" """));
        Assert.Equal(200, (int)(await client.GetAsync("/api/v1/units/u001/years/2023/accounts")).StatusCode);
    }
}
