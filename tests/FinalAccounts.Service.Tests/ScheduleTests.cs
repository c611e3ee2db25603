using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Store;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Tests;

[Collection(ServiceTests.Name)]
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

    [Theory]
    [InlineData("0 9 29 2 *", "2024-03-01T00:00:00Z", "2028-02-29T01:00:00Z")] // 29 February comes every fourth year
    [InlineData("0 9 29 2 *", "2096-03-01T00:00:00Z", "2104-02-29T01:00:00Z")] // and 2100 has none
    [InlineData("30 2 31 3 *", "2025-01-01T00:00:00Z", "2025-03-30T18:30:00Z")] // while Europe's clocks go forward, Shanghai's do not
    [InlineData("30 2 2 11 *", "2025-01-01T00:00:00Z", "2025-11-01T18:30:00Z")] // nor back with America's
    public void TheNextMomentIsShanghaisWhateverTheCalendarDoes(string cron, string now, string next) =>
        Assert.Equal(
            DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture),
            ScheduleClock.Next(cron, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), 1).Single().ToUniversalTime());

    [Fact]
    public void AClockThatWasSetBackServesNothingTwiceAndAYearsGapIsServedOnce()
    {
        var served = new DateTimeOffset(2026, 9, 29, 1, 0, 0, TimeSpan.Zero);
        Assert.Null(ScheduleClock.LatestDue("0 9 29 9 *", served, served));
        Assert.Null(ScheduleClock.LatestDue("0 9 29 9 *", served, served.AddDays(-40)));
        Assert.Null(ScheduleClock.LatestDue("* * * * *", served, served.AddSeconds(-1)));
        Assert.Equal(served.AddYears(3), ScheduleClock.LatestDue("0 9 29 9 *", served, served.AddYears(3).AddDays(2))!.Value.ToUniversalTime());
        Assert.Equal(served.AddYears(1), ScheduleClock.LatestDue("* * * * *", served, served.AddYears(1))!.Value.ToUniversalTime());
        Assert.Equal(new DateTimeOffset(2028, 2, 29, 1, 0, 0, TimeSpan.Zero), ScheduleClock.LatestDue("0 9 29 2 *", served, served.AddYears(2))!.Value.ToUniversalTime());
    }

    [Fact]
    public void DateEachYearIsWrittenAndReadBackForPeople()
    {
        Assert.Equal("5 9 29 9 *", ScheduleClock.Yearly(9, 29, new TimeOnly(9, 5)));
        Assert.Equal("每年 9 月 29 日 09:05", ScheduleClock.YearlyText("5 9 29 9 *"));
        Assert.Equal((9, 29, new TimeOnly(9, 5)), ScheduleClock.YearlyParts("5 9 29 9 *"));
        Assert.Null(ScheduleClock.YearlyParts("0 0 1 * *"));
        Assert.Null(ScheduleClock.YearlyParts("61 25 1 1 *"));
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
        Assert.DoesNotContain(false, await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.WithAsync<Schedules, bool>(schedules => schedules.CatchUpAsync(default)))));

        var batch = await store.AskAsync(db => db.Batches.Include(batch => batch.Runs).SingleAsync());
        Assert.Equal(("每月", 1), (batch.By, batch.Runs.Count));
        Assert.Equal(TimeZoneInfo.ConvertTime(batch.DueAt!.Value, ScheduleClock.Shanghai).Year - 1, batch.Year);
        Assert.Equal(batch.DueAt, await store.AskAsync(db => db.Schedules.Where(schedule => schedule.Enabled).Select(schedule => schedule.LastDueAt).SingleAsync()));
    }

    [Fact]
    public async Task OneBrokenRowIsLeftOutAndTheOthersAreServed()
    {
        await using var store = await TestStore.CreateAsync(null);
        await store.AddUnitsAsync(1);
        await store.AskAsync(async db =>
        {
            db.Schedules.Add(new Schedule { Name = "坏的", Cron = "not a cron", By = "admin", At = DateTimeOffset.UtcNow.AddDays(-200) });
            db.Schedules.Add(new Schedule { Name = "每月", Cron = "0 0 1 * *", By = "admin", At = DateTimeOffset.UtcNow.AddDays(-200) });
            return await db.SaveChangesAsync();
        });
        Assert.False(await store.WithAsync<Schedules, bool>(schedules => schedules.CatchUpAsync(default)));
        Assert.Equal("每月", await store.AskAsync(db => db.Batches.Select(batch => batch.By).SingleAsync()));
    }

    [Fact]
    public async Task ABrokenRowStopsNeitherTheSweepNorTheSchedulesBesideIt()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        var past = DateTimeOffset.UtcNow.AddHours(-1);
        await store.AskAsync(db =>
        {
            db.Schedules.Add(new Schedule { Name = "坏的", Cron = "not a cron", By = "admin", At = past });
            db.Schedules.Add(new Schedule { Name = "每年", Cron = "0 9 29 9 *", By = "admin", At = past });
            return db.SaveChangesAsync();
        });

        // Written into the database beside the queue, as a queue that has lost its job has it.
        var storage = store.Services.GetRequiredService<JobStorage>();
        await Eventually.TrueAsync(() => Task.FromResult(Recurring(storage) is [{ Cron: "0 9 29 9 *" }]), 30, () => $"{Recurring(storage).Count} jobs");
        var id = Guid.CreateVersion7();
        await store.AskAsync(db =>
        {
            db.Runs.Add(new Run { Id = id, UnitId = unit.Id, Year = TestStore.Year, By = "clerk", State = RunState.Running, RequestedAt = past, ClaimedUntil = past });
            return db.SaveChangesAsync();
        });
        Assert.Equal(RunState.Done, (await store.OverAsync(id)).State);
        using var client = ApiTests.Client(store.Address, null);
        Assert.True((await client.GetAsync("/readyz")).IsSuccessStatusCode);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task EachScheduleIsARecurringJobThatCanBeTriggered(bool postgres)
    {
        await using var store = await TestStore.CreateServingAsync(postgres ? cluster : null);
        var unit = (await store.AddUnitsAsync(1))[0];

        // So many years back that there are data.
        var back = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, ScheduleClock.Shanghai).Year - TestStore.Year;
        var (schedule, _) = await store.WithAsync<Schedules, (Schedule?, string?)>(schedules => schedules.AddAsync("每年公开", "0 9 29 9 *", back, "admin", default));
        var storage = store.Services.GetRequiredService<JobStorage>();
        var job = Assert.Single(Recurring(storage));
        Assert.Equal(("0 9 29 9 *", "Asia/Shanghai"), (job.Cron, job.TimeZoneId));
        Assert.Equal(ScheduleClock.Next("0 9 29 9 *", DateTimeOffset.UtcNow, 1)[0].UtcDateTime, job.NextExecution);

        // As the dashboard does it: twice is two batches, each made once.
        var manager = store.Services.GetRequiredService<IRecurringJobManager>();
        for (var i = 1; i <= 2; i++)
        {
            manager.Trigger(job.Id);
            await Eventually.TrueAsync(() => store.AskAsync(async db => await db.Batches.CountAsync() == i), 60, () => $"no batch {i}");
        }

        Assert.All(await store.AskAsync(db => db.Batches.ToListAsync()), batch => Assert.Equal(("每年公开", schedule!.Id), (batch.By, batch.ScheduleId)));
        Assert.NotNull(Assert.Single(Recurring(storage)).LastExecution);

        // What the queue shows is what the rows say, and whose it is.
        await Eventually.TrueAsync(
            () => store.AskAsync(async db => await db.Runs.CountAsync(run => run.State == RunState.Done) == 2), 120, () => "not made");
        await Eventually.TrueAsync(() => Task.FromResult(Titles(storage).Count == 2), 30, () => string.Join("; ", Titles(storage)));
        Assert.All(Titles(storage), title => Assert.StartsWith($"{unit.Name} · ", title));

        Assert.Contains("cron", await store.WithAsync<Schedules, string?>(schedules => schedules.ChangeAsync(schedule!.Id, "每年", "61 * * * *", 1, "admin", default)));
        Assert.Null(await store.WithAsync<Schedules, string?>(schedules => schedules.ChangeAsync(schedule!.Id, "每年十月", "5 9 8 10 *", 1, "admin", default)));
        Assert.Equal("5 9 8 10 *", Assert.Single(Recurring(storage)).Cron);

        await store.WithAsync<Schedules, bool>(schedules => schedules.SwitchAsync(schedule!.Id, false, "admin", default));
        Assert.Empty(Recurring(storage));
        Assert.False(await store.WithAsync<Schedules, bool>(schedules => schedules.TriggerAsync(schedule!.Id, "admin", default)));

        await store.WithAsync<Schedules, bool>(schedules => schedules.SwitchAsync(schedule!.Id, true, "admin", default));
        Assert.True(await store.WithAsync<Schedules, bool>(schedules => schedules.DeleteAsync(schedule!.Id, "admin", default)));
        Assert.Empty(Recurring(storage));
        Assert.Equal([("每年公开", null), ("每年公开", null)], await store.AskAsync(async db => (await db.Batches.ToListAsync()).Select(batch => (batch.By, batch.ScheduleId))));
    }

    // Those of schedules; reminders of what is late recur as well.
    private static List<RecurringJobDto> Recurring(JobStorage storage)
    {
        using var connection = storage.GetConnection();
        return [.. connection.GetRecurringJobs().Where(job => job.Job?.Type.Name != "LateJob")];
    }

    private static List<string> Titles(JobStorage storage) =>
        [.. storage.GetMonitoringApi().SucceededJobs(0, 50).Where(job => job.Value.Job?.Type.Name == "GenerationJob").Select(job => (string)job.Value.Job.Args[1])];

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
