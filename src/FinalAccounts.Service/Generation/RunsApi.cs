using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinalAccounts.Service.Generation;

/// <summary>/api/v1/runs, and asking for one at /api/v1/units/{code}/years/{year}/runs.</summary>
internal static class RunsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var read = endpoints.MapApiGroup("/runs", "生成").RequireAuthorization(Rights.Read);
        read.MapGet("", ListAsync).WithSummary("生成记录，新的在前；可按单位、年度、状态、批次筛选");
        read.MapGet("/{id:guid}", GetAsync).WithSummary("一次生成");
        read.MapGet("/{id:guid}/events", EventsAsync).WithSummary("一次生成的进度（server-sent events）");
        var change = endpoints.MapApiGroup("", "生成").RequireAuthorization(Rights.EditData);
        change.MapPost("/runs/{id:guid}/cancel", CancelAsync).WithSummary("取消");
        change.MapPost("/runs/{id:guid}/retry", RetryAsync).WithSummary("重试失败或取消了的");
        change.MapPost("/units/{code}/years/{year:int}/runs", RequestAsync).WithSummary("生成一个单位一年的文档。重复提交同一个 id 只生成一次");
    }

    private static async Task<Ok<ApiPage<RunView>>> ListAsync(
        FinalAccountsDb db, NameBook book, string? unit, int? year, Listed<RunState>? state, Guid? batch, int? page, int? size, CancellationToken cancellation)
    {
        RunState? wanted = state?.Value;
        var names = await book.OpenAsync(cancellation);
        var found = db.Runs.Where(run =>
            (unit == null || run.Unit!.Code == unit) && (year == null || run.Year == year) && (wanted == null || run.State == wanted) && (batch == null || run.BatchId == batch));
        return TypedResults.Ok(await Api.PageOfAsync(
            found.OrderByDescending(run => run.RequestedAt).ThenBy(run => run.Id).Select(RunView.Of), run => run.Named(names), page, size, cancellation));
    }

    private static async Task<Results<Ok<RunView>, ProblemHttpResult>> GetAsync(Guid id, FinalAccountsDb db, NameBook book, CancellationToken cancellation) =>
        await db.Runs.Where(run => run.Id == id).Select(RunView.Of).SingleOrDefaultAsync(cancellation) is { } run
            ? TypedResults.Ok(run.Named(await book.OpenAsync(cancellation)))
            : Missing();

    private static async Task<Results<ServerSentEventsResult<RunView>, ProblemHttpResult>> EventsAsync(
        Guid id, FinalAccountsDb db, RunWatch watch, CancellationToken cancellation) =>
        await db.Runs.AnyAsync(run => run.Id == id, cancellation)
            ? TypedResults.ServerSentEvents(watch.RunAsync(id, cancellation))
            : Missing();

    private static async Task<Results<Accepted<RunView>, ProblemHttpResult>> RequestAsync(
        string code, int year, RunRequest? request, HttpContext context, FinalAccountsDb db, NameBook book, Runs runs, CancellationToken cancellation)
    {
        if (await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Code == code, cancellation) is not { } unit)
        {
            return Problems.Typed(StatusCodes.Status404NotFound, $"没有代码为 {code} 的单位。");
        }

        var id = request?.Id ?? Guid.CreateVersion7();
        await runs.RequestAsync(id, unit, year, context.User.Identity!.Name!, cancellation);
        var run = await db.Runs.Where(run => run.Id == id).Select(RunView.Of).SingleOrDefaultAsync(cancellation);
        return run?.Unit == code && run.Year == year
            ? TypedResults.Accepted($"/api/v1/runs/{id}", run.Named(await book.OpenAsync(cancellation)))
            : Problems.Typed(StatusCodes.Status409Conflict, "这个 id 已用于另一个单位或年度的生成。");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(Guid id, HttpContext context, Runs runs, CancellationToken cancellation) =>
        await runs.CancelAsync(id, context.User.Identity!.Name!, cancellation)
            ? TypedResults.NoContent()
            : Problems.Typed(StatusCodes.Status409Conflict, "没有这次生成，或者已经结束，不能取消。");

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(Guid id, HttpContext context, Runs runs, CancellationToken cancellation) =>
        await runs.RetryAsync(id, context.User.Identity!.Name!, cancellation)
            ? TypedResults.NoContent()
            : Problems.Typed(StatusCodes.Status409Conflict, "没有这次生成，或者没有失败、没有取消，不用重试。");

    private static ProblemHttpResult Missing() =>
        Problems.Typed(StatusCodes.Status404NotFound, "没有这次生成。");
}

/// <summary>Asks for a run.</summary>
/// <param name="Id">Made by the caller, so that a request that is sent again is the same run; null: a new run.</param>
internal sealed record RunRequest(Guid? Id = null);
