using System.Text.Json;
using System.Text.Json.Serialization;
using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Shell;

/// <summary>The conventions of <c>/api/v1</c> (docs/api.md), in one place: limits, errors, paging, the OpenAPI document.</summary>
public static class Api
{
    /// <summary>Below it stands every endpoint of the API.</summary>
    public const string Prefix = "/api/v1";

    /// <summary>Where the document is.</summary>
    public const string Document = "/api/v1/openapi.json";

    private const int DefaultSize = 100, MaxSize = 500;

    /// <summary>A group of endpoints below <see cref="Prefix"/>: limited, listed under its tag. Each endpoint names the one right that it takes.</summary>
    public static RouteGroupBuilder MapApiGroup(this IEndpointRouteBuilder endpoints, string path, string tag) => endpoints
        .MapGroup(Prefix + path)
        .WithTags(tag)
        .RequireRateLimiting(RateLimits.Api)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden);

    internal static void AddTo(IServiceCollection services) => services
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.Converters.Add(new MalformedRequests.TextConverter());
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        })
        .AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "部门决算公开 接口";
        document.Info.Version = "v1";
        document.Info.Description = "供财政部门的其他系统使用。身份：请求头 Authorization: Bearer 令牌。错误：application/problem+json，中文。金额单位：元。";
        return Task.CompletedTask;
    }));

    internal static void MapDocument(IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi("/api/{documentName:regex(^v1$)}/openapi.json").RequireAuthorization(Rights.Read);

    /// <summary>One page of a list that is at hand.</summary>
    internal static ApiPage<T> PageOf<T>(IReadOnlyList<T> all, int? page, int? size)
    {
        var (skip, length) = Range(page, size);
        return new ApiPage<T>([.. all.Skip(skip).Take(length)], (skip / length) + 1, length, all.Count);
    }

    /// <summary>One page of a list in the database: no more of it is read.</summary>
    internal static async Task<ApiPage<TAnswer>> PageOfAsync<T, TAnswer>(IQueryable<T> all, Func<T, TAnswer> answer, int? page, int? size, CancellationToken cancellation)
    {
        var (skip, length) = Range(page, size);
        var total = await all.CountAsync(cancellation);
        return new ApiPage<TAnswer>([.. (await all.Skip(skip).Take(length).ToListAsync(cancellation)).Select(answer)], (skip / length) + 1, length, total);
    }

    private static (int Skip, int Length) Range(int? page, int? size)
    {
        var length = Math.Clamp(size ?? DefaultSize, 1, MaxSize);
        return ((Math.Clamp(page ?? 1, 1, int.MaxValue / length) - 1) * length, length);
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Size">Entries per page, at most 500.</param>
/// <param name="Total">Entries in all.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, int Page, int Size, int Total);
