using FinalAccounts.Accounts;
using FinalAccounts.Import;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Prefill;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Data;

/// <summary>Files of the pages: what was handed in, as it was, and the 文字资料 workbook with what is known filled in.</summary>
internal static class DataDownloads
{
    /// <summary>The media type of workbooks.</summary>
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapDataDownloads(this IEndpointRouteBuilder endpoints)
    {
        var unit = endpoints.MapGroup("/units/{code}/years/{year:int}").RequireAuthorization(Rights.Read).AddEndpointFilter<UnitYearFilter>().ExcludeFromDescription();
        unit.MapGet("/imports/{number:int}/files/{id:long}", FileAsync);
        unit.MapGet("/facts.xlsx", FactsAsync);
    }

    private static async Task<IResult> FileAsync(
        HttpContext context, Imports imports, Artifacts artifacts, FinalAccountsDb db, TimeProvider time, int year, int number, long id, CancellationToken cancellation)
    {
        var unit = (Unit)context.Items[UnitYearFilter.Key]!;
        var import = await imports.FindAsync(unit.Id, year, number, cancellation);
        if (import?.Files.Find(file => file.Id == id) is not { } file)
        {
            return Results.NotFound();
        }

        db.Record(time.GetUtcNow(), context.User.Identity!.Name!, "import.downloaded", $"{unit.Code} {year} 第{number}次", file.Name);
        await db.SaveChangesAsync(cancellation);
        return Results.File(await artifacts.ReadAsync(file.Sha256, cancellation), "application/octet-stream", file.Name);
    }

    private static async Task<IResult> FactsAsync(
        HttpContext context, CorrectionDesk corrections, UnitTemplates templates, FinalAccountsDb db, TimeProvider time, int year, CancellationToken cancellation)
    {
        var unit = (Unit)context.Items[UnitYearFilter.Key]!;
        var data = await corrections.ViewAsync(unit, year, cancellation);
        if ((data?.Set ?? (await templates.LoadAsync(unit, year, new ImportRequest(), cancellation)).Set) is not { } set)
        {
            return Results.NotFound();
        }

        var last = await corrections.ViewAsync(unit, year - 1, cancellation);
        var accounts = data?.Accounts ?? new DepartmentAccounts(unit.Name, year, new Dictionary<string, AccountsTable>(), Known(unit, year, set.Set));
        var facts = FactsPrefill.Build(set, accounts, last is null ? null : new LastYear(last.Accounts.Facts, last.Accounts), cancellation);
        db.Record(time.GetUtcNow(), context.User.Identity!.Name!, "facts.downloaded", $"{unit.Code} {year}");
        await db.SaveChangesAsync(cancellation);
        return Results.File(FactsForm.Xlsx(set.Set.Facts, set.Set.Name, facts, time.GetUtcNow(), new FactNames(set.Set, data?.Accounts)), Xlsx, $"文字资料 {unit.Name} {year}.xlsx");
    }

    // What the register knows before anything was handed in.
    private static Facts Known(Unit unit, int year, FinalAccounts.Templates.TemplateSet set)
    {
        var values = new Dictionary<string, FactValue>
        {
            [KnownFacts.PublicName] = new(Place: null) { Text = unit.Name },
            ["单位代码"] = new(Place: null) { Text = unit.Code },
            ["公开层级"] = new(Place: null) { Text = Shell.Components.StateLabels.Of(unit.Level).Text },
            ["年度"] = new(Place: null) { Number = year },
        };
        const string basics = StatedSet.Sheet;
        if (set.Facts.Sheet(basics) is not { } sheet)
        {
            return Facts.Empty;
        }

        var known = values.Where(pair => sheet.Field(pair.Key) is not null).ToDictionary();
        if (sheet.Field(StatedSet.SetField) is not null)
        {
            known[StatedSet.SetField] = new FactValue(Place: null) { Text = set.Key };
        }

        return new Facts(new Dictionary<string, FactSheet> { [basics] = new(basics, [new FactRecord(known)]) });
    }
}
