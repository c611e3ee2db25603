using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FinalAccounts.Service.Units;

/// <summary>A page below <c>/units/{code}/years/{year}</c>: finds the unit, else there is no such page.</summary>
public abstract class UnitYearPage(FinalAccountsDb db) : PageModel
{
    /// <summary>单位代码.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>决算年度.</summary>
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>The unit of <see cref="Code"/>.</summary>
    public Unit Unit { get; private set; } = null!;

    /// <summary>The address of the unit's year.</summary>
    public string Home => $"/units/{Code}/years/{Year}";

    protected FinalAccountsDb Db => db;

    protected CancellationToken Cancellation => HttpContext.RequestAborted;

    protected string By => User.Identity!.Name!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var unit = Year is >= 2000 and <= 2100 ? await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Code == Code, Cancellation) : null;
        if (unit is null)
        {
            context.Result = NotFound();
            return;
        }

        Unit = unit;
        ViewData["Crumbs"] = Crumbs();
        await next();
    }

    /// <summary>The way to this page; pages further down add to it.</summary>
    protected virtual IReadOnlyList<Crumb> Crumbs() =>
        [new("单位", $"/units?year={Year}"), new(Unit.Name, $"/units/{Code}"), new($"{Year}年度", Home)];
}
