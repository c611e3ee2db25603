using System.Text.Encodings.Web;
using System.Text.Json;
using FinalAccounts.Comparison;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary><c>/api/workbench</c>: what the workbench's page asks for while somebody types. Not part of the API for other systems.</summary>
internal static class WorkbenchApi
{
    private const long MostBytes = 2 * 1024 * 1024;

    // Angle brackets and Chinese as they are: each of them six characters long, an answer would be several times as large.
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapWorkbench(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/templates/{set}/frame", FrameAsync).RequireAuthorization(Rights.Read).ExcludeFromDescription();
        var work = endpoints.MapGroup("/api/workbench").ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        work.MapPost("/difference", DifferenceAsync).RequireAuthorization(Rights.Read).RequireRateLimiting(RateLimits.Preview);
        var set = work.MapGroup("/{set}").AddEndpointFilter<SeenUnitFilter>();
        set.MapPost("/preview", PreviewAsync).RequireAuthorization(Rights.Read).RequireRateLimiting(RateLimits.Preview);
        set.MapPost("/pages", PagesAsync).RequireAuthorization(Rights.Read).RequireRateLimiting(RateLimits.Preview);
        set.MapPost("/branches", BranchesAsync).RequireAuthorization(Rights.Read).RequireRateLimiting(RateLimits.Preview);
        set.MapGet("/names", NamesAsync).RequireAuthorization(Rights.Read).RequireRateLimiting(RateLimits.Api);
        set.MapGet("/search", SearchAsync).RequireAuthorization(Rights.Read).RequireRateLimiting(RateLimits.Preview);
        set.MapGet("/document/{format}", DocumentAsync).RequireAuthorization(Rights.EditTemplates).RequireRateLimiting(RateLimits.Preview);
        set.MapGet("/draft", DraftAsync).RequireAuthorization(Rights.Read).RequireRateLimiting(RateLimits.Api);
        set.MapPut("/draft", SaveAsync).RequireAuthorization(Rights.EditTemplates).RequireRateLimiting(RateLimits.Api);
        set.MapDelete("/draft", DiscardAsync).RequireAuthorization(Rights.EditTemplates).RequireRateLimiting(RateLimits.Api);
    }

    // Nothing in the frame can run, load or lead away; the page around it fills it.
    private static async Task<IResult> FrameAsync(string set, HttpContext context, SetsInForce sets, CancellationToken cancellation)
    {
        if (await sets.OfAsync(set, now: false, cancellation) is not { } found)
        {
            return Problems.NotFound($"没有模板集“{set}”。");
        }

        context.Response.Headers.ContentSecurityPolicy = "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        return Results.Content(PreviewHtml.Page(found.Loaded.Set?.Set.Theme ?? new Documents.Theme()), "text/html; charset=utf-8");
    }

    private static Task<IResult> PreviewAsync(
        string set, PreviewRequest request, HttpContext context, Previews previews, PreviewTexts texts, CancellationToken cancellation) =>
        WithTextsAsync(set, request, context, texts, async drafts => Results.Json(await previews.MakeAsync(new PreviewOf(set, request.Path, request.Unit, request.Year, request.As), drafts, cancellation), Plain), cancellation);

    // The drawings are put into the page as pictures, in which nothing runs and nothing is loaded.
    private static Task<IResult> PagesAsync(
        string set, PreviewRequest request, HttpContext context, PagePreviews previews, PreviewTexts texts, CancellationToken cancellation) =>
        WithTextsAsync(set, request, context, texts, async drafts => Results.Json(await previews.MakeAsync(new PreviewOf(set, request.Path, request.Unit, request.Year, request.As), drafts, cancellation), Plain), cancellation);

    private static Task<IResult> BranchesAsync(
        string set, PreviewRequest request, HttpContext context, BranchPreviews previews, PreviewTexts texts, CancellationToken cancellation) =>
        WithTextsAsync(set, request, context, texts, async drafts => Results.Ok(await previews.MakeAsync(new PreviewOf(set, request.Path, request.Unit, request.Year), drafts, cancellation)), cancellation);

    // Another's text is not previewed without the right to write one.
    private static async Task<IResult> WithTextsAsync(
        string set, PreviewRequest request, HttpContext context, PreviewTexts texts, Func<IReadOnlyDictionary<string, string>, Task<IResult>> make, CancellationToken cancellation) =>
        request.Text.Length > TemplateDrafts.MostCharacters ? TooLong()
            : await texts.OfAsync(set, request, context.User, cancellation) is { } drafts ? await make(drafts)
            : Forbidden();

    private static async Task<IResult> NamesAsync(string set, string unit, int year, PreviewSources sources, CancellationToken cancellation)
    {
        var answer = await sources.OfAsync(set, unit, year, cancellation);
        return answer.Source is { } source ? Results.Ok(NamesOf(source)) : Problems.NotFound(answer.Problem!);
    }

