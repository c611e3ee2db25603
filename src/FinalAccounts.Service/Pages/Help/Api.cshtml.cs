using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace FinalAccounts.Service.Pages.Help;

/// <summary>The API for people: every endpoint with its summary and its right, taken from the endpoints themselves.</summary>
[Authorize(Rights.Read)]
public sealed class ApiModel(IApiDescriptionGroupCollectionProvider descriptions) : PageModel
{
    /// <summary>By tag, then path.</summary>
    public IReadOnlyList<IGrouping<string, Entry>> Groups => [.. descriptions.ApiDescriptionGroups.Items
        .SelectMany(group => group.Items)
        .Where(item => item.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true)
        .Select(item => new Entry(
            item.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().LastOrDefault()?.Tags[0] ?? "其他",
            item.HttpMethod ?? "",
            "/" + item.RelativePath,
            item.ActionDescriptor.EndpointMetadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary ?? "",
            item.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy ?? ""))
        .OrderBy(entry => entry.Path, StringComparer.Ordinal)
        .GroupBy(entry => entry.Tag)];

    /// <summary>One endpoint.</summary>
    public sealed record Entry(string Tag, string Method, string Path, string Summary, string Right);
}
