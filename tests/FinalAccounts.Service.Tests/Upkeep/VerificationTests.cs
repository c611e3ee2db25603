using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Upkeep;

[Collection(ServiceTests.Name)]
public sealed class VerificationTests
{
    [Fact]
    public async Task WhatWasChangedAfterwardsIsNamedAndWhatWasNotVerifies()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        await MakeAsync(store, unit);
        await store.AskAsync(db =>
        {
            db.Corrections.Add(new Correction
            {
                UnitId = unit.Id, Year = TestStore.Year, Sheet = "基本情况", Row = "", Column = "成立日期", IsFact = true, NewValue = "2001-01-05", Reason = "补填", By = "clerk", At = DateTimeOffset.UtcNow,
            });
            return db.SaveChangesAsync();
        });
        await MakeAsync(store, unit);
        var whole = await VerifyAsync(store);
        Assert.Equal((2, 2), (whole.Editions, whole.Remade));
        Assert.Empty(whole.Differences.Concat(whole.Notes));

        // A file that somebody put in place of another, with its right hash: only making it again tells.
        var other = await store.WithAsync<Artifacts, string>(artifacts => artifacts.PutAsync([1, 2, 3], default));
        await store.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE EditionFile SET Sha256 = {other} WHERE Format = 'xlsx' AND EditionId = (SELECT min(Id) FROM Editions)"));
        Assert.Matches("^u001 2023 第1版：由保存的数据和模板重新生成，与保存的不同：.+[.]xlsx。", Assert.Single((await VerifyAsync(store)).Differences));

        // Of another version of the program it cannot be told.
        await store.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Editions SET Program = 'finalaccounts 0.0.1' WHERE Number = 1"));
        var older = await VerifyAsync(store);
        Assert.Empty(older.Differences);
        Assert.StartsWith("u001 2023 第1版：由 finalaccounts 0.0.1 生成", Assert.Single(older.Notes));

        // Content changed in place: named with what uses it.
        var text = await store.AskAsync(db => db.Editions.Where(edition => edition.Number == 2).Select(edition => edition.AccountsSha256).SingleAsync());
        await store.AskAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Artifacts SET Content = Content || X'20' WHERE Sha256 = {text}"));
        Assert.Contains((await VerifyAsync(store)).Differences, difference => difference.StartsWith($"内容 {text} 变了", StringComparison.Ordinal) && difference.Contains("u001 2023 第2版的数据", StringComparison.Ordinal));

        // Content that is gone, as after a damage that no constraint could hold up.
        await store.AskAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; DELETE FROM Artifacts WHERE length(Content) = 3; PRAGMA foreign_keys = ON"));
        Assert.Contains((await VerifyAsync(store)).Differences, difference => difference.StartsWith("u001 2023 第1版：", StringComparison.Ordinal) && difference.EndsWith(".xlsx 的内容不在数据库里。", StringComparison.Ordinal));
    }

    private static async Task MakeAsync(TestStore store, Unit unit)
    {
        var run = Guid.CreateVersion7();
        await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(run, unit, TestStore.Year, "clerk", default));
        var over = await store.OverAsync(run);
        Assert.True(over.State == RunState.Done, over.Failure);
    }

    private static Task<VerificationReport> VerifyAsync(TestStore store) => store.WithAsync<Verification, VerificationReport>(verification => verification.RunAsync(remake: true, null, default));
}
