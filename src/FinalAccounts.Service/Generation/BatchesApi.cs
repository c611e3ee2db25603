using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinalAccounts.Service.Generation;

/// <summary>/api/v1/batches: all units of a year.</summary>
internal static class BatchesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var read = endpoints.MapApiGroup("/batches", "生成").RequireAuthorization(Rights.Read);
        read.MapGet("", ListAsync).WithSummary("批量生成，新的在前");
        read.MapGet("/{id:guid}", GetAsync).WithSummary("一个批次：完成、失败、剩余、预计结束时间");
        read.MapGet("/{id:guid}/events", EventsAsync).WithSummary("批次的进度（server-sent events）");
        var change = endpoints.MapApiGroup("/batches", "生成").RequireAuthorization(Rights.EditData);
        change.MapPost("", RequestAsync).WithSummary("生成一年的全部单位（令牌限于一些单位时是这些单位）。重复提交同一个 id 只生成一次");
        change.MapPost("/{id:guid}/cancel", CancelAsync).WithSummary("取消未完成的");
        change.MapPost("/{id:guid}/retry", RetryAsync).WithSummary("重试失败和取消的");
    }

    private static async Task<Ok<ApiPage<BatchView>>> ListAsync(FinalAccountsDb db, Batches batches, NameBook book, int? page, int? size, CancellationToken cancellation)
    {
        var found = await Api.PageOfAsync(db.Batches.AsNoTracking().OrderByDescending(batch => batch.RequestedAt).ThenBy(batch => batch.Id), batch => batch, page, size, cancellation);
        var progress = await batches.ProgressAsync([.. found.Items.Select(batch => batch.Id)], cancellation);
        var names = await book.OpenAsync(cancellation);
        return TypedResults.Ok(new ApiPage<BatchView>(
            [.. found.Items.Select(batch => BatchView.Of(batch, names, progress.GetValueOrDefault(batch.Id, BatchProgress.Empty)))], found.Page, found.Size, found.Total));
    }

    private static async Task<Results<Ok<BatchView>, ProblemHttpResult>> GetAsync(Guid id, FinalAccountsDb db, Batches batches, NameBook book, CancellationToken cancellation) =>
        await db.Batches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id, cancellation) is { } batch
            ? TypedResults.Ok(BatchView.Of(batch, await book.OpenAsync(cancellation), (await batches.ProgressAsync(id, cancellation))!))
            : Missing();

    private static async Task<Results<ServerSentEventsResult<BatchProgress>, ProblemHttpResult>> EventsAsync(
        Guid id, FinalAccountsDb db, RunWatch watch, CancellationToken cancellation) =>
        await db.Batches.AnyAsync(batch => batch.Id == id, cancellation)
            ? TypedResults.ServerSentEvents(watch.BatchAsync(id, cancellation))
            : Missing();

    private static async Task<Results<Accepted<BatchView>, ProblemHttpResult>> RequestAsync(
        BatchRequest request, HttpContext context, FinalAccountsDb db, Batches batches, NameBook book, CancellationToken cancellation)
    {
        if (request.Year is < 2000 or > 2100)
        {
            return Problems.Typed(StatusCodes.Status400BadRequest, "请写明年度（2000 至 2100）。");
        }

        var id = request.Id ?? Guid.CreateVersion7();
        await batches.RequestAsync(id, request.Year, context.User.Identity!.Name!, null, cancellation);
        return await db.Batches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id, cancellation) is { } batch
            ? TypedResults.Accepted($"/api/v1/batches/{id}", BatchView.Of(batch, await book.OpenAsync(cancellation), (await batches.ProgressAsync(id, cancellation))!))
            : Problems.Typed(StatusCodes.Status409Conflict, "这个 id 已用于另一个批次，或者没有您可以生成的单位。");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(Guid id, HttpContext context, Batches batches, CancellationToken cancellation) =>
        await batches.CancelAsync(id, context.User.Identity!.Name!, cancellation)
            ? TypedResults.NoContent()
            : Problems.Typed(StatusCodes.Status409Conflict, "没有这个批次，或者已经全部结束。");

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(Guid id, HttpContext context, Batches batches, CancellationToken cancellation) =>
        await batches.RetryAsync(id, context.User.Identity!.Name!, cancellation) > 0
            ? TypedResults.NoContent()
            : Problems.Typed(StatusCodes.Status409Conflict, "没有这个批次，或者没有失败和取消的单位。");

    private static ProblemHttpResult Missing() =>
        Problems.Typed(StatusCodes.Status404NotFound, "没有这个批次。");
}

/// <summary>Asks for a batch.</summary>
/// <param name="Id">Made by the caller, so that a request that is sent again is the same batch; null: a new one.</param>
internal sealed record BatchRequest(int Year, Guid? Id = null);

/// <summary>A batch as the API shows it.</summary>
/// <param name="By">Who, by the name that they sign in with; or a token, a schedule.</param>
/// <param name="ByName">Who, as people call them.</param>
internal sealed record BatchView(Guid Id, int Year, string By, string ByName, DateTimeOffset RequestedAt, bool CancelRequested, BatchProgress Progress)
{
    public static BatchView Of(Batch batch, PersonNames names, BatchProgress progress) =>
        new(batch.Id, batch.Year, batch.By, names.Of(batch.By), batch.RequestedAt, batch.CancelRequested, progress);
}
