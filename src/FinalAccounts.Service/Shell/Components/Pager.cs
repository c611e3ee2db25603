using Microsoft.AspNetCore.Http.Extensions;

namespace FinalAccounts.Service.Shell.Components;

/// <summary>Which part of a long list a page shows; the query's <c>page</c> counts from 1.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Size">Entries per page.</param>
/// <param name="Total">Entries in all.</param>
public sealed record Pager(int Page, int Size, int Total)
{
    /// <summary>How many pages; at least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>Entries before this page.</summary>
    public int Skip => (Page - 1) * Size;

    /// <summary>A pager whose page exists.</summary>
    public static Pager Of(int? page, int size, int total)
    {
        var all = new Pager(1, size, total);
        return all with { Page = Math.Clamp(page ?? 1, 1, all.Pages) };
    }

    /// <summary>The address of another page of the same list.</summary>
    public static string Address(HttpRequest request, int page)
    {
        var query = request.Query.Where(pair => pair.Key != "page").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        return request.Path + new QueryBuilder(query) { { "page", page.ToString() } }.ToQueryString();
    }
}
