using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Templates.Workbench;

namespace FinalAccounts.Service.Comments;

/// <summary>What is said at the sentences of a template's section, for the workbench. A thread keeps how its sentence read; the workbench finds the sentence in the text that is before somebody.</summary>
internal static class SectionCommentsApi
{
    public static void MapSectionComments(this IEndpointRouteBuilder endpoints)
    {
        var set = endpoints.MapGroup("/api/workbench/{set}/comments").ExcludeFromDescription().RequireRateLimiting(RateLimits.Api);
        set.MapGet("", ListAsync).RequireAuthorization(Rights.Read);
        set.MapPost("", BeginAsync);
        set.MapPost("/{id:long}", AnswerAsync);
        set.MapPost("/{id:long}/settled", SettleAsync);
    }

    private static async Task<IResult> ListAsync(string set, string path, FinalAccountsDb db, CommentDesk desk, CancellationToken cancellation)
    {
        var threads = await desk.ThreadsAsync(CommentHome.Of(set), path, cancellation);
        var people = await desk.PeopleAsync(null, cancellation);
        var names = await PersonNames.FindAsync(db, threads.SelectMany(thread => thread.Answers.Append(thread.Root).SelectMany(comment => new[] { comment.By, comment.DoneBy })), cancellation);
        return Results.Ok(new SectionCommentsAnswer(
            [.. threads.Select(thread => new ThreadAnswer(
                thread.Root.Id, thread.Root.Quote, thread.IsOpen, thread.Root.DoneBy is { } done ? names.Of(done) : null,
                [.. thread.Answers.Prepend(thread.Root).Select(comment => new SaidAnswer(names.Of(comment.By), comment.At, comment.Text))]))],
            [.. people.Select(person => new PersonAnswer(person.Call, person.Call == person.UserName ? "" : person.UserName))]));
    }

    private static async Task<IResult> BeginAsync(string set, SectionCommentRequest request, HttpContext context, SetsInForce sets, CommentDesk desk, CancellationToken cancellation) =>
        await sets.OfAsync(set, now: false, cancellation) is not { Loaded.Set.Set: { } found } || WorkbenchFile.Find(found, request.Path) is null ? Problems.NotFound($"模板集 {set} 里没有“{request.Path}”。")
        : string.IsNullOrWhiteSpace(request.Quote) ? Problems.Invalid("请把光标放在要说的那一句上。")
        : Said(await desk.BeginAsync(CommentHome.Of(set), CommentOn.Section, request.Path, request.Quote.Trim(), request.Text, By(context), cancellation));

    private static async Task<IResult> AnswerAsync(string set, long id, AnswerRequest request, HttpContext context, CommentDesk desk, CancellationToken cancellation) =>
        Said(await desk.AnswerAsync(CommentHome.Of(set), id, request.Text, By(context), cancellation));

    private static async Task<IResult> SettleAsync(string set, long id, SettleRequest request, HttpContext context, CommentDesk desk, CancellationToken cancellation) =>
        await desk.SettleAsync(CommentHome.Of(set), id, request.Done, By(context), cancellation) ? Results.NoContent() : Problems.NotFound("没有这条意见。");

    private static IResult Said(string? wrong) => wrong is null ? Results.NoContent() : Problems.Invalid(wrong);

    private static string By(HttpContext context) => context.User.Identity!.Name!;
}

/// <summary>Something said at a sentence.</summary>
/// <param name="Quote">The sentence as it reads, in words.</param>
internal sealed record SectionCommentRequest(string Path, string Quote, string Text);

/// <summary>An answer.</summary>
internal sealed record AnswerRequest(string Text);

/// <summary>That it is done, or not.</summary>
internal sealed record SettleRequest(bool Done);

/// <summary>All threads of a section, and who can be named.</summary>
internal sealed record SectionCommentsAnswer(IReadOnlyList<ThreadAnswer> Threads, IReadOnlyList<PersonAnswer> People);

/// <summary>A thread.</summary>
/// <param name="Quote">How the sentence read.</param>
/// <param name="DoneBy">Who said that it is done; null while it is open.</param>
internal sealed record ThreadAnswer(long Id, string Quote, bool Open, string? DoneBy, IReadOnlyList<SaidAnswer> Said);

/// <summary>A comment or answer.</summary>
internal sealed record SaidAnswer(string Name, DateTimeOffset At, string Text);

/// <summary>Somebody who can be named.</summary>
/// <param name="Also">The sign-in name, where it is another.</param>
internal sealed record PersonAnswer(string Call, string Also);
