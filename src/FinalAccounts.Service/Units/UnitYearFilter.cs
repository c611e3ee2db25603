using System.Globalization;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Units;

/// <summary>Finds the unit of <c>/units/{code}/years/{year}</c> for an endpoint, else answers that there is none.</summary>
internal sealed class UnitYearFilter(FinalAccountsDb db) : IEndpointFilter
{
    public const string Key = "FinalAccounts.Unit";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var code = (string)http.GetRouteValue("code")!;
        var year = Convert.ToInt32(http.GetRouteValue("year"), CultureInfo.InvariantCulture);
        if (year is < 2000 or > 2100 || await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Code == code, http.RequestAborted) is not { } unit)
        {
            return Problems.NotFound(year is < 2000 or > 2100 ? $"年度 {year} 不对。" : $"没有代码为“{code}”的单位。");
        }

        http.Items[Key] = unit;
        return await next(context);
    }
}
