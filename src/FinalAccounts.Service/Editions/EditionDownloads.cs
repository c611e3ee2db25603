using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using Microsoft.Net.Http.Headers;

namespace FinalAccounts.Service.Editions;

/// <summary>Files of editions, of comparisons, and of many editions in one ZIP; the same under the pages' addresses and under /api/v1. Every download is in the audit log.</summary>
internal static class EditionDownloads
{
    public const string Edition = "/units/{code}/years/{year:int}/editions/{number:int}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("").RequireAuthorization(Rights.Read);
        files.MapGet(Edition + "/files/{format}", FileAsync).WithSummary("版本的一个文件：docx、pdf、html、xlsx 或 json（生成清单）。支持 ETag 和 Range");
        files.MapGet(Edition + "/compare/{other:int}/{format:regex(^(html|docx)$)}", ComparisonAsync).WithSummary("与另一版的比较：网页，或带修订标记的 Word 文档");
        files.MapGet("/years/{year:int}/editions.zip", YearAsync).WithSummary("一个年度的文件：各单位已公开的版本；which=latest 时为最新的版本");
        files.MapGet("/batches/{id:guid}/editions.zip", BatchAsync).WithSummary("一个批次生成的文件");
    }

    /// <summary>The web page of an edition, shown inside the service: nothing in it can run, load or lead away.</summary>
    public static void MapPreview(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Edition + "/preview", PreviewAsync).RequireAuthorization(Rights.Read).ExcludeFromDescription();
        endpoints.MapGet(Edition + "/compare/{other:int}/preview", ComparisonPreviewAsync).RequireAuthorization(Rights.Read).ExcludeFromDescription();
    }

    private static async Task<IResult> FileAsync(
        string code, int year, int number, string format, HttpContext context, EditionQueries queries, Artifacts artifacts, FinalAccountsDb db, TimeProvider time, CancellationToken cancellation)
    {
        if (await queries.FindAsync(code, year, number, cancellation) is not { } edition)
        {
            return Problems.NotFound("没有这个版本。");
        }

        if (EditionNames.Current(edition.Files).FirstOrDefault(file => file.Format == format) is not { } file)
        {
            return Problems.NotFound($"第{number}版没有 {format} 格式的文件，有的是：{string.Join("、", EditionNames.Current(edition.Files).Select(other => other.Format))}。");
        }

        var tag = new EntityTagHeaderValue($"\"{file.Sha256}\"");
        var request = context.Request.GetTypedHeaders();
        if (request.IfNoneMatch.All(known => !known.Compare(tag, useStrongComparison: false)) && IsFirstPart(request.Range))
        {
            await RecordAsync(db, time, context, EditionNames.Subject(edition), file.Name, cancellation);
        }

        // The tag is of use only if the browser may keep what it got; others may not.
        context.Response.Headers.CacheControl = "private, no-cache";
        var content = await artifacts.ReadAsync(file.Sha256, cancellation);
        return Results.Bytes(content, EditionNames.MediaType(format), file.Name, enableRangeProcessing: true, edition.At, tag);
    }

    private static async Task<IResult> ComparisonAsync(
        string code, int year, int number, int other, string format, HttpContext context, EditionQueries queries, EditionComparisons comparisons, FinalAccountsDb db, TimeProvider time, CancellationToken cancellation)
    {
        if (await PairAsync(code, year, number, other, queries, comparisons, cancellation) is not { } pair)
        {
            return Problems.NotFound("没有这两个版本。");
        }

        await RecordAsync(db, time, context, EditionNames.Subject(pair.After), $"{pair.Name}.{format}", cancellation);
        return Results.Bytes(format == "docx" ? pair.Word() : pair.Html(), EditionNames.MediaType(format), $"{pair.Name}.{format}");
    }

    private static async Task<IResult> YearAsync(
        int year, string? which, HttpContext context, EditionQueries queries, EditionArchive archive, FinalAccountsDb db, TimeProvider time, CancellationToken cancellation)
    {
        if (which is not (null or "published" or "latest"))
        {
            return Problems.Invalid("which 只能是 published（已公开的版本）或 latest（最新的版本）。");
        }

        var editions = await queries.OfYearAsync(year, which == "latest", cancellation);
        return await ArchiveAsync($"{year}年度部门决算公开{(which == "latest" ? "（最新版本）" : "")}.zip", $"{year}", editions, context, archive, db, time, cancellation);
    }

    private static async Task<IResult> BatchAsync(
        Guid id, HttpContext context, EditionQueries queries, EditionArchive archive, FinalAccountsDb db, TimeProvider time, CancellationToken cancellation)
    {
        var editions = await queries.OfBatchAsync(id, cancellation);
        return await ArchiveAsync($"批次{id.ToString()[..8]}.zip", $"batch {id}", editions, context, archive, db, time, cancellation);
    }

    private static async Task<IResult> ArchiveAsync(
        string name, string subject, List<Edition> editions, HttpContext context, EditionArchive archive, FinalAccountsDb db, TimeProvider time, CancellationToken cancellation)
    {
        if (editions.Count == 0)
        {
            return Problems.NotFound("这里还没有可以下载的版本。");
        }

        await RecordAsync(db, time, context, subject, $"{name}（{editions.Count}个版本）", cancellation);
        return Results.Stream(stream => archive.WriteAsync(editions, stream, context.RequestAborted), "application/zip", name);
    }

    private static async Task<IResult> PreviewAsync(
        string code, int year, int number, HttpContext context, EditionQueries queries, Artifacts artifacts, CancellationToken cancellation)
    {
        var edition = await queries.FindAsync(code, year, number, cancellation);
        if (edition is null || EditionNames.Current(edition.Files).FirstOrDefault(file => file.Format == "html") is not { } file)
        {
            return Problems.NotFound("这一版没有网页，不能预览。");
        }

        return ContainedPage.Of(context, await artifacts.ReadAsync(file.Sha256, cancellation));
    }

    private static async Task<IResult> ComparisonPreviewAsync(
        string code, int year, int number, int other, HttpContext context, EditionQueries queries, EditionComparisons comparisons, CancellationToken cancellation)
    {
        if (await PairAsync(code, year, number, other, queries, comparisons, cancellation) is not { } pair)
        {
            return Problems.NotFound("没有这两个版本。");
        }

        return ContainedPage.Of(context, pair.Html());
    }

    /// <summary>The two editions compared, the lower number as the earlier one; null when one is missing.</summary>
    public static async Task<ComparedPair?> PairAsync(
        string code, int year, int number, int other, EditionQueries queries, EditionComparisons comparisons, CancellationToken cancellation)
    {
        var before = await queries.FindAsync(code, year, Math.Min(number, other), cancellation);
        var after = await queries.FindAsync(code, year, Math.Max(number, other), cancellation);
        return before is null || after is null ? null : await comparisons.CompareAsync(before, after, cancellation);
    }

    // A viewer fetches a long file in many parts: one download.
    private static bool IsFirstPart(RangeHeaderValue? range) => range is null || range.Ranges.Any(part => part.From is null or 0);

    private static async Task RecordAsync(FinalAccountsDb db, TimeProvider time, HttpContext context, string subject, string detail, CancellationToken cancellation)
    {
        db.Record(time.GetUtcNow(), context.User.Identity!.Name!, "edition.downloaded", subject, detail);
        await db.SaveChangesAsync(cancellation);
    }
}
