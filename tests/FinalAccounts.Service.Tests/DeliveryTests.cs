using System.Security.Claims;
using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Samples;
using FinalAccounts.Service.Deliveries;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Unit = FinalAccounts.Service.Store.Unit;

namespace FinalAccounts.Service.Tests;

/// <summary>Workbooks of many units at once, from the files to what is public.</summary>
[Collection(ServiceTests.Name)]
public sealed class DeliveryTests(PostgresCluster cluster)
{
    private static readonly CompiledSet Set = ShippedSets.Of("hubei-2023");

    [Fact]
    public async Task FilesFindTheirUnitsAndTheRestIsToldWhy()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var (first, second, stranger) = (await AddAsync(store, 1), await AddAsync(store, 2), Made(9));
        var empty = EmptyFacts();
        var id = await TakeAsync(store,
            new ImportFile("各局.zip", ChineseArchive.Of(("甲局/公开表.xlsx", first["公开表.xlsx"]), ("甲局/文字资料.xlsx", first["文字资料.xlsx"]), ("甲局/~$公开表.xlsx", [1]), ("说明.txt", [1]))),
            new ImportFile("u002/表.xlsx", second["公开表.xlsx"]),
            new ImportFile("u002_资料.xlsx", empty),
            new ImportFile("资料.xlsx", empty.ToArray()),
            new ImportFile("生人.xlsx", stranger["公开表.xlsx"]));

        Assert.Equal(["u001 1 Pending 公开表.xlsx 文字资料.xlsx", "u002 1 Pending 表.xlsx u002_资料.xlsx"], await UnitsAsync(store, id));
        Assert.Equal(
            ["各局.zip/说明.txt 不是工作簿", "生人.xlsx 单位清单里没有", "资料.xlsx 文件里没有写单位名称"],
            await store.AskAsync(async db => (await db.Set<DeliveredFile>().Where(file => file.Problem != null).ToListAsync()).Select(file => $"{file.Name} {file.Problem!.Split('“', '（', '，')[0]}").Order(StringComparer.Ordinal)));

