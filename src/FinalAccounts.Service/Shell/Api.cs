using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

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

    internal static void AddTo(IServiceCollection services) => services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "部门决算公开 接口";
        document.Info.Version = "v1";
        document.Info.Description = "供财政部门的其他系统使用。身份：请求头 Authorization: Bearer 令牌。错误：application/problem+json，中文。金额单位：元。";
        return Task.CompletedTask;
    }));

    internal static void MapDocument(IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi("/api/{documentName}/openapi.json").RequireAuthorization(Rights.Read);

    /// <summary>One page of a list.</summary>
    internal static ApiPage<T> PageOf<T>(IReadOnlyList<T> all, int? page, int? size)
    {
        var length = Math.Clamp(size ?? DefaultSize, 1, MaxSize);
        var number = Math.Max(page ?? 1, 1);
        return new ApiPage<T>([.. all.Skip((int)Math.Min((long)(number - 1) * length, int.MaxValue)).Take(length)], number, length, all.Count);
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Size">Entries per page, at most 500.</param>
/// <param name="Total">Entries in all.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, int Page, int Size, int Total);
