using System.Text.Json;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinalAccounts.Service.Editions;

/// <summary>Editions for the bureau's systems: lists, one edition, its way through the states, comparisons, files.</summary>
internal static class EditionsApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapApiGroup("", "版本");
        EditionDownloads.Map(api);
        var read = api.MapGroup("").RequireAuthorization(Rights.Read);
        read.MapGet("/editions", ListAsync).WithSummary("各单位的版本；可按年度 year、状态 state、单位代码 unit 筛选");
        read.MapGet("/units/{code}/years/{year:int}/editions", OfUnitAsync).WithSummary("一个单位一个年度的全部版本，新的在前");
        read.MapGet(EditionDownloads.Edition, OneAsync).WithSummary("一个版本：文件、核对结果、经过");
        read.MapGet(EditionDownloads.Edition + "/compare/{other:int}", CompareAsync).WithSummary("与另一版的差异：文字逐处、表格逐格，各有原因");
        Step(api, "submit", "送审", Rights.EditData, (states, id, by, said, cancellation) => states.SubmitAsync(id, by, said, cancellation));
        Step(api, "return", "退回，须写明原因", Rights.Review, (states, id, by, said, cancellation) => states.ReturnAsync(id, by, said, cancellation));
        Step(api, "approve", "审定；自己生成或送审的不能自己审定", Rights.Review, (states, id, by, said, cancellation) => states.ApproveAsync(id, by, said, cancellation));
        Step(api, "publish", "公开；有错误时须写明理由", Rights.Publish, (states, id, by, said, cancellation) => states.PublishAsync(id, by, said, cancellation));
    }

    private static void Step(
        RouteGroupBuilder api, string name, string summary, string right, Func<EditionStates, long, string, string?, CancellationToken, Task<Decision>> step) =>
        api.MapPost($"{EditionDownloads.Edition}/{name}", async Task<IResult> (
            string code, int year, int number, EditionComment? comment, HttpContext context, EditionQueries queries, EditionStates states, NameBook book, CancellationToken cancellation) =>
        {
            if (await queries.FindAsync(code, year, number, cancellation) is not { } edition)
            {
                return Problems.NotFound("没有这个版本。");
            }

            var decision = await step(states, edition.Id, context.User.Identity!.Name!, comment?.Comment, cancellation);
            return decision switch
            {
                { Refusal: null } => TypedResults.Ok(EditionDetail.Of((await queries.FindAsync(code, year, number, cancellation))!, await book.OpenAsync(cancellation))),
                { Conflict: true } => Problems.Conflict(decision.Refusal),
                _ => Problems.Invalid(decision.Refusal),
            };
        }).WithSummary(summary).RequireAuthorization(right).Produces<EditionDetail>();

    private static async Task<Ok<ApiPage<EditionSummary>>> ListAsync(
        EditionQueries queries, NameBook book, int? year, Listed<EditionState>? state, string? unit, int? page, int? size, CancellationToken cancellation) =>
        await PageAsync(queries.List(unit, year, state?.Value), book, page, size, cancellation);

    private static async Task<Ok<ApiPage<EditionSummary>>> OfUnitAsync(string code, int year, EditionQueries queries, NameBook book, int? page, int? size, CancellationToken cancellation) =>
        await PageAsync(queries.List(code, year, null), book, page, size, cancellation);

    private static async Task<Ok<ApiPage<EditionSummary>>> PageAsync(IQueryable<EditionSummary> editions, NameBook book, int? page, int? size, CancellationToken cancellation)
    {
        var names = await book.OpenAsync(cancellation);
        return TypedResults.Ok(await Api.PageOfAsync(editions, edition => edition.Named(names), page, size, cancellation));
    }

    private static async Task<IResult> OneAsync(string code, int year, int number, EditionQueries queries, NameBook book, CancellationToken cancellation) =>
        await queries.FindAsync(code, year, number, cancellation) is { } edition
            ? TypedResults.Ok(EditionDetail.Of(edition, await book.OpenAsync(cancellation))) : Problems.NotFound("没有这个版本。");

    private static async Task<IResult> CompareAsync(
        string code, int year, int number, int other, EditionQueries queries, EditionComparisons comparisons, CancellationToken cancellation) =>
        await EditionDownloads.PairAsync(code, year, number, other, queries, comparisons, cancellation) is { } pair
            ? TypedResults.Ok(ComparisonReport.Of(pair)) : Problems.NotFound("没有这两个版本。");
}

/// <summary>What somebody says when an edition changes its state.</summary>
internal sealed record EditionComment(string? Comment = null);

/// <summary>An edition with all that is kept of it besides its files' bytes.</summary>
/// <param name="Findings">An array in the form of <c>finalaccounts check --json</c>.</param>
internal sealed record EditionDetail(
    EditionSummary Edition, string TemplateSet, string TemplateSetHash, string InputsHash, string Program,
    IReadOnlyList<EditionFileEntry> Files, IReadOnlyList<EditionEventEntry> Events, JsonElement Findings, IReadOnlyList<string> Warnings)
{
    public static EditionDetail Of(Edition edition, PersonNames names) => new(
        EditionSummary.OfOne(edition).Named(names), edition.TemplateSet, edition.TemplateSetHash, edition.InputsHash, edition.Program,
        [.. EditionNames.Current(edition.Files).Select(file => new EditionFileEntry(file.Format, file.Name, file.Size, file.Sha256, file.Pages, file.Draft))],
        [.. edition.Events.OrderBy(change => change.Id).Select(change => new EditionEventEntry(change.State, change.By, names.Of(change.By), change.At, change.Comment))],
        JsonElement.Parse(edition.Findings),
        edition.Warnings.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A file.</summary>
/// <param name="Draft">Whether it says that it is a draft.</param>
internal sealed record EditionFileEntry(string Format, string Name, long Size, string Sha256, int? Pages, bool Draft);

/// <summary>A step of an edition's way.</summary>
/// <param name="By">Who, by the name that they sign in with, or a token's.</param>
/// <param name="ByName">Who, as people call them.</param>
internal sealed record EditionEventEntry(EditionState State, string By, string ByName, DateTimeOffset At, string? Comment);

/// <summary>What changed between two editions.</summary>
internal sealed record ComparisonReport(
    int Before, int After, int TextChanges, int CellChanges, int ChartChanges,
    IReadOnlyList<ChangeEntry> Changes, IReadOnlyList<FinalAccounts.Comparison.ValueChange> Values, IReadOnlyList<string> TemplateFiles)
{
    public static ComparisonReport Of(ComparedPair pair) => new(
        pair.Before.Number, pair.After.Number, pair.Counts.Text, pair.Counts.Cells, pair.Counts.Charts,
        [.. pair.Comparison.Document.Changes.Select(ChangeEntry.Of)], pair.Comparison.Values, pair.Comparison.TemplateFiles);
}

/// <summary>One change.</summary>
/// <param name="Kind">text, cell or chart.</param>
internal sealed record ChangeEntry(ChangeKind Kind, string Where, string Before, string After, IReadOnlyList<CauseEntry> Causes)
{
    public static ChangeEntry Of(Change change) => new(
        change.Kind, change.Where, change.Before, change.After,
        [.. change.Causes.Select(cause => new CauseEntry(cause.Kind, cause.Details))]);
}

/// <summary>Why: data, template, rule or program, with cells, corrections or files.</summary>
internal sealed record CauseEntry(CauseKind Kind, IReadOnlyList<string> Details);
