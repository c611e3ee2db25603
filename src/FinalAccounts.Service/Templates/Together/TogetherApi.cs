using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Workbench;

namespace FinalAccounts.Service.Templates.Together;

/// <summary>Several people in one section: who is there, and what they suggest. Who is signed in may suggest, also without the right to write templates; systems may not.</summary>
internal static class TogetherApi
{
    private const long MostBytes = 4 * 1024 * 1024;

    public static void MapTogether(this IEndpointRouteBuilder endpoints)
    {
        var set = endpoints.MapGroup("/api/workbench/{set}").ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(MostBytes)).RequireRateLimiting(RateLimits.Api);
        set.MapPost("/presence", BeatAsync);
        set.MapDelete("/presence", LeaveAsync);
        set.MapGet("/suggestions", ListAsync).RequireAuthorization(Rights.Read);
        set.MapPost("/suggestions", SuggestAsync);
        set.MapDelete("/suggestions/{id:long}", WithdrawAsync);
        set.MapPost("/suggestions/{id:long}/pieces/{number:int}", DecideAsync).RequireAuthorization(Rights.EditTemplates);
    }

    private static async Task<IResult> BeatAsync(string set, PresenceRequest request, HttpContext context, SetsInForce sets, Presences presences, CancellationToken cancellation) =>
        await HasAsync(sets, set, request.Path, cancellation) ? Results.Ok(await presences.BeatAsync(set, request.Path, By(context), cancellation)) : NoFile(set, request.Path);

    private static async Task<IResult> LeaveAsync(string set, string path, HttpContext context, Presences presences, CancellationToken cancellation)
    {
        await presences.LeaveAsync(set, path, By(context), cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> ListAsync(string set, string path, HttpContext context, FinalAccountsDb db, Suggestions suggestions, CancellationToken cancellation)
    {
        var found = await suggestions.OfAsync(set, path, cancellation);
        var names = await PersonNames.FindAsync(db, found.SelectMany(suggestion => SuggestedPiece.Of(suggestion).Select(piece => piece.DecidedBy).Append(suggestion.By)), cancellation);
        return Results.Ok(found.Select(suggestion => SuggestionAnswer.Of(suggestion, By(context), names)));
    }

    private static async Task<IResult> SuggestAsync(string set, SuggestRequest request, HttpContext context, SetsInForce sets, Suggestions suggestions, CancellationToken cancellation)
    {
        if (!await HasAsync(sets, set, request.Path, cancellation))
        {
            return NoFile(set, request.Path);
        }

        return request.Before.Length > TemplateDrafts.MostCharacters || request.After.Length > TemplateDrafts.MostCharacters ? Problems.Invalid($"模板超过 {TemplateDrafts.MostCharacters:N0} 字，请分成几节。")
            : await suggestions.MakeAsync(new DraftOf(set, request.Path, By(context)), request.Before, request.After, request.Message, cancellation) is { } wrong ? Problems.Invalid(wrong)
            : Results.NoContent();
    }

    private static async Task<IResult> WithdrawAsync(string set, long id, HttpContext context, Suggestions suggestions, CancellationToken cancellation) =>
        await suggestions.WithdrawAsync(set, id, By(context), cancellation) ? Results.NoContent() : Problems.Conflict("没有这条建议，或者已经处理完了。");

    private static async Task<IResult> DecideAsync(string set, long id, int number, DecideRequest request, HttpContext context, Suggestions suggestions, CancellationToken cancellation)
    {
        if (request.Meant is not { } fate || request.Text.Length > TemplateDrafts.MostCharacters)
        {
            return Problems.Invalid("只能采用、不采用或重新考虑。");
        }

        var decision = await suggestions.DecideAsync(set, id, number, fate, request.Text, By(context), cancellation);
        return decision.Piece is { } piece ? Results.Ok(new TakenAnswer(decision.At, decision.At + piece.Removed.Length, piece.Added)) : Problems.Conflict(decision.Refusal!);
    }

    private static async Task<bool> HasAsync(SetsInForce sets, string set, string path, CancellationToken cancellation) =>
        await sets.OfAsync(set, now: false, cancellation) is { Loaded.Set.Set: { } found } && WorkbenchFile.Find(found, path) is not null;

    private static string By(HttpContext context) => context.User.Identity!.Name!;

    private static IResult NoFile(string set, string path) => Problems.NotFound($"模板集 {set} 里没有“{path}”。");
}
