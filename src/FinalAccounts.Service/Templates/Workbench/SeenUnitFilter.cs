using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>The workbench reads units' data once for everybody who previews with them; who does not see a unit is answered as if there were none.</summary>
internal sealed class SeenUnitFilter(FinalAccountsDb db) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext;
        var code = context.Arguments.OfType<PreviewRequest>().FirstOrDefault()?.Unit ?? request.Request.Query["unit"].FirstOrDefault();
        return db.SeesAll || code is null || await db.Units.AnyAsync(unit => unit.Code == code, request.RequestAborted)
            ? await next(context)
            : Problems.NotFound($"没有代码为“{code}”的单位。");
    }
}
