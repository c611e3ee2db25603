using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Samples;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates;
using FinalAccounts.Service.Templates.Proposals;
using FinalAccounts.Service.Templates.Workbench;
using FinalAccounts.Service.Units;
using FinalAccounts.Templates;
using Microsoft.EntityFrameworkCore;
using MadeUnit = FinalAccounts.Samples.SampleUnit;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>A change of templates from drafts to force, on two units.</summary>
[Collection(PostgresTests.Name)]
public sealed class ProposalTests(PostgresCluster cluster)
{
    private const string Set = "hubei-2023", Path = "sections/收入支出总体.sbn", Author = "comms", Reviewer = "reviewer";

    [Theory, InlineData(true), InlineData(false)]
    public async Task DraftIsTriedProposedApprovedByAnotherAndOnlyThenChangesTheEdition(bool postgres)
    {
        await using var store = await TestStore.CreateServingAsync(postgres ? cluster : null);
        var unit = (await store.AddUnitsAsync(2))[0];
        var first = await GenerateAsync(store, unit);
        var id = await PreparedAsync(store, text => text + "\n\n这里补充一句。\n");

        var trial = await TrialAsync(store, id);
        Assert.Equal((TrialState.Done, TemplateProposalState.Prepared), (trial.Trial, trial.State));
        var result = TrialResult.Read(trial.TrialResult)!;
        Assert.Equal((2, 2, 0), (result.Units, result.Changed, result.Failing));
        Assert.Contains(result.Groups, group => group.Example.After.Contains("这里补充一句。", StringComparison.Ordinal));

        Assert.NotNull((await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, " ", default))).Refusal);
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "措辞更顺", default)));
        Assert.Equal(0, await store.AskAsync(db => db.TemplateDrafts.CountAsync()));

        // While a draft and a proposal exist, the same inputs make the same edition.
        await DraftAsync(store, Path, "{{ 没有这个名字 }}");
        Assert.Equal(first, await GenerateAsync(store, unit));

        Assert.Contains("不能自己审定", (await DoAsync(store, proposals => proposals.ApproveAsync(id, Author, null, null, default))).Refusal);
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ApproveAsync(id, Reviewer, "好", null, default)));
        Assert.True((await DoAsync(store, proposals => proposals.RejectAsync(id, Reviewer, "晚了", default))).Conflict);
        Assert.NotEqual(first, await GenerateAsync(store, unit));
        Assert.Equal(
            ["template.proposed", "template.approved"],
            await store.AskAsync(db => db.Audit.Where(entry => entry.Action.StartsWith("template.")).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
        var version = await store.AskAsync(db => db.TemplateVersions.SingleAsync());
        Assert.Equal((1, TemplateVersionState.Published, Author, Reviewer, 0), (version.Number, version.State, version.By, version.DecidedBy, version.Follows));
        Assert.Equal(version.Content, version.Below + "\n\n这里补充一句。\n");
    }

    [Fact]
    public async Task MistakesAreShownByTheTrialAndASetThatCannotBeUsedCannotBeProposed()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        await store.AddUnitsAsync(2);
        var id = await PreparedAsync(store, text => text + "\n\n{{ 收支总纪 | 万元 }}\n");
        var result = TrialResult.Read((await TrialAsync(store, id)).TrialResult)!;
        Assert.Equal((2, 2), (result.Units, result.Failing));
        var finding = FindingsJson.Read(result.Failures[0].Findings)[0];
        Assert.Contains("收支总计", finding.Message);
        Assert.StartsWith(Path, finding.Places[0].ToString());

        id = await PreparedAsync(store, text => text + "{{ if true }}");
        Assert.Equal(TrialState.Broken, (await TrialAsync(store, id)).Trial);
        Assert.Contains("有错误", (await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "试", default))).Refusal);

        // What became broken between proposing and approving is seen as well.
        id = await PreparedAsync(store, text => text + "\n\n补一句。\n");
        await TrialAsync(store, id);
        await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "补一句", default));
        await PublishAsync(store, "metrics.yaml", 1, "- name: [没有写完");
        var refusal = await DoAsync(store, proposals => proposals.ApproveAsync(id, Reviewer, null, null, default));
        Assert.Contains("metrics.yaml", refusal.Refusal);
    }

    [Fact]
    public async Task ProposalWhoseTextWasPublishedMeanwhileIsRefusedAndRedraftedOverTheNewText()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var id = await PreparedAsync(store, text => text + "\n末尾一句。\n");
        await TrialAsync(store, id);
        await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "补一句", default));
        await PublishAsync(store, Path, 2, "开头一句。\n\n" + await TextAsync(store));

        var refusal = await DoAsync(store, proposals => proposals.ApproveAsync(id, Reviewer, null, null, default));
        Assert.True(refusal.Conflict);
        Assert.Contains("已经变了", refusal.Refusal);
        var (decision, conflicts) = await store.WithAsync<TemplateProposals, (Decision, IReadOnlyList<string>)>(proposals => proposals.RedraftAsync(id, Author, default));
        Assert.Equal((Decision.Done, 0), (decision, conflicts.Count));
        var draft = await store.AskAsync(db => db.TemplateDrafts.SingleAsync());
        Assert.StartsWith("开头一句。", draft.Content);
        Assert.EndsWith("末尾一句。\n", draft.Content);
        Assert.Equal(TemplateDrafts.HashOf(await TextAsync(store)), draft.BaseSha256);
        Assert.NotNull((await PrepareAsync(store)).Id);
    }

    [Fact]
    public async Task RejectedTextIsTheAuthorsDraftAgainAndADraftOverAnOldTextIsNotTakenSilently()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var id = await PreparedAsync(store, text => text + "\n末尾一句。\n");
        await TrialAsync(store, id);
        await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "补一句", default));
        Assert.NotNull((await DoAsync(store, proposals => proposals.RejectAsync(id, Reviewer, "", default))).Refusal);
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.RejectAsync(id, Reviewer, "不要这一句", default)));
        Assert.EndsWith("末尾一句。\n", (await store.AskAsync(db => db.TemplateDrafts.SingleAsync())).Content);

        await PublishAsync(store, Path, 9, "另外的文字。\n");
        Assert.Contains("已有别人的改动发布", (await PrepareAsync(store)).Refusal);
        Assert.True(await store.WithAsync<ProposalPreparation, bool>(preparation =>
            preparation.AcknowledgeAsync(Set, Path, TemplateDrafts.HashOf("另外的文字。\n"), Author, default)));
        Assert.NotNull((await PrepareAsync(store)).Id);
    }

    [Fact]
    public async Task TrialThatIsCancelledStopsAndCanBeBegunAgain()
    {
        await using var store = await TestStore.CreateAsync(null);
        await store.AddUnitsAsync(1);
        var id = await PreparedAsync(store, text => text + "\n末尾一句。\n");
        Assert.True(await store.WithAsync<ProposalPreparation, bool>(preparation => preparation.CancelAsync(id, default)));
        await store.WithAsync<TrialJob, bool>(async job => { await job.RunAsync(id, 1, "hubei-2023", default); return true; });
        Assert.Equal(TrialState.Cancelled, (await store.AskAsync(db => db.TemplateProposals.AsNoTracking().SingleAsync())).Trial);
        Assert.Contains("还没有试排完", (await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "补", default))).Refusal);

        Assert.True(await store.WithAsync<ProposalPreparation, bool>(preparation => preparation.TryAgainAsync(id, default)));
        await store.WithAsync<TrialJob, bool>(async job => { await job.RunAsync(id, 1, "hubei-2023", default); await job.RunAsync(id, 2, "hubei-2023", default); return true; });
        Assert.Equal((TrialState.Done, 1), await store.AskAsync(db => db.TemplateProposals.Select(proposal => ValueTuple.Create(proposal.Trial, proposal.TrialDone)).SingleAsync()));
    }

    [Fact]
    public async Task EarlierVersionsAreAllThereAndComeBackOnlyThroughAProposal()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var shipped = await TextAsync(store);
        await PublishAsync(store, Path, 1, "第一稿。\n");
        await PublishAsync(store, Path, 2, "第二稿。\n");
        var versions = await HistoryAsync(store);
        Assert.Equal([(2, true), (1, false), (0, false)], versions.Select(version => (version.Number, version.InForce)));
        Assert.Equal(("national-2024", shipped), (versions[2].Owner, versions[2].Text));

        foreach (var (number, text) in new[] { (1, "第一稿。\n"), (0, shipped) })
        {
            var prepared = await store.WithAsync<TemplateHistory, Prepared>(history => history.RestoreAsync(Set, Path, number, Author, default));
            await TrialAsync(store, prepared.Id!.Value);
            var before = await TextAsync(store);
            await DoAsync(store, proposals => proposals.ProposeAsync(prepared.Id.Value, Author, "恢复", default));
            Assert.Equal(before, await TextAsync(store));
            Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ApproveAsync(prepared.Id.Value, Reviewer, null, null, default)));
            Assert.Equal(text, await TextAsync(store));
        }
    }

    [Fact]
    public async Task SinglePlacesOfAnEarlierVersionComeBackInADraft()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        const string first = "甲。\n\n乙{{ 年度 }}。\n\n丙。\n", inForce = "甲。\n\n改乙{{ 年度 }}。\n\n改丙。\n";
        await PublishAsync(store, Path, 1, first);
        await PublishAsync(store, Path, 2, inForce);
        var places = SentenceRestoring.Choices(first, inForce);
        Assert.Equal([("乙〔年度〕。", "改乙〔年度〕。"), ("丙。", "改丙。")], places.Select(place => (place.Before, place.After)));

        Assert.Equal(new SentenceRestored(3, null), await RestoreAsync(places[0].Run));
        Assert.Equal("甲。\n\n乙{{ 年度 }}。\n\n改丙。\n", await DraftedAsync());

        // The same place again is left alone; another one comes to it.
        Assert.Contains("您的草稿在这一处已经改过", (await RestoreAsync(places[0].Run)).Refusal);
        Assert.Equal(new SentenceRestored(5, null), await RestoreAsync(places[1].Run));
        Assert.Equal(first, await DraftedAsync());
        Assert.Contains("又变了", (await RestoreAsync(99)).Refusal);

        Task<SentenceRestored> RestoreAsync(int run) =>
            store.WithAsync<SentenceRestoring, SentenceRestored>(restoring => restoring.RestoreAsync(new DraftOf(Set, Path, Author), 1, run, default));
        Task<string> DraftedAsync() => store.AskAsync(db => db.TemplateDrafts.Select(draft => draft.Content).SingleAsync());
    }

    [Fact]
    public async Task NewShippedTextUnderAPublishedVersionIsTakenKeptOrMerged()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        const string path = "sections/重点工作.sbn";
        var shipped = (await LayersAsync(store)).Find(Set, path)!.Value.Text;
        await store.AskAsync(async db =>
        {
            db.TemplateVersions.Add(new TemplateVersion
            {
                Set = Set, Path = path, Number = 1, Content = "旧的开头。\n\n" + shipped + "\n结尾一句。\n", Below = "旧的开头。\n\n" + shipped, Follows = 0, Message = "试", State = TemplateVersionState.Published, By = Author, At = DateTimeOffset.UtcNow,
            });
            return await db.SaveChangesAsync();
        });

        var change = Assert.Single(await store.WithAsync<ShippedChanges, IReadOnlyList<ShippedChange>>(changes => changes.OfAsync(Set, default)));
        Assert.Equal((path, 1, shipped), (change.Path, change.Number, change.Now));
        Assert.Equal(shipped + "\n结尾一句。\n", change.Merged);
        Assert.NotNull((await store.WithAsync<ShippedChanges, Prepared>(changes => changes.TakeAsync(Set, path, Author, default))).Id);
        Assert.Equal(Decision.Done, await store.WithAsync<ShippedChanges, Decision>(changes => changes.KeepAsync(Set, path, Author, default)));
        Assert.Empty(await store.WithAsync<ShippedChanges, IReadOnlyList<ShippedChange>>(changes => changes.OfAsync(Set, default)));
    }

    [Fact]
    public async Task SetIsCopiedToTheNextYearAndComesBackFromItsArchive()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var copied = await store.WithAsync<SetExchange, Incoming>(exchange => exchange.CopyAsync(Set, "hubei-2024", 2024, Author, default));
        await ApproveAsync(store, copied.Proposal!.Value);
        var layers = await LayersAsync(store);
        Assert.Contains("fiscalYear: 2024", layers.InForce.Read("hubei-2024", "set.yaml"));
        Assert.Contains("湖北省2024年度", layers.InForce.Read("hubei-2024", "set.yaml"));

        var zip = (await store.WithAsync<SetExchange, byte[]?>(exchange => exchange.ExportAsync("hubei-2024", Author, default)))!;
        Assert.Equal(zip, await store.WithAsync<SetExchange, byte[]?>(exchange => exchange.ExportAsync("hubei-2024", Author, default)));
        Assert.Contains("没有不同", (await store.WithAsync<SetExchange, Incoming>(exchange => exchange.ImportAsync("a.zip", zip, Author, default))).Refusal);
        await PublishAsync(store, "sections/重点工作.sbn", 5, "只有一句。\n", "hubei-2024");
        var imported = await store.WithAsync<SetExchange, Incoming>(exchange => exchange.ImportAsync("a.zip", zip, Author, default));
        var proposal = await TrialAsync(store, imported.Proposal!.Value);
        Assert.Equal("sections/重点工作.sbn", Assert.Single(ProposedFile.Read(proposal.Files)).Path);
    }

    [Fact]
    public async Task EachVersionIsReadAsTheUnitsReadersWouldHaveReadIt()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var unit = (await store.AddUnitsAsync(1))[0];
        await PublishAsync(store, Path, 1, "共{{ 收支总计 | 万元 }}。\n");
        await PublishAsync(store, Path, 2, "{{ 没有的名称 }}\n");
        var versions = await HistoryAsync(store);
        var texts = await store.WithAsync<PrintedVersions, IReadOnlyDictionary<int, string>>(printing => printing.OfAsync(Set, Path, new UnitChoice(unit.Code, unit.Name, TestStore.Year), versions, default));
        Assert.Equal([0, 1, 2], texts.Keys.Order());
        Assert.Matches("^共[0-9,.]+万元。$", texts[1]);
        Assert.Contains("收、支总计", texts[0], StringComparison.Ordinal);
        Assert.Contains("此处有错", texts[2], StringComparison.Ordinal);
        Assert.Empty(await store.WithAsync<PrintedVersions, IReadOnlyDictionary<int, string>>(printing => printing.OfAsync(Set, Path, new UnitChoice(unit.Code, unit.Name, 1999), versions, default)));
    }

    [Fact]
    public async Task ACopiedSetsPlacesOfTheYearBeforeAreDecidedOneByOneAndTriedAfterwards()
    {
        const string path = "sections/重点工作.sbn";
        await using var store = await TestStore.CreateServingAsync(null);
        await PublishAsync(store, path, 5, "2023年起，比2022年好。\n", Set);
        var id = (await store.WithAsync<SetExchange, Incoming>(exchange => exchange.CopyAsync(Set, "hubei-2024", 2024, Author, default))).Proposal!.Value;
        await TrialAsync(store, id);
        Task<Decision> ChooseAsync(string by, int column, string? text, bool open = false) =>
            store.WithAsync<YearRollover, Decision>(rollover => rollover.ChooseAsync(id, by, (path, 1, column), text, open, default));
        async Task<(string Text, string Chosen, TrialState Trial)> NowAsync()
        {
            var proposal = await store.AskAsync(db => db.TemplateProposals.AsNoTracking().SingleAsync(one => one.Id == id));
            var files = ProposedFile.Read(proposal.Files);
            return (files.Single(file => file.Path == path).Content!, string.Join(' ', YearRollover.Places(files).Where(year => year.Place.Path == path).Select(year => $"{year.Place.Written}={(year.Choice is null ? "?" : year.Choice.Text ?? "-")}")), proposal.Trial);
        }

        // Kept is decided too; what was tried counts as long as the text is the same.
        Assert.Equal(Decision.Done, await ChooseAsync(Author, 9, null));
        Assert.Equal(("2023年起，比2022年好。\n", "2023=? 2022=-", TrialState.Done), await NowAsync());
        Assert.Equal(Decision.Done, await ChooseAsync(Author, 1, "{{ 年度 }}"));
        Assert.Equal(("{{ 年度 }}年起，比2022年好。\n", "2023={{ 年度 }} 2022=-", TrialState.Cancelled), await NowAsync());
        Assert.Equal(Decision.Done, await ChooseAsync(Author, 9, "2023"));
        Assert.Equal("{{ 年度 }}年起，比2023年好。\n", (await NowAsync()).Text);
        Assert.Equal(Decision.Done, await ChooseAsync(Author, 1, null, open: true));
        Assert.Equal(("2023年起，比2023年好。\n", "2023=? 2022=2023", TrialState.Cancelled), await NowAsync());

        Assert.NotNull((await ChooseAsync(Author, 3, "x")).Refusal);
        Assert.NotNull((await ChooseAsync(Author, 1, "一\n二")).Refusal);
        Assert.NotNull((await ChooseAsync(Reviewer, 1, "x")).Refusal);
        Assert.NotNull((await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "试", default))).Refusal);
        await store.WithAsync<ProposalPreparation, bool>(preparation => preparation.TryAgainAsync(id, default));
        await ApproveAsync(store, id);
        Assert.Equal("2023年起，比2023年好。\n", (await LayersAsync(store)).InForce.Read("hubei-2024", path));
        Assert.NotNull((await ChooseAsync(Author, 1, "x")).Refusal);
    }

    [Fact]
    public async Task ACopiedSetIsGivenToAUnitAndGeneratesAndAUnitWithoutASetTakesTheOneOfItsRegion()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var copied = await store.WithAsync<SetExchange, Incoming>(exchange => exchange.CopyAsync(Set, "hubei-2024", 2024, Author, default));
        await ApproveAsync(store, copied.Proposal!.Value);
        Assert.Contains("hubei-2024", await store.WithAsync<UnitRegister, IReadOnlyList<string>>(register => register.TemplateSetsAsync(default)));
        var unknown = await store.WithAsync<UnitRegister, IReadOnlyList<EntryProblem>>(register => register.SaveAsync(null, new UnitEntry { Code = "x", Name = "甲局", TemplateSet = "hubei-2025" }, Author, default));
        Assert.Contains("hubei-2024", Assert.Single(unknown).Message);

        var compiled = new TemplateSetReader((await LayersAsync(store)).InForce).ReadCompiled("hubei-2024").Value!;
        foreach (var (code, seed, set) in new[] { ("named", 1, (string?)"hubei-2024"), ("unnamed", 2, null) })
        {
            var accounts = MadeUnit.Create(compiled, new UnitOptions(seed) { Items = 3, ThreePublic = false });
            var entry = new UnitEntry { Code = code, Name = accounts.UnitName, TemplateSet = set };
            Assert.Empty(await store.WithAsync<UnitRegister, IReadOnlyList<EntryProblem>>(register => register.SaveAsync(null, entry, Author, default)));
            var unit = await store.AskAsync(db => db.Units.SingleAsync(unit => unit.Code == code));
            var import = await store.WithAsync<Imports, DataImport>(imports => imports.HandInAsync(
                unit, 2024, new HandIn { Json = new ImportFile("数据.json", UnitFiles.Json(accounts)) }, ImportSource.Api, Author, default));
            Assert.Equal(ImportState.Pending, import.State);
            Assert.Null(await store.WithAsync<Imports, string?>(imports => imports.AcceptAsync(unit, import, Author, default)));
            var run = Guid.NewGuid();
            await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(run, unit, 2024, Author, default));
            var ended = await store.OverAsync(run);
            Assert.Equal((RunState.Done, null), (ended.State, ended.Failure));
            Assert.Equal("hubei-2024", await store.AskAsync(db => db.Editions.Where(edition => edition.Id == ended.EditionId).Select(edition => edition.TemplateSet).SingleAsync()));
        }
    }

    private static async Task ApproveAsync(TestStore store, Guid id)
    {
        await TrialAsync(store, id);
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ProposeAsync(id, Author, "试", default)));
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ApproveAsync(id, Reviewer, null, null, default)));
    }

    private static Task<TemplateLayers> LayersAsync(TestStore store) => store.WithAsync<PublishedTemplates, TemplateLayers>(published => published.LayersAsync(default));

    private static async Task<string> TextAsync(TestStore store) => (await LayersAsync(store)).Find(Set, Path)!.Value.Text;

    private static Task<IReadOnlyList<FileVersion>> HistoryAsync(TestStore store) =>
        store.WithAsync<TemplateHistory, IReadOnlyList<FileVersion>>(history => history.OfAsync(Set, Path, default));

    private static Task<Decision> DoAsync(TestStore store, Func<TemplateProposals, Task<Decision>> step) => store.WithAsync(step);

    private static Task<Prepared> PrepareAsync(TestStore store) =>
        store.WithAsync<ProposalPreparation, Prepared>(preparation => preparation.DraftsAsync(Set, [Path], Author, default));

    private static async Task<Guid> PreparedAsync(TestStore store, Func<string, string> change)
    {
        await DraftAsync(store, Path, change(await TextAsync(store)));
        var prepared = await PrepareAsync(store);
        Assert.True(prepared.Id is not null, prepared.Refusal);
        return prepared.Id.Value;
    }

    private static async Task DraftAsync(TestStore store, string path, string text)
    {
        var basis = (await LayersAsync(store)).Find(Set, path)?.Text;
        await store.AskAsync(async db =>
        {
            await db.TemplateDrafts.ExecuteDeleteAsync();
            db.TemplateDrafts.Add(new TemplateDraft { Set = Set, Path = path, By = Author, Content = text, BaseSha256 = TemplateDrafts.HashOf(basis ?? ""), Revision = 1, At = DateTimeOffset.UtcNow });
            return await db.SaveChangesAsync();
        });
    }

    private static async Task<TemplateProposal> TrialAsync(TestStore store, Guid id)
    {
        TemplateProposal? proposal = null;
        await Eventually.TrueAsync(
            async () => (proposal = await store.AskAsync(db => db.TemplateProposals.AsNoTracking().SingleAsync(row => row.Id == id))).Trial is not (TrialState.Waiting or TrialState.Running),
            60, () => $"{proposal?.Trial} {proposal?.TrialDone}/{proposal?.TrialTotal}");
        return proposal!;
    }

    private static async Task<int> GenerateAsync(TestStore store, Unit unit)
    {
        var id = Guid.CreateVersion7();
        await store.WithAsync<Runs, bool>(runs => runs.RequestAsync(id, unit, TestStore.Year, "clerk", default));
        var run = await store.OverAsync(id);
        Assert.True(run.State == RunState.Done, run.Failure);
        return await store.AskAsync(db => db.Editions.Where(edition => edition.Id == run.EditionId).Select(edition => edition.Number).SingleAsync());
    }

    private static Task<int> PublishAsync(TestStore store, string path, int number, string? text, string set = Set) => store.AskAsync(async db =>
    {
        db.TemplateVersions.Add(new TemplateVersion
        {
            Set = set, Path = path, Number = number, Content = text, Message = "试", State = TemplateVersionState.Published, By = "writer", At = DateTimeOffset.UtcNow,
        });
        return await db.SaveChangesAsync();
    });
}