    private static NamesAnswer NamesOf(PreviewSource source)
    {
        var set = source.Set.Loaded.Set!.Set;
        return new NamesAnswer(source.Names, PhraseName.In(set), [.. set.Wordings, .. set.Statements.Misspellings.Select(slip => new Wording(slip.Wrong, slip.Right, "错字"))]);
    }

    private static async Task<IResult> SearchAsync(string set, string q, string unit, int year, PreviewSources sources, CancellationToken cancellation)
    {
        var answer = await sources.OfAsync(set, unit, year, cancellation);
        return answer.Source is not { } source ? Problems.NotFound(answer.Problem!)
            : string.IsNullOrWhiteSpace(q) || q.Length > 100 ? Problems.Invalid("请输入 1 至 100 个字。")
            : Results.Ok(TextSearch.Find(source, q.Trim()));
    }

    private static async Task<IResult> DocumentAsync(string set, string format, string unit, int year, HttpContext context, DraftDocuments documents, CancellationToken cancellation)
    {
        if (format is not ("docx" or "pdf"))
        {
            return Problems.NotFound("草稿只能生成 docx 和 pdf。");
        }

        var file = await documents.MakeAsync(set, unit, year, By(context), format == "pdf" ? OutputFormats.Pdf : OutputFormats.Word, cancellation);
        return file.Problem is { } problem ? Problems.Conflict(problem) : Results.Bytes(file.Bytes, EditionNames.MediaType(format), file.Name);
    }

    private static async Task<IResult> DraftAsync(string set, string path, HttpContext context, SetsInForce sets, FinalAccountsDb db, TemplateDrafts drafts, CancellationToken cancellation) =>
        await FileAsync(set, path, sets, cancellation) is { } file
            ? Results.Ok(await DraftState.OfAsync(db, drafts, set, file, By(context), cancellation))
            : NoFile(set, path);

    private static async Task<IResult> SaveAsync(string set, SaveRequest request, HttpContext context, SetsInForce sets, TemplateDrafts drafts, CancellationToken cancellation)
    {
        if (await FileAsync(set, request.Path, sets, cancellation) is not { } file)
        {
            return NoFile(set, request.Path);
        }

        if (request.Content.Length > TemplateDrafts.MostCharacters)
        {
            return TooLong();
        }

        var saved = await drafts.SaveAsync(new DraftOf(set, file.Path, By(context)), request.Content, request.Revision, request.Base, file.Text, cancellation);
        return Outcome(saved, file);
    }

    private static async Task<IResult> DiscardAsync(string set, string path, int revision, HttpContext context, SetsInForce sets, TemplateDrafts drafts, CancellationToken cancellation) =>
        await FileAsync(set, path, sets, cancellation) is { } file
            ? Outcome(await drafts.DiscardAsync(new DraftOf(set, path, By(context)), revision, cancellation), file)
            : NoFile(set, path);

    private static async Task<IResult> DifferenceAsync(DifferenceRequest request, PreviewTurns turns, CancellationToken cancellation)
    {
        if (request.Before.Length > TemplateDrafts.MostCharacters || request.After.Length > TemplateDrafts.MostCharacters)
        {
            return TooLong();
        }

        Func<string, string> read = request.Words ? TemplateWords.Of : text => text;
        var (edits, problem, _) = await turns.MakeAsync(
            _ => LineDifference.Of(read(request.Before), read(request.After)).SelectMany(run => run.Text.Edits).Select(edit => new EditAnswer(edit.Kind.ToString().ToLowerInvariant(), edit.Text)).ToList(), cancellation);
        return edits is null ? Problems.Of(StatusCodes.Status429TooManyRequests, problem!) : Results.Ok(edits);
    }

    private static IResult Outcome(DraftSave save, WorkbenchFile file) => save.Conflict
        ? Results.Json(new ConflictAnswer(DraftAnswer.Of(save.Other), file.Text, TemplateDrafts.HashOf(file.Text)), statusCode: StatusCodes.Status409Conflict)
        : Results.Ok(new SavedAnswer(save.Saved?.Revision ?? 0, save.Saved?.At, TemplateDrafts.HashOf(file.Text)));

    private static async Task<WorkbenchFile?> FileAsync(string set, string path, SetsInForce sets, CancellationToken cancellation) =>
        await sets.OfAsync(set, now: false, cancellation) is { Loaded.Set.Set: { } found } ? WorkbenchFile.Find(found, path) : null;

    private static string By(HttpContext context) => context.User.Identity!.Name!;

    private static IResult NoFile(string set, string path) => Problems.NotFound($"模板集 {set} 里没有“{path}”。");

    private static IResult Forbidden() => Problems.Of(StatusCodes.Status403Forbidden, "预览自己写的文字要有起草模板的权限；没有这项权限的，只能预览在用的文字和已保存的草稿。");

    private static IResult TooLong() => Problems.Invalid($"模板超过 {TemplateDrafts.MostCharacters:N0} 字，请分成几节。");
}
