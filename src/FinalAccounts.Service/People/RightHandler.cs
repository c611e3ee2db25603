using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Authorization.Policy;

namespace FinalAccounts.Service.People;

/// <summary>One of <see cref="Rights"/>, for the units that it is asked for.</summary>
public sealed record RightRequirement(string Right) : IAuthorizationRequirement;

/// <summary>
/// Decides whether a caller has a right: by role or scope, and for which units. Without a resource it is asked for what the request's address names,
/// with a <see cref="Unit"/> or <see cref="AskedUnits"/> for those.
/// </summary>
internal sealed class RightHandler(Reach reach, FinalAccountsDb db, IHttpContextAccessor accessor) : AuthorizationHandler<RightRequirement>
{
    private const string Unseen = "unseen";

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (!Rights.Has(context.User, requirement.Right))
        {
            return;
        }

        var units = reach.Of(requirement.Right);
        if (units.IsAll && reach.Of(Rights.Read).IsAll)
        {
            context.Succeed(requirement);
            return;
        }

        var asked = context.Resource switch
        {
            AskedUnits given => given,
            Unit unit => new AskedUnits([unit.Id]),
            _ => accessor.HttpContext is { } http ? await AskedUnits.OfAsync(http, db) : AskedUnits.Anywhere,
        };
        if (asked.IsUnseen)
        {
            context.Fail(new AuthorizationFailureReason(this, Unseen));
        }
        else if (requirement.Right == Rights.Read || Holds(units, asked))
        {
            context.Succeed(requirement);
        }
    }

    private static bool Holds(UnitSet units, AskedUnits asked) => units.IsAll || (!asked.NeedsAll && units.Ids.Count > 0 && asked.Ids.All(units.Contains));

    /// <summary>What is not there for somebody is not there: 404, as for what nobody has.</summary>
    internal sealed class Answers : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler usual = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.AuthorizationFailure?.FailureReasons.Any(reason => reason.Message == Unseen) != true)
            {
                return usual.HandleAsync(next, context, policy, authorizeResult);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
    }
}

/// <summary>Puts the caller's reach on the request.</summary>
internal static class ReachOfRequests
{
    public static void UseReach(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.Identity?.IsAuthenticated == true && !context.Request.Path.StartsWithSegments("/assets"))
        {
            await context.RequestServices.GetRequiredService<Reach>().BeginAsync(context.User, context.RequestAborted);
        }

        await next(context);
    });
}
