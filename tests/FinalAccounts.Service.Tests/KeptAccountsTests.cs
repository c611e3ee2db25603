using FinalAccounts.Service.Data;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Tests;

/// <summary>Accounts are read once for everybody who looks, and anew as soon as what they are made from is another.</summary>
[Collection(ServiceTests.Name)]
public sealed class KeptAccountsTests
{
    [Fact]
    public async Task AccountsAreSharedUntilACorrectionAnImportOrAnIdleHourMakesThemAnew()
    {
        await using var store = await TestStore.CreateAsync(null);
        var unit = (await store.AddUnitsAsync(2))[0];
        async Task<DataView> ViewAsync() => (await store.WithAsync<UnitData, Result<DataView>?>(data => data.FindAsync(unit, TestStore.Year, default)))!.Value!;

        var first = await ViewAsync();
        Assert.Same(first.Accounts, (await ViewAsync()).Accounts);

        var id = await store.AskAsync(async db =>
        {
            var made = new Correction { UnitId = unit.Id, Year = TestStore.Year, Sheet = "表01", Row = "收入总计", Column = "金额", OldValue = Total(first), NewValue = "1", Reason = "试", By = "clerk", At = DateTimeOffset.UtcNow };
            db.Corrections.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        var corrected = await ViewAsync();
        Assert.Equal(("1", true), (Total(corrected), corrected.Stamp.AccountsSha256 != first.Stamp.AccountsSha256));
        Assert.Same(corrected.Accounts, (await ViewAsync()).Accounts);

        await store.AskAsync(db => db.Corrections.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.UndoneAt, DateTimeOffset.UtcNow)));
        Assert.Equal(Total(first), Total(await ViewAsync()));

        await store.AskAsync(async db =>
        {
            var other = await db.Imports.AsNoTracking().SingleAsync(import => import.UnitId != unit.Id);
            db.Imports.Add(new DataImport { UnitId = unit.Id, Year = TestStore.Year, Number = 2, State = ImportState.Accepted, By = "test", At = DateTimeOffset.UtcNow, AccountsSha256 = other.AccountsSha256 });
            return await db.SaveChangesAsync();
        });
        var next = await ViewAsync();
        Assert.NotEqual(Total(first), Total(next));

        foreach (var kept in store.Services.GetServices<IGivenUp>())
        {
            kept.GiveUp();
        }

        Assert.NotSame(next.Accounts, (await ViewAsync()).Accounts);
    }

    [Fact]
    public async Task ACrowdReadsAFewAtATime()
    {
        using var kept = new KeptAccounts();
        var (now, most) = (0, 0);
        async Task<Result<AccountsInForce>> ReadAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(5);
            Interlocked.Decrement(ref now);
            return new Result<AccountsInForce>(null, []);
        }

        await Task.WhenAll(Enumerable.Range(0, 40).Select(key => kept.OfAsync(key, ReadAsync, default)));
        Assert.InRange(most, 1, Math.Max(2, Environment.ProcessorCount));
    }

    private static string? Total(DataView view) => CorrectionTarget.Find(view, "表01", "收入总计", "金额", false)!.Current;
}
