using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests;

[Collection(PostgresTests.Name)]
public sealed class ScheduleTests(PostgresCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 16, 30, 0, TimeSpan.Zero);

    [Fact]
    public void MomentsAreReadAsShanghaisClocks()
    {
        // Half past midnight in Shanghai already: the 25th.
        Assert.Equal(new DateTimeOffset(2027, 9, 29, 9, 0, 0, TimeSpan.FromHours(8)), ScheduleClock.Next("0 9 29 9 *", Now, 1)[0]);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.FromHours(8)), ScheduleClock.LatestDue("0 0 * * *", Now.AddYears(-3), Now));
        Assert.Equal(3, ScheduleClock.Next("0 9 29 9 *", Now, 3).Count);
    }

    [Fact]
    public void DateEachYearIsWrittenAndReadBackForPeople()
    {
        Assert.Equal("5 9 29 9 *", ScheduleClock.Yearly(9, 29, new TimeOnly(9, 5)));
        Assert.Equal("每年 9 月 29 日 09:05", ScheduleClock.YearlyText("5 9 29 9 *"));
        Assert.Null(ScheduleClock.YearlyText("0 0 1 * *"));
    }

    [Theory]
    [InlineData("* * * * *", -3000, "2026-11-24T16:30:00Z")]
    [InlineData("0 9 29 9 *", -1000, "2026-09-29T01:00:00Z")]
    [InlineData("0 9 29 9 *", -10, null)]
    [InlineData("30 0 25 11 *", 0, null)]
    public void OfAllMissedMomentsTheLatestIsDue(string cron, int sinceDays, string? due) =>
        Assert.Equal(due is null ? null : DateTimeOffset.Parse(due), ScheduleClock.LatestDue(cron, Now.AddDays(sinceDays), Now));

    [Theory, InlineData(true), InlineData(false)]
    public async Task MissedMomentsAreCaughtUpOnceByHoweverManyWorkers(bool postgres)
    {
        await using var store = await TestStore.CreateAsync(postgres ? cluster : null);
        await store.AddUnitsAsync(1);
        await store.AskAsync(async db =>
        {
            db.Schedules.Add(new Schedule { Name = "每月", Cron = "0 0 1 * *", YearsBack = 1, By = "admin", At = DateTimeOffset.UtcNow.AddDays(-200) });
            db.Schedules.Add(new Schedule { Name = "停用的", Cron = "0 0 1 * *", Enabled = false, By = "admin", At = DateTimeOffset.UtcNow.AddDays(-200) });
            return await db.SaveChangesAsync();
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.WithAsync<Schedules, int>(async schedules =>
        {
            await schedules.ServeDueAsync(default);
            return 0;
        })));

        var batch = await store.AskAsync(db => db.Batches.Include(batch => batch.Runs).SingleAsync());
        Assert.Equal(("每月", 1), (batch.By, batch.Runs.Count));
        Assert.Equal(TimeZoneInfo.ConvertTime(batch.DueAt!.Value, ScheduleClock.Shanghai).Year - 1, batch.Year);
        Assert.Equal(batch.DueAt, await store.AskAsync(db => db.Schedules.Where(schedule => schedule.Enabled).Select(schedule => schedule.LastDueAt).SingleAsync()));
    }

    [Fact]
    public async Task ScheduleThatMakesNoSenseIsRefusedWithAnExample()
    {
        await using var store = await TestStore.CreateAsync(null);
        foreach (var cron in new[] { "", "every day", "0 9 31 2 *", "61 * * * *" })
        {
            var (schedule, problem) = await store.WithAsync<Schedules, (Schedule?, string?)>(schedules => schedules.AddAsync("每年", cron, 1, "admin", default));
            Assert.Null(schedule);
            Assert.Contains("0 9 29 9 *", problem);
        }

        Assert.NotNull((await store.WithAsync<Schedules, (Schedule?, string?)>(schedules => schedules.AddAsync("每年", "0 9 29 9 *", 1, "admin", default))).Item1);
    }
}