        var nameless = await store.AskAsync(db => db.Set<DeliveredFile>().SingleAsync(file => file.Name == "资料.xlsx"));
        var delivery = await store.AskAsync(db => db.Deliveries.AsNoTracking().SingleAsync());
        Assert.StartsWith("没有代码为", await store.WithAsync<DeliveryDesk, string?>(desk => desk.AssignAsync(delivery, nameless.Id, "u999", default)));
        await AcceptAsync(store, delivery, await store.AskAsync(db => db.Imports.Select(import => import.Id).ToListAsync()));
        Assert.Null(await store.WithAsync<DeliveryDesk, string?>(desk => desk.AssignAsync(delivery, nameless.Id, "u001", default)));
        await ReadAsync(store, id);
        Assert.Contains("u001 2 Pending 资料.xlsx", await UnitsAsync(store, id));
    }

    [Fact]
    public async Task FactsComeBeforeTablesButTwoOfAKindAndLastYearsTablesAloneAreNotHandedIn()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var (first, second, other) = (await AddAsync(store, 1), await AddAsync(store, 2), Made(1, items: 14));
        var third = await AddAsync(store, 3);
        var id = await TakeAsync(store,
            new ImportFile("旧/公开表.xlsx", first["公开表.xlsx"]), new ImportFile("新/公开表.xlsx", other["公开表.xlsx"]), new ImportFile("文字资料.xlsx", second["文字资料.xlsx"]),
            new ImportFile("大.xlsx", new byte[ImportLimits.FileBytes + 1]));

        Assert.Equal(["u002 1 Pending 文字资料.xlsx"], await UnitsAsync(store, id));
        var problems = await ProblemsAsync(store, id);
        Assert.Equal(2, problems.Count(problem => problem.Contains("有 2 份：旧/公开表.xlsx、新/公开表.xlsx", StringComparison.Ordinal)));
        Assert.Contains(problems, problem => problem.StartsWith("超过 50 MB", StringComparison.Ordinal));

        // The same tables are last year's of the year after, and no facts come with them.
        var later = await TakeOfAsync(store, TestStore.Year + 1, new ImportFile("公开表.xlsx", third["公开表.xlsx"]));
        Assert.StartsWith("上年公开表不能单独提交", Assert.Single(await ProblemsAsync(store, later)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task FromFilesToPublicInAFewSteps(bool postgres)
    {
        await using var store = await TestStore.CreateServingAsync(postgres ? cluster : null);
        List<ImportFile> files = [];
        foreach (var number in new[] { 1, 2 })
        {
            files.AddRange((await AddAsync(store, number)).Select(file => new ImportFile($"{number}/{file.Key}", file.Value)));
        }

        var id = await TakeAsync(store, [.. files]);
        await RunAgainAsync(store, id);
        Assert.Equal(2, await store.AskAsync(db => db.Imports.CountAsync()));
        var delivery = await store.AskAsync(db => db.Deliveries.AsNoTracking().SingleAsync());
        var imports = await store.AskAsync(db => db.Imports.Select(import => import.Id).ToListAsync());
        Assert.Equal((2, 0), await AcceptAsync(store, delivery, imports));
        Assert.Equal((0, 2), await AcceptAsync(store, delivery, imports));

        var batch = Guid.CreateVersion7();
        await store.WithAsync<Batches, bool>(batches => batches.RequestAsync(batch, TestStore.Year, "clerk", null, default));
        await Eventually.TrueAsync(async () => (await store.WithAsync<Batches, BatchProgress?>(batches => batches.ProgressAsync(batch, default)))!.Done == 2, 120, () => "batch");

        // At once, though nobody has looked at the data since.
        Assert.All(await CandidatesAsync(store, EditionStep.Submit), candidate => Assert.Null(candidate.Obstacle));
        Assert.Equal([null, null], await StepAsync(store, EditionStep.Submit, "clerk"));
        Assert.All(await StepAsync(store, EditionStep.Approve, "clerk"), refusal => Assert.StartsWith("自己生成或送审", refusal));
        Assert.Equal([null, null], await StepAsync(store, EditionStep.Approve, "reviewer"));
        var one = (await CandidatesAsync(store, EditionStep.Publish))[0];
        Assert.Equal([null], (await TakeAsync(store, EditionStep.Publish, "reviewer", one.Edition.Basis.Id)).Select(outcome => outcome.Refusal));

        // Not after a correction, looked at or not.
        await store.AskAsync(async db =>
        {
            var unit = await db.Units.SingleAsync(unit => unit.Code == "u002");
            db.Corrections.Add(new Correction
            {
                UnitId = unit.Id, Year = TestStore.Year, Sheet = "基本情况", Row = "", Column = "成立日期", IsFact = true, NewValue = "2001-01-05", Reason = "补填", By = "clerk", At = DateTimeOffset.UtcNow,
            });
            return await db.SaveChangesAsync();
        });
        Assert.NotNull(Assert.Single(await CandidatesAsync(store, EditionStep.Publish)).Obstacle);
        Assert.Equal([EditionState.Published, EditionState.Approved], await store.AskAsync(db => db.Editions.OrderBy(edition => edition.Unit!.Code).Select(edition => edition.State).ToListAsync()));
    }

    [Fact]
    public async Task WhatNeedsAPersonIsLeftToOne()
    {
        await using var store = await TestStore.CreateAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        await Tests.Editions.EditionSeed.AddAsync(store, unit);
        await Tests.Editions.EditionSeed.AddAsync(store, unit, errors: 2);

        var candidate = Assert.Single(await CandidatesAsync(store, EditionStep.Submit));
        Assert.Equal((2, "有 2 处错误，请打开这一版处理。"), (candidate.Edition.Number, candidate.Obstacle));
        Assert.Empty(await TakeAsync(store, EditionStep.Submit, "clerk"));
        Assert.Equal([candidate.Obstacle], (await TakeAsync(store, EditionStep.Submit, "clerk", candidate.Edition.Basis.Id)).Select(outcome => outcome.Refusal));
        Assert.Equal(0, await store.AskAsync(db => db.Editions.CountAsync(edition => edition.State != EditionState.Draft)));
    }

    // As when the process ended before it noted what it had handed in.
    private static async Task RunAgainAsync(TestStore store, Guid id)
    {
        await store.AskAsync(db => db.Set<DeliveredFile>().ExecuteUpdateAsync(set => set.SetProperty(file => file.ImportId, (long?)null)));
        await store.AskAsync(db => db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.ReadAt, (DateTimeOffset?)null)));
        await store.WithAsync<DeliveryDesk, bool>(async desk =>
        {
            await desk.ResumeAllAsync(default);
            return true;
        });
        await ReadAsync(store, id);
    }

    private static async Task<Dictionary<string, byte[]>> AddAsync(TestStore store, int number)
    {
        var accounts = SampleUnit.Create(Set, Options(number));
        await store.AskAsync(async db =>
        {
            db.Units.Add(new Unit { Code = $"u{number:000}", Name = accounts.UnitName, TemplateSet = "hubei-2023" });
            return await db.SaveChangesAsync();
        });
        return UnitFiles.Workbooks(accounts with { Prior = null }, Set.Set).ToDictionary(file => file.Name, file => file.Content);
    }

    private static Dictionary<string, byte[]> Made(int number, int items = 3) =>
        UnitFiles.Workbooks(SampleUnit.Create(Set, Options(number) with { Items = items }) with { Prior = null }, Set.Set).ToDictionary(file => file.Name, file => file.Content);

    private static UnitOptions Options(int seed) => new(seed) { Items = 3, ThreePublic = false };

    private static byte[] EmptyFacts()
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(FactsWorkbook.Build(Set.Set.Facts, Set.Set.Name, Facts.Empty, DateTimeOffset.UnixEpoch), stream);
        return stream.ToArray();
    }

    [Fact]
    public async Task FilesOfUnitsThatAreNotTheirsFindNobodyAndAreNotAccepted()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var (own, other) = (await AddAsync(store, 1), await AddAsync(store, 2));
        var clerk = await store.AskAsync(async db =>
        {
            var person = new Person { UserName = "clerk", DisplayName = "科员" };
            db.Add(person);
            await db.SaveChangesAsync();
            db.Add(new UnitGrant { PersonId = person.Id, UnitId = (await db.Units.SingleAsync(unit => unit.Code == "u001")).Id });
            await db.SaveChangesAsync();
            return new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{person.Id}"), new(ClaimTypes.Name, "clerk"), new(ClaimTypes.Role, Roles.Finance)], "test"));
        });
        async Task<T> AsClerkAsync<T>(Func<DeliveryDesk, Task<T>> use)
        {
            await using var scope = store.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Reach>().BeginAsync(clerk, default);
            return await use(scope.ServiceProvider.GetRequiredService<DeliveryDesk>());
        }

        var id = await AsClerkAsync(desk => desk.TakeAsync(TestStore.Year, new[] { new ImportFile("甲.xlsx", own["公开表.xlsx"]), new ImportFile("乙.xlsx", other["公开表.xlsx"]) }.ToAsyncEnumerable(), "clerk", default));
        await ReadAsync(store, id);
        Assert.Equal(["u001 1 Pending 甲.xlsx"], await UnitsAsync(store, id));
        var problem = await store.AskAsync(db => db.Set<DeliveredFile>().SingleAsync(file => file.Problem != null));
        Assert.StartsWith("您的单位里没有", problem.Problem);

        var delivery = await store.AskAsync(db => db.Deliveries.AsNoTracking().SingleAsync());
        Assert.StartsWith("没有代码为", await AsClerkAsync(desk => desk.AssignAsync(delivery, problem.Id, "u002", default)));
        var foreign = await TakeAsync(store, new ImportFile("乙.xlsx", other["公开表.xlsx"]));
        var import = await store.AskAsync(db => db.Imports.Where(import => import.Unit!.Code == "u002" && import.State == ImportState.Pending).Select(import => import.Id).SingleAsync());
        var theirs = await store.AskAsync(db => db.Deliveries.AsNoTracking().SingleAsync(other => other.Id == foreign));
        Assert.Equal(0, (await AsClerkAsync(desk => desk.AcceptAsync(theirs, [import], "clerk", default))).Accepted);
    }

    private static Task<Guid> TakeAsync(TestStore store, params ImportFile[] files) => TakeOfAsync(store, TestStore.Year, files);

    private static async Task<Guid> TakeOfAsync(TestStore store, int year, params ImportFile[] files)
    {
        var id = await store.WithAsync<DeliveryDesk, Guid>(desk => desk.TakeAsync(year, files.ToAsyncEnumerable(), "clerk", default));
        await ReadAsync(store, id);
        return id;
    }

    private static Task ReadAsync(TestStore store, Guid id) =>
        Eventually.TrueAsync(() => store.AskAsync(db => db.Deliveries.AnyAsync(delivery => delivery.Id == id && delivery.ReadAt != null)), 120, () => "delivery is not read");

    private static Task<List<string>> ProblemsAsync(TestStore store, Guid id) =>
        store.AskAsync(db => db.Set<DeliveredFile>().Where(file => file.DeliveryId == id && file.Problem != null).Select(file => file.Problem!).ToListAsync());

    private static Task<List<string>> UnitsAsync(TestStore store, Guid id) => store.AskAsync(async db =>
        (await DeliveredUnit.OfAsync(db, await db.Deliveries.SingleAsync(delivery => delivery.Id == id), default))
            .Select(unit => $"{unit.Code} {unit.Number} {unit.State} {string.Join(' ', unit.Files.Select(file => DeliveredFiles.ShortName(file.Name)))}").Order(StringComparer.Ordinal).ToList());

    private static async Task<(int Accepted, int Refused)> AcceptAsync(TestStore store, Delivery delivery, List<long> imports) =>
        await store.WithAsync<DeliveryDesk, (int, int)>(async desk => await desk.AcceptAsync(delivery, imports, "clerk", default) is var (accepted, refused) ? (accepted, refused.Count) : default);

    private static Task<IReadOnlyList<StepCandidate>> CandidatesAsync(TestStore store, EditionStep step) =>
        store.WithAsync<ManyEditions, IReadOnlyList<StepCandidate>>(many => many.CandidatesAsync(step, TestStore.Year, default));

    private static Task<IReadOnlyList<StepOutcome>> TakeAsync(TestStore store, EditionStep step, string by, params long[] chosen) =>
        store.WithAsync<ManyEditions, IReadOnlyList<StepOutcome>>(many => many.TakeAsync(step, TestStore.Year, chosen.Length == 0 ? null : chosen.ToHashSet(), by, default));

    private static async Task<List<string?>> StepAsync(TestStore store, EditionStep step, string by) => [.. (await TakeAsync(store, step, by)).Select(outcome => outcome.Refusal)];
}
