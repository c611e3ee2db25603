using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Generation;

/// <summary>/api/v1/batches: all units of a year.</summary>
internal static class BatchesApi
{
    private const int Latest = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        var read = api.MapGroup("/batches").WithTags("batches").RequireAuthorization(Rights.Read);
        read.MapGet("", ListAsync).WithSummary("批量生成，新的在前");
        read.MapGet("/{id:guid}", GetAsync).WithSummary("一个批次：完成、失败、剩余、预计结束时间");
        read.MapGet("/{id:guid}/events", EventsAsync).WithSummary("批次的进度（server-sent events）");
        var change = api.MapGroup("/batches").WithTags("batches").RequireAuthorization(Rights.EditData);
        change.MapPost("", RequestAsync).WithSummary("生成一年的全部单位。重复提交同一个 id 只生成一次");
        change.MapPost("/{id:guid}/cancel", CancelAsync).WithSummary("取消未完成的");
    }

    private static async Task<Ok<List<BatchView>>> ListAsync(Batches batches, CancellationToken cancellation) =>
        TypedResults.Ok((await batches.LatestAsync(Latest, cancellation)).Select(latest => BatchView.Of(latest.Batch, latest.Progress)).ToList());

    private static async Task<Results<Ok<BatchView>, ProblemHttpResult>> GetAsync(Guid id, FinalAccountsDb db, Batches batches, CancellationToken cancellation) =>
        await db.Batches.AsNoTracking().SingleOrDefaultAsync(batch => batch.Id == id, cancellation) is { } batch
            ? TypedResults.Ok(BatchView.Of(batch, (await batches.ProgressAsync(id, cancellation))!))
            : Missing();

    private static async Task<Results<ServerSentEventsResult<BatchProgress>, ProblemHttpResult>> EventsAsync(
        Guid id, FinalAccountsDb db, RunWatch watch, CancellationToken cancellation) =>
        await db.Batches.AnyAsync(batch => batch.Id == id, cancellation)
            ? TypedResults.ServerSentEvents(watch.BatchAsync(id, cancellation))
            : Missing();

    private static async Task<Results<Accepted<BatchView>, ProblemHttpResult>> RequestAsync(
        BatchRequest request, HttpContext context, FinalAccountsDb db, Batches batches, CancellationToken cancellation)
    {
        if (request.Year is < 2000 or > 2100)
        {
            return TypedResults.Problem("请写明年度（2000 至 2100）。", statusCode: StatusCodes.Status400BadRequest, title: Problems.Title(400));
        }

        var id = request.Id ?? Guid.CreateVersion7();
        await batches.RequestAsync(id, request.Year, context.User.Identity!.Name!, null, cancellation);
        var batch = await db.Batches.AsNoTracking().SingleAsync(batch => batch.Id == id, cancellation);
        return TypedResults.Accepted($"/api/v1/batches/{id}", BatchView.Of(batch, (await batches.ProgressAsync(id, cancellation))!));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(Guid id, HttpContext context, Batches batches, CancellationToken cancellation) =>
        await batches.CancelAsync(id, context.User.Identity!.Name!, cancellation)
            ? TypedResults.NoContent()
            : TypedResults.Problem("没有这个批次，或者已经全部结束。", statusCode: StatusCodes.Status409Conflict, title: Problems.Title(409));

    private static ProblemHttpResult Missing() =>
        TypedResults.Problem("没有这个批次。", statusCode: StatusCodes.Status404NotFound, title: Problems.Title(404));
}

/// <summary>Asks for a batch.</summary>
/// <param name="Id">Made by the caller, so that a request that is sent again is the same batch; null: a new one.</param>
internal sealed record BatchRequest(int Year, Guid? Id);

/// <summary>A batch as the API shows it.</summary>
internal sealed record BatchView(Guid Id, int Year, string By, DateTimeOffset RequestedAt, bool CancelRequested, BatchProgress Progress)
{
    public static BatchView Of(Batch batch, BatchProgress progress) =>
        new(batch.Id, batch.Year, batch.By, batch.RequestedAt, batch.CancelRequested, progress);
}
