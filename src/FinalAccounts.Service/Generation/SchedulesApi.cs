using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinalAccounts.Service.Generation;

/// <summary>/api/v1/schedules: when batches start by themselves.</summary>
internal static class SchedulesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var read = endpoints.MapApiGroup("/schedules", "生成").RequireAuthorization(Rights.Read);
        read.MapGet("", ListAsync).WithSummary("定时生成，各有以后三次的时间（北京时间）");
        var change = endpoints.MapApiGroup("/schedules", "生成").RequireAuthorization(Rights.Administer);
        change.MapPost("", AddAsync).WithSummary("新增定时生成");
        change.MapPost("/{id:long}/enable", EnableAsync).WithSummary("启用");
        change.MapPost("/{id:long}/disable", DisableAsync).WithSummary("停用");
        change.MapPost("/{id:long}/run", RunAsync).WithSummary("立即运行；不影响以后的时间");
    }

    private static async Task<Ok<ApiPage<ScheduleView>>> ListAsync(FinalAccountsDb db, TimeProvider time, int? page, int? size, CancellationToken cancellation) =>
        TypedResults.Ok(await Api.PageOfAsync(
            db.Schedules.AsNoTracking().OrderBy(schedule => schedule.Id), schedule => ScheduleView.Of(schedule, time.GetUtcNow()), page, size, cancellation));

    private static async Task<Results<Ok<ScheduleView>, ProblemHttpResult>> AddAsync(
        ScheduleRequest request, HttpContext context, Schedules schedules, TimeProvider time, CancellationToken cancellation)
    {
        var (schedule, problem) = await schedules.AddAsync(
            request.Name ?? "", request.Cron ?? "", request.YearsBack ?? 1, context.User.Identity!.Name!, cancellation);
        return schedule is not null
            ? TypedResults.Ok(ScheduleView.Of(schedule, time.GetUtcNow()))
            : Problems.Typed(StatusCodes.Status400BadRequest, problem);
    }

    private static Task<Results<NoContent, ProblemHttpResult>> EnableAsync(long id, HttpContext context, Schedules schedules, CancellationToken cancellation) =>
        SwitchAsync(id, true, context, schedules, cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> DisableAsync(long id, HttpContext context, Schedules schedules, CancellationToken cancellation) =>
        SwitchAsync(id, false, context, schedules, cancellation);

    private static async Task<Results<NoContent, ProblemHttpResult>> RunAsync(long id, HttpContext context, Schedules schedules, CancellationToken cancellation) =>
        await schedules.TriggerAsync(id, context.User.Identity!.Name!, cancellation)
            ? TypedResults.NoContent()
            : Problems.Typed(StatusCodes.Status404NotFound, "没有这个定时生成，或者它停用了。");

    private static async Task<Results<NoContent, ProblemHttpResult>> SwitchAsync(
        long id, bool enabled, HttpContext context, Schedules schedules, CancellationToken cancellation) =>
        await schedules.SwitchAsync(id, enabled, context.User.Identity!.Name!, cancellation)
            ? TypedResults.NoContent()
            : Problems.Typed(StatusCodes.Status404NotFound, "没有这个定时生成。");
}

/// <summary>Asks for a schedule.</summary>
/// <param name="Cron">Five fields, read as Asia/Shanghai.</param>
/// <param name="YearsBack">1 for last year's accounts.</param>
internal sealed record ScheduleRequest(string? Name = null, string? Cron = null, int? YearsBack = null);

/// <summary>A schedule as pages and API show it.</summary>
internal sealed record ScheduleView(
    long Id, string Name, string Cron, int YearsBack, bool Enabled, DateTimeOffset? LastDueAt, IReadOnlyList<DateTimeOffset> Next)
{
    private const int Shown = 3;

    public static ScheduleView Of(Schedule schedule, DateTimeOffset now) => new(
        schedule.Id, schedule.Name, schedule.Cron, schedule.YearsBack, schedule.Enabled, schedule.LastDueAt,
        schedule.Enabled ? ScheduleClock.Next(schedule.Cron, now, Shown) : []);
}
