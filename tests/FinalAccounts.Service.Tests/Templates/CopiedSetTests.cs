using FinalAccounts.Accounts;
using FinalAccounts.Design;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Samples;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Designs;
using FinalAccounts.Service.Templates.Proposals;
using FinalAccounts.Service.Units;
using FinalAccounts.Templates;
using Microsoft.EntityFrameworkCore;
using static FinalAccounts.Service.Tests.Templates.ProposalSteps;
using MadeUnit = FinalAccounts.Samples.SampleUnit;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>A set for the next year, from its copy to the first edition.</summary>
[Collection(ServiceTests.Name)]
public sealed class CopiedSetTests
{
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
    public async Task ASetThatWasPutTogetherIsApprovedGivenToAUnitAndGenerates()
    {
        const string key = "guizhou-2024";
        await using var store = await TestStore.CreateServingAsync(null);
        Assert.Equal((key, null), await store.WithAsync<SetDesigns, (string?, string?)>(designs => designs.BeginAsync("guizhou", 2024, "贵州", "national-2024", Author, default)));
        await ChangeAsync(store, key, design => design.TablesAt(last: true));
        await ChangeAsync(store, key, design => design.LeaveOut(3, 7).LeaveOut(1, 7).MarksInOrder());
        var prepared = await store.WithAsync<SetDesigns, Prepared>(designs => designs.PrepareAsync(key, Author, default));

        // Turned down, it is there again to be gone on with.
        await TrialAsync(store, prepared.Id!.Value);
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.ProposeAsync(prepared.Id.Value, Author, "试", default)));
        Assert.Null(await store.WithAsync<SetDesigns, DesignState?>(designs => designs.FindAsync(key, Author, default)));
        Assert.Equal(Decision.Done, await DoAsync(store, proposals => proposals.RejectAsync(prepared.Id.Value, Reviewer, "再想想", default)));
        await ChangeAsync(store, key, design => design with { Name = "贵州省" });
        var again = await store.WithAsync<SetDesigns, Prepared>(designs => designs.PrepareAsync(key, Author, default));
        await ApproveAsync(store, again.Id!.Value);
        Assert.Null(await store.WithAsync<SetDesigns, DesignState?>(designs => designs.FindAsync(key, Author, default)));

        var set = new TemplateSetReader((await LayersAsync(store)).InForce).ReadCompiled(key).Value!;
        var accounts = MadeUnit.Create(set, new UnitOptions(1) { Items = 3, ThreePublic = false });
        await GenerateWithAsync(store, "gz", accounts, key, key);
    }

    [Fact]
    public async Task ACopiedSetIsGivenToAUnitAndGeneratesAndAUnitWithoutASetTakesTheOneOfItsRegion()
    {
        await using var store = await TestStore.CreateServingAsync(null);
        var copied = await store.WithAsync<SetExchange, Incoming>(exchange => exchange.CopyAsync(Set, "hubei-2024", 2024, Author, default));
        await ApproveAsync(store, copied.Proposal!.Value);
        Assert.Contains(await store.WithAsync<UnitRegister, IReadOnlyList<SetSummary>>(register => register.TemplateSetsAsync(default)), set => set.Key == "hubei-2024");
        var unknown = await store.WithAsync<UnitRegister, IReadOnlyList<EntryProblem>>(register => register.SaveAsync(null, new UnitEntry { Code = "x", Name = "甲局", TemplateSet = "hubei-2025" }, Author, default));
        Assert.Contains("hubei-2024", Assert.Single(unknown).Message);

        var compiled = new TemplateSetReader((await LayersAsync(store)).InForce).ReadCompiled("hubei-2024").Value!;
        foreach (var (code, seed, set) in new[] { ("named", 1, (string?)"hubei-2024"), ("unnamed", 2, null) })
        {
            var accounts = MadeUnit.Create(compiled, new UnitOptions(seed) { Items = 3, ThreePublic = false });
            await GenerateWithAsync(store, code, accounts, set, "hubei-2024");
        }
    }

    private static async Task ChangeAsync(TestStore store, string key, Func<SetDesign, SetDesign> change)
    {
        var state = (await store.WithAsync<SetDesigns, DesignState?>(designs => designs.FindAsync(key, Author, default)))!;
        Assert.True(await store.WithAsync<SetDesigns, bool>(designs => designs.SaveAsync(change(state.Design!), state.Revision, Author, default)));
    }

    private static async Task GenerateWithAsync(TestStore store, string code, DepartmentAccounts accounts, string? set, string used)
    {
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
        Assert.Equal(used, await store.AskAsync(db => db.Editions.Where(edition => edition.Id == ended.EditionId).Select(edition => edition.TemplateSet).SingleAsync()));
    }
}
