using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Tests.Upkeep;

[Collection(ServiceTests.Name)]
public sealed class TrailTests(PostgresCluster cluster)
{
    private const int Each = 40;

    [Theory, InlineData(true), InlineData(false)]
    public async Task TwoProcessesThatRecordAtOnceMakeOneChainAndWhatIsChangedOrMissingIsFound(bool postgres)
    {
        await using var store = await TestStore.CreateAsync(postgres ? cluster : null);
        await using var other = await store.StartAsync("web");
        var before = await store.AskAsync(db => db.Audit.CountAsync());
        await Task.WhenAll(new[] { store.Services, other.Services }.SelectMany(services => Enumerable.Range(0, 4).Select(writer => Task.Run(() => RecordAsync(services, writer)))));
        Assert.Equal(before + (2 * 4 * Each), await store.AskAsync(db => db.Audit.CountAsync()));
        var (whole, head) = await CheckAsync(store, null);
        Assert.Empty(whole);
        Assert.Empty((await CheckAsync(store, head)).Differences);

        // Changed in place; with a hash for the changed text; taken out; cut off at the end.
        List<long> ids = await store.AskAsync(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Id).ToListAsync());
        await store.AskAsync(db => db.Audit.Where(entry => entry.Id == ids[10]).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.By, "nobody")));
        Assert.StartsWith($"审计记录第 {ids[10]} 条（", Assert.Single((await CheckAsync(store, null)).Differences));
        var forged = await store.AskAsync(db => db.Audit.AsNoTracking().SingleAsync(entry => entry.Id == ids[10]));
        var ninth = await store.AskAsync(db => db.Audit.Where(entry => entry.Id == ids[9]).Select(entry => entry.Hash).SingleAsync());
        await store.AskAsync(db => db.Audit.Where(entry => entry.Id == ids[10]).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Hash, AuditChain.HashOf(ninth, forged))));
        Assert.StartsWith($"审计记录第 {ids[11]} 条（", Assert.Single((await CheckAsync(store, null)).Differences));
        await store.AskAsync(db => db.Audit.Where(entry => entry.Id == ids[20]).ExecuteDeleteAsync());
        Assert.Contains((await CheckAsync(store, null)).Differences, difference => difference.StartsWith($"审计记录第 {ids[21]} 条（", StringComparison.Ordinal));
        var last = ids[^3];
        await store.AskAsync(db => db.Audit.Where(entry => entry.Id >= last).ExecuteDeleteAsync());
        Assert.Contains((await CheckAsync(store, head)).Differences, difference => difference.StartsWith($"审计记录里没有校验值为 {head} 的记录", StringComparison.Ordinal));

        // A start chains only what was never chained.
        await store.AskAsync(db => db.Audit.Where(entry => entry.Id == ids[5]).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Hash, "")));
        await store.AskAsync(async db =>
        {
            await Schema.BringUpToDateAsync(db, default);
            return 0;
        });
        Assert.Contains((await CheckAsync(store, null)).Differences, difference => difference.StartsWith($"审计记录第 {ids[5]} 条（", StringComparison.Ordinal));
    }

    // By themselves, in a transaction of several saves, and undone.
    private static async Task RecordAsync(IServiceProvider services, int writer)
    {
        for (var i = 0; i < Each; i += 4)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<FinalAccountsDb>();
            db.Record(DateTimeOffset.UtcNow, $"w{writer}", "unit.changed", $"{i}", "“引号”与\n换行");
            db.Record(DateTimeOffset.UtcNow, $"w{writer}", "unit.changed", $"{i + 1}");
            await db.SaveChangesAsync();
            await using (var undone = await db.BeginRecordedAsync(default))
            {
                db.Record(DateTimeOffset.UtcNow, $"w{writer}", "unit.changed", "undone");
                await db.SaveChangesAsync();
            }

            db.ChangeTracker.Clear();
            await using var transaction = await db.BeginRecordedAsync(default);
            db.Record(DateTimeOffset.UtcNow, $"w{writer}", "unit.changed", $"{i + 2}");
            await db.SaveChangesAsync();
            db.Record(DateTimeOffset.UtcNow, $"w{writer}", "unit.changed", $"{i + 3}");
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    private static Task<(IReadOnlyList<string> Differences, string Head)> CheckAsync(TestStore store, string? head) => store.AskAsync(async db =>
    {
        var check = new TrailCheck(db);
        return (await check.DifferencesAsync(head, default), check.Head);
    });
}
