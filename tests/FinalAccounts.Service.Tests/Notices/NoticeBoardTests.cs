using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Notices;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Notices;

[Collection(ServiceTests.Name)]
public sealed class NoticeBoardTests(PostgresCluster cluster)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task EachStepIsToldToThoseItConcernsAndNotToWhoTookIt(bool postgres)
    {
        await using var store = await PeopledAsync(postgres ? cluster : null);
        var edition = await NoticeSeed.SubmittedAsync(store);
        await NoticeSeed.StepAsync(store, states => states.ReturnAsync(edition.Id, "li", "第三部分写 88.88 万元，不对", default));
        await NoticeSeed.StepAsync(store, states => states.SubmitAsync(edition.Id, "zhang", null, default));
        await NoticeSeed.StepAsync(store, states => states.ApproveAsync(edition.Id, "li", null, default));
        await NoticeSeed.StepAsync(store, states => states.PublishAsync(edition.Id, "wang", null, default));
        Assert.Equal(
            [
                "Submitted Page li: 第1版已送审", "Submitted Page wang: 第1版已送审",
                "Returned Page zhang: 第1版已退回",
                "Submitted Page li: 第1版已送审", "Submitted Page wang: 第1版已送审",
                "Approved Page zhang: 第1版已审定", "Approved Page wang: 第1版已审定",
                "Published Page li: 第1版已公开", "Published Page zhang: 第1版已公开",
            ],
            await NoticeSeed.SaidAsync(store));
        Assert.Equal("第三部分写 88.88 万元，不对", (await NoticeSeed.OfAsync(store, NoticeWay.Page))[2].Detail);
    }

    [Fact]
    public async Task WithoutTheStepThereIsNoNotice()
    {
        await using var store = await PeopledAsync(null);
        var edition = await NoticeSeed.SubmittedAsync(store);
        var before = await NoticeSeed.SaidAsync(store);
        Assert.NotNull((await NoticeSeed.StepAsync(store, states => states.PublishAsync(edition.Id, "wang", null, default))).Refusal);

        // Somebody else has decided between the look and the save: neither step nor notice is kept.
        await store.WithAsync<EditionStates, int>(async states =>
        {
            await store.AskAsync(db => db.Database.ExecuteSqlRawAsync("""CREATE TRIGGER broken BEFORE INSERT ON "Notices" BEGIN SELECT RAISE(ABORT, 'no'); END"""));
            await Assert.ThrowsAsync<DbUpdateException>(() => states.ReturnAsync(edition.Id, "li", "不对", default));
            return 0;
        });
        Assert.Equal(EditionState.InReview, await store.AskAsync(db => db.Editions.Select(other => other.State).SingleAsync()));
        Assert.Equal(before, await NoticeSeed.SaidAsync(store));
    }

    [Fact]
    public async Task EverybodyChoosesKindsAndWays()
    {
        await using var store = await PeopledAsync(null, ("Mail:Host", "127.0.0.1"), ("Mail:From", "a@example.cn"));
        var (li, wang) = (await IdAsync(store, "li"), await IdAsync(store, "wang"));
        await ChooseAsync(store, li, "li@example.cn", page: [], mail: [NoticeKind.Submitted]);
        await ChooseAsync(store, wang, null, page: [NoticeKind.Published], mail: [NoticeKind.Submitted]);
        await NoticeSeed.SubmittedAsync(store);
        Assert.Equal(["Submitted Mail li: 第1版已送审"], await NoticeSeed.SaidAsync(store));
    }

    [Fact]
    public async Task WhoIsShutOutIsToldNothing()
    {
        await using var store = await PeopledAsync(null);
        await store.WithAsync<Staff, string?>(staff => staff.SwitchAsync("wang", on: false, "admin", default));
        await NoticeSeed.SubmittedAsync(store);
        Assert.Equal(["Submitted Page li: 第1版已送审"], await NoticeSeed.SaidAsync(store));
    }

    [Fact]
    public async Task FailureIsToldToWhoAskedAndOfASchedulesToTheAdministrators()
    {
        await using var store = await PeopledAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        foreach (var by in new[] { "zhang", "每年公开" })
        {
            var id = Guid.NewGuid();
            await store.AskAsync(db =>
            {
                db.Runs.Add(new Run { Id = id, UnitId = unit.Id, Year = TestStore.Year, State = RunState.Queued, By = by, RequestedAt = DateTimeOffset.UtcNow });
                return db.SaveChangesAsync();
            });
            await store.WithAsync<Service.Generation.Claims, int>(async claims =>
            {
                var claim = (await claims.TakeAsync(id, default))!;
                await claims.EndAsync(claim, RunState.Failed, "超过时限", null, "", default);

                // Ended is ended: a second end tells nobody.
                await claims.EndAsync(claim, RunState.Failed, "超过时限", null, "", default);
                return 0;
            });
        }

        Assert.Equal(["Failed Page zhang: 生成没有成功", "Failed Page admin: 生成没有成功"], await NoticeSeed.SaidAsync(store));
    }

    [Fact]
    public async Task LateIsSaidOnceForUnitAndDeadline()
    {
        await using var store = await PeopledAsync(null);
        var units = await store.AddUnitsAsync(3);
        var today = Service.Shell.ShanghaiTime.Day(DateTimeOffset.UtcNow);
        await ApprovedAsync(store, units[0], today.AddDays(-21));
        await ApprovedAsync(store, units[1], today.AddDays(-20));
        await ApprovedAsync(store, units[2], today.AddDays(-200));
        await LookAsync(store);
        await LookAsync(store);
        Assert.Equal([$"Late Page zhang: {today.AddDays(-1):yyyy-MM-dd} 是公开截止日，还没有公开"], await NoticeSeed.SaidAsync(store));

        // Approved anew: another deadline.
        await ApprovedAsync(store, units[0], today.AddDays(-25));
        await LookAsync(store);
        Assert.Equal(2, (await NoticeSeed.SaidAsync(store)).Count);
    }

    private static Task<int> LookAsync(TestStore store) => store.WithAsync<LateJob, int>(async job =>
    {
        await job.RunAsync(default);
        return 0;
    });

    // The job looks at the last years only.
    private static Task<int> ApprovedAsync(TestStore store, Unit unit, DateOnly day) => store.AskAsync(db => db.Imports.Where(import => import.UnitId == unit.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(import => import.ApprovedOn, day).SetProperty(import => import.Year, Service.Shell.ShanghaiTime.Day(DateTimeOffset.UtcNow).Year - 1)));

    private static Task<string?> ChooseAsync(TestStore store, long person, string? address, NoticeKind[] page, NoticeKind[] mail) =>
        store.WithAsync<NoticeChoices, string?>(choices => choices.SaveAsync(person, address, page.ToHashSet(), mail.ToHashSet(), default));

    private static Task<long> IdAsync(TestStore store, string name) => store.AskAsync(db => db.Users.Where(person => person.UserName == name).Select(person => person.Id).SingleAsync());

    private static async Task<TestStore> PeopledAsync(PostgresCluster? cluster, params (string Key, string Value)[] more)
    {
        var store = await TestStore.CreateAsync(cluster, more);
        await NoticeSeed.PersonAsync(store, "zhang", null, Roles.Finance);
        await NoticeSeed.PersonAsync(store, "li", null, Roles.Reviewer);
        await NoticeSeed.PersonAsync(store, "wang", null, Roles.Reviewer);
        return store;
    }
}
