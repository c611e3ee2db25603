using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Units;

/// <summary><c>/api/v1/units</c>.</summary>
internal static class UnitsApi
{
    public static void MapUnitsApi(this IEndpointRouteBuilder endpoints)
    {
        var units = endpoints.MapApiGroup("/units", "单位");
        units.MapGet("", ListAsync).RequireAuthorization(Rights.Read).WithSummary("单位清单").WithDescription("q：代码或名称的一部分；page 从 1 起，size 最多 500。").Produces<ApiPage<UnitAnswer>>();
        units.MapGet("/{code}", GetAsync).RequireAuthorization(Rights.Read).WithSummary("一个单位").Produces<UnitAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapGet("/{code}/years/{year:int}", YearAsync).RequireAuthorization(Rights.Read).WithSummary("一个单位一个年度的进度：数据、更正、生成、版本、公开截止、下一步").Produces<YearAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(FinalAccountsDb db, string? q, int? page, int? size, CancellationToken cancellation)
    {
        var query = db.Units.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(q))
        {
            query = query.Where(unit => unit.Code.Contains(q) || unit.Name.Contains(q));
        }

        return Results.Ok(await Api.PageOfAsync(query.OrderBy(unit => unit.Code).Include(unit => unit.Parent), UnitAnswer.Of, page, size, cancellation));
    }

    private static async Task<IResult> GetAsync(UnitRegister register, string code, CancellationToken cancellation) =>
        await register.FindAsync(code, cancellation) is { } unit ? Results.Ok(UnitAnswer.Of(unit)) : NoUnit(code);

    private static async Task<IResult> YearAsync(UnitRegister register, Disclosures disclosures, string code, int year, CancellationToken cancellation)
    {
        if (await register.FindAsync(code, cancellation) is not { } unit)
        {
            return NoUnit(code);
        }

        var state = (await disclosures.OfAsync([unit.Id], year, cancellation))[unit.Id];
        return Results.Ok(new YearAnswer(
            code, year, state.ImportNumber, state.PendingNumber, state.DataErrors, state.Corrections, state.ApprovedOn, state.Deadline,
            state.RunId, state.RunState, state.EditionNumber, state.EditionState, state.PublishedNumber, state.Next, NextStepText.Sentence(state)));
    }

    internal static IResult NoUnit(string code) => Problems.NotFound($"没有代码为“{code}”的单位。");
}

/// <summary>A unit.</summary>
/// <param name="Code">单位代码.</param>
/// <param name="Name">公开名称.</param>
/// <param name="Parent">The code of the unit it belongs to.</param>
/// <param name="Active">Whether it publishes.</param>
public sealed record UnitAnswer(string Code, string Name, UnitLevel Level, string? Parent, string? TemplateSet, bool Active)
{
    /// <summary>Of a row.</summary>
    public static UnitAnswer Of(Unit unit) => new UnitAnswer(unit.Code, unit.Name, unit.Level, unit.Parent?.Code, unit.TemplateSet, unit.Active);
}

/// <summary>How far a unit's disclosure of a year has come.</summary>
public sealed record YearAnswer(
    string Unit, int Year, int? ImportInForce, int? ImportPending, int? DataErrors, int Corrections, DateOnly? ApprovedOn, DateOnly? Deadline,
    Guid? Run, RunState? RunState, int? Edition, EditionState? EditionState, int? PublishedEdition, NextStep NextStep, string NextStepText);
