using System.Text.Json;
using FinalAccounts.Accounts;
using FinalAccounts.Comparison;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Data;

/// <summary><c>/api/v1/units/{code}/years/{year}</c>: imports, corrections, the accounts in force.</summary>
internal static class DataApi
{
    public static void MapDataApi(this IEndpointRouteBuilder endpoints)
    {
        var data = endpoints.MapApiGroup("/units/{code}/years/{year:int}", "数据").AddEndpointFilter<UnitYearFilter>().ProducesProblem(StatusCodes.Status404NotFound);
        data.MapGet("/imports", ListAsync).RequireAuthorization(Rights.Read).WithSummary("历次提交，新的在前").Produces<ApiPage<ImportAnswer>>();
        data.MapGet("/imports/{number:int}", GetAsync).RequireAuthorization(Rights.Read).WithSummary("一次提交和它的核对结果").Produces<ImportAnswer>();
        data.MapGet("/imports/{number:int}/changes", ChangesAsync).RequireAuthorization(Rights.Read).WithSummary("一次提交与在用的数据逐格比较").Produces<ApiPage<ValueChange>>();
        data.MapPost("/imports", UploadAsync).RequireAuthorization(Rights.EditData).RequireRateLimiting(RateLimits.Upload).DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(Pages.Data.UploadModel.MaxBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = Pages.Data.UploadModel.MaxBytes })
            .WithSummary("提交工作簿").WithDescription("multipart/form-data：tables 公开表、facts 文字资料、priorTables 上年公开表，没有给的沿用在用的；或 json 规范 JSON。提交后为 pending，accept 之后才生效；读不懂的为 rejected。")
            .Produces<ImportAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);
        data.MapPost("/imports/{number:int}/accept", AcceptAsync).RequireAuthorization(Rights.EditData).WithSummary("采用一次提交").WithDescription("不再适用的更正随之作废。").Produces<ImportAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        data.MapPost("/imports/{number:int}/reject", RejectAsync).RequireAuthorization(Rights.EditData).WithSummary("不采用一次提交").Produces<ImportAnswer>().ProducesProblem(StatusCodes.Status409Conflict);
        data.MapGet("/corrections", CorrectionsAsync).RequireAuthorization(Rights.Read).WithSummary("更正，新的在前").Produces<ApiPage<CorrectionAnswer>>();
        data.MapPost("/corrections", CorrectAsync).RequireAuthorization(Rights.EditData).WithSummary("更正一个格子或一项文字资料")
            .WithDescription("表格：sheet 表01，row、column 为行和栏的键，value 以元为单位；文字资料：fact 为 true，sheet 为表名，row 为记录序号（一项一行的表留空），column 为项目。reason 必填。")
            .Produces<CorrectionAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);
        data.MapDelete("/corrections/{id:long}", UndoAsync).RequireAuthorization(Rights.EditData).WithSummary("撤销更正").Produces(StatusCodes.Status204NoContent);
        data.MapGet("/accounts", AccountsAsync).RequireAuthorization(Rights.Read).WithSummary("在用的数据（更正已计入），规范 JSON").Produces<JsonElement>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, Imports imports, NameBook book, int year, int? page, int? size, CancellationToken cancellation)
    {
        var names = await book.OpenAsync(cancellation);
        return Results.Ok(await Api.PageOfAsync(imports.List(UnitOf(context).Id, year), import => import.Named(names), page, size, cancellation));
    }

    private static async Task<IResult> GetAsync(HttpContext context, Imports imports, NameBook book, int year, int number, CancellationToken cancellation) =>
        await imports.FindAsync(UnitOf(context).Id, year, number, cancellation) is { } import ? Results.Ok(ImportAnswer.Of(import, await book.OpenAsync(cancellation))) : NoImport(number);

    private static async Task<IResult> ChangesAsync(HttpContext context, Imports imports, CorrectionDesk corrections, int year, int number, int? page, int? size, CancellationToken cancellation)
    {
        var unit = UnitOf(context);
        if (await imports.FindAsync(unit.Id, year, number, cancellation) is not { } import)
        {
            return NoImport(number);
        }

        var before = await corrections.ViewAsync(unit, year, cancellation);
        var after = await imports.AccountsAsync(unit, import, cancellation);
        return before is null || after is null
            ? Problems.NotFound(after is null ? "这次提交没有读懂，无法比较。" : "没有在用的数据，无法比较。")
            : Results.Ok(Api.PageOf(AccountsDifference.Of(before.Accounts, after, cancellation), page, size));
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context, Imports imports, NameBook book, int year, IFormFile? tables, IFormFile? facts, IFormFile? priorTables, IFormFile? json, CancellationToken cancellation)
    {
        async Task<ImportFile?> Read(IFormFile? file) => file is null or { Length: 0 } ? null : await UploadedFile.ReadAsync(file, cancellation);
        var unit = UnitOf(context);
        var given = new HandIn
        {
            Tables = await Read(tables),
            Facts = await Read(facts),
            PriorTables = await Read(priorTables),
            Json = await Read(json),
        };
        if (given.IsEmpty || (given.Json is not null && (given.Tables ?? given.Facts ?? given.PriorTables) is not null))
        {
            return Problems.Invalid("请给出 tables、facts、priorTables 中的至少一个，或单独给出 json。");
        }

        if (given.Refusal(await imports.InForceAsync(unit.Id, year, cancellation)) is { } refusal)
        {
            return Problems.Invalid(refusal);
        }

        var import = await imports.HandInAsync(unit, year, given, ImportSource.Api, By(context), cancellation);
        return Results.Created(PlainLocations.Of($"{Api.Prefix}/units/{unit.Code}/years/{year}/imports/{import.Number}"), ImportAnswer.Of(import, await book.OpenAsync(cancellation)));
    }

    private static Task<IResult> AcceptAsync(HttpContext context, Imports imports, NameBook book, int year, int number, CancellationToken cancellation) =>
        DecideAsync(context, imports, book, year, number, imports.AcceptAsync, cancellation);

    private static Task<IResult> RejectAsync(HttpContext context, Imports imports, NameBook book, int year, int number, CancellationToken cancellation) =>
        DecideAsync(context, imports, book, year, number, imports.RejectAsync, cancellation);

    private static async Task<IResult> DecideAsync(
        HttpContext context, Imports imports, NameBook book, int year, int number, Func<Unit, DataImport, string, CancellationToken, Task<string?>> decide, CancellationToken cancellation)
    {
        var unit = UnitOf(context);
        if (await imports.FindAsync(unit.Id, year, number, cancellation) is not { } import)
        {
            return NoImport(number);
        }

        return await decide(unit, import, By(context), cancellation) is { } problem
            ? Problems.Conflict(problem)
            : Results.Ok(ImportAnswer.Of((await imports.FindAsync(unit.Id, year, number, cancellation))!, await book.OpenAsync(cancellation)) with { Findings = null });
    }

    private static async Task<IResult> CorrectionsAsync(HttpContext context, CorrectionDesk corrections, NameBook book, int year, int? page, int? size, CancellationToken cancellation)
    {
        var names = await book.OpenAsync(cancellation);
        return Results.Ok(await Api.PageOfAsync(corrections.List(UnitOf(context).Id, year), correction => CorrectionAnswer.Of(correction, names), page, size, cancellation));
    }

    private static async Task<IResult> CorrectAsync(HttpContext context, CorrectionDesk corrections, NameBook book, int year, CorrectionRequest request, CancellationToken cancellation)
    {
        var entry = new CorrectionEntry
        {
            Sheet = request.Sheet, Row = request.Row ?? "", Column = request.Column, IsFact = request.Fact, Value = request.Value, Unit = MoneyUnit.Yuan, Reason = request.Reason,
        };
        var outcome = await corrections.CorrectAsync(UnitOf(context), year, entry, By(context), cancellation);
        return outcome.Correction is not { } made ? Problems.Invalid(string.Join("", outcome.Problems)) : Results.Created((string?)null, CorrectionAnswer.Of(made, await book.OpenAsync(cancellation)));
    }

    private static async Task<IResult> UndoAsync(HttpContext context, CorrectionDesk corrections, int year, long id, CancellationToken cancellation) =>
        await corrections.UndoAsync(UnitOf(context), year, id, By(context), cancellation) ? Results.NoContent() : Problems.NotFound("没有这条生效的更正。");

    private static async Task<IResult> AccountsAsync(HttpContext context, CorrectionDesk corrections, FinalAccountsDb db, TimeProvider time, int year, CancellationToken cancellation)
    {
        var unit = UnitOf(context);
        if (await corrections.ViewAsync(unit, year, cancellation) is not { } data)
        {
            return Problems.NotFound("还没有采用任何数据。");
        }

        db.Record(time.GetUtcNow(), By(context), "accounts.downloaded", $"{unit.Code} {year}");
        await db.SaveChangesAsync(cancellation);
        return Results.Bytes(AccountsJson.Write(data.Accounts), "application/json; charset=utf-8");
    }

    private static Unit UnitOf(HttpContext context) => (Unit)context.Items[UnitYearFilter.Key]!;

    private static string By(HttpContext context) => context.User.Identity!.Name!;

    private static IResult NoImport(int number) => Problems.NotFound($"没有第 {number} 次提交。");
}
