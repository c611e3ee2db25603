using System.Text;
using FinalAccounts.Documents;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>A unit with one of everything that belongs to a unit.</summary>
internal static class UnitSeed
{
    public static Task<int> AddAsync(WebApp web, string code, string name, string by) => web.QueryAsync(async db =>
    {
        var now = DateTimeOffset.UtcNow;
        var artifacts = new Artifacts(db, TimeProvider.System);
        var source = ShippedSets.Source;
        var page = await artifacts.PutAsync(Encoding.UTF8.GetBytes($"<p>{name}</p>"), default);
        var document = new Document(new DocumentMetadata(name, name, 2023, DateTimeOffset.UnixEpoch, null), [new Section(new PageSetup(), [new Heading(1, [new Text(name)], "p1")])]);
        var text = await artifacts.PutAsync(DocumentJson.Write(document), default);
        var templates = await artifacts.PutAsync(KeptTemplates.Of(source, new TemplateSetReader(source).Read("hubei-2023").Value!).ToJson(), default);
        var sample = await db.Imports.Where(import => import.Unit!.Code == "whdh").Select(import => import.AccountsSha256).FirstAsync();
        var unit = new Unit { Code = code, Name = name, TemplateSet = "hubei-2023" };
        var import = new DataImport
        {
            Unit = unit, Year = 2023, Number = 1, State = ImportState.Accepted, By = by, At = now, AccountsSha256 = sample, ApprovedOn = new DateOnly(2024, 9, 20),
            Files = [new ImportedFile { Kind = ImportedFileKind.Json, Name = name + ".json", Sha256 = sample! }],
        };
        db.Imports.Add(import);
        await db.SaveChangesAsync();
        Edition Made(int number, EditionState state) => new()
        {
            UnitId = unit.Id, Year = 2023, Number = number, State = state, ImportId = import.Id, InputsHash = $"{code} {number}", AccountsSha256 = sample!, TemplateSet = "hubei-2023", TemplateSetHash = "",
            TemplatesSha256 = templates, TextSha256 = text, Program = "test", By = by, At = now,
            Files = [new EditionFile { Format = "html", Name = name + ".html", Sha256 = page, Size = 1 }], Events = [new EditionEvent { State = state, By = by, At = now }],
        };
        var (first, second) = (Made(1, EditionState.Published), Made(2, EditionState.InReview));
        db.Editions.AddRange(first, second);
        db.Corrections.Add(new Correction { UnitId = unit.Id, Year = 2023, Sheet = "基本情况", Row = "", Column = "成立日期", IsFact = true, NewValue = "2001-01-05", Reason = name, By = by, At = now });
        db.Runs.Add(new Run { Id = Guid.CreateVersion7(), UnitId = unit.Id, Year = 2023, State = RunState.Failed, Failure = name, By = by, RequestedAt = now });
        db.Batches.Add(new Batch { Id = Guid.CreateVersion7(), Year = 2023, By = by, RequestedAt = now, Runs = [new Run { Id = Guid.CreateVersion7(), UnitId = unit.Id, Year = 2023, State = RunState.Done, Edition = first, By = by, RequestedAt = now }] });
        db.Deliveries.Add(new Delivery
        {
            Id = Guid.CreateVersion7(), Year = 2023, By = by, At = now, ReadAt = now,
            Files = [new DeliveredFile { Name = name + ".xlsx", UnitId = unit.Id, ImportId = import.Id, Kind = ImportedFileKind.Json }],
        });
        db.Reviews.Add(new DocumentReview { Name = name + ".docx", Unit = name, Sha256 = page, ReportSha256 = page, By = by, At = now });
        return await db.SaveChangesAsync();
    });

    /// <summary>What each thing of it is called in addresses.</summary>
    public static Task<Dictionary<string, string>> KeysAsync(WebApp web, string code) => web.QueryAsync(async db =>
    {
        var unit = await db.Units.SingleAsync(unit => unit.Code == code);
        return new Dictionary<string, string>
        {
            ["code"] = code,
            ["run"] = (await db.Runs.FirstAsync(run => run.UnitId == unit.Id && run.BatchId == null)).Id.ToString(),
            ["batch"] = (await db.Runs.FirstAsync(run => run.UnitId == unit.Id && run.BatchId != null && run.EditionId != null)).BatchId.ToString()!,
            ["correction"] = $"{(await db.Corrections.FirstAsync(correction => correction.UnitId == unit.Id)).Id}",
            ["file"] = $"{(await db.Imports.Include(import => import.Files).FirstAsync(import => import.UnitId == unit.Id)).Files[0].Id}",
            ["delivery"] = $"{(await db.Set<DeliveredFile>().FirstAsync(file => file.UnitId == unit.Id)).DeliveryId}",
            ["review"] = $"{(await db.Reviews.FirstAsync(review => review.Unit == unit.Name)).Id}",
        };
    });
}
