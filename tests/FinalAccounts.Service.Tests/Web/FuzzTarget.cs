using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Something that can be asked for: a page's handler or an endpoint, with the names that it takes.</summary>
/// <param name="Pattern">/units/{code}.</param>
/// <param name="Query">Names in the query.</param>
/// <param name="Form">Names of a form's fields.</param>
/// <param name="Files">Names of uploaded files.</param>
/// <param name="Body">What a JSON body is read into; null for none.</param>
internal sealed record FuzzTarget(string Method, string Pattern, IReadOnlyList<string> Query, IReadOnlyList<string> Form, IReadOnlyList<string> Files, Type? Body)
{
    /// <summary>Everything that a service serves, besides what is not its own and what would end the session.</summary>
    public static async Task<IReadOnlyList<FuzzTarget>> OfAsync(IServiceProvider services)
    {
        var targets = new List<FuzzTarget>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (pattern.StartsWith("/hangfire", StringComparison.Ordinal) || pattern is "/sign-out" or "/account/password")
            {
                continue;
            }

            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                targets.AddRange(OfPage(pattern, await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata)));
            }
            else
            {
                targets.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => OfEndpoint(method, pattern, endpoint)));
            }
        }

        return targets;
    }

    private static IEnumerable<FuzzTarget> OfPage(string pattern, CompiledPageActionDescriptor page)
    {
        IReadOnlyList<string> bound = [.. page.BoundProperties.OfType<PageBoundPropertyDescriptor>().SelectMany(property => Names(property.Name, property.ParameterType))];
        foreach (var handler in page.HandlerMethods)
        {
            var address = handler.Name is { } name ? $"{pattern}?handler={name}" : pattern;
            IReadOnlyList<string> own = [.. handler.Parameters.Where(parameter => IsSimple(parameter.ParameterType)).Select(parameter => parameter.Name)];
            yield return handler.HttpMethod == "Get"
                ? new FuzzTarget("GET", address, [.. own, .. bound], [], [], null)
                : new FuzzTarget("POST", address, [], [.. own, .. bound], FilesOf(page, handler), null);
        }

        // And what the page has no handler for.
        yield return new FuzzTarget("POST", pattern, [], bound, [], null);
        yield return new FuzzTarget("POST", pattern + "?handler=Nothing", [], bound, [], null);
        yield return new FuzzTarget("GET", pattern + "?handler=Nothing", bound, [], [], null);
        yield return new FuzzTarget("PUT", pattern, [], bound, [], null);
    }

    private static FuzzTarget OfEndpoint(string method, string pattern, RouteEndpoint endpoint)
    {
        var parameters = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        var accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>();
        return new FuzzTarget(
            method, pattern,
            [.. parameters.Where(parameter => IsSimple(parameter.ParameterType) && !pattern.Contains("{" + parameter.Name, StringComparison.Ordinal)).Select(parameter => parameter.Name!)],
            [], [.. parameters.Where(parameter => parameter.ParameterType == typeof(IFormFile)).Select(parameter => parameter.Name!)],
            accepts?.ContentTypes.Contains("application/json") == true ? accepts.RequestType : null);
    }

    private static IReadOnlyList<string> FilesOf(CompiledPageActionDescriptor page, HandlerMethodDescriptor handler) =>
    [
        .. handler.Parameters.Where(parameter => parameter.ParameterType == typeof(IFormFile)).Select(parameter => parameter.Name),
        .. page.BoundProperties.Where(property => property.ParameterType == typeof(IFormFile)).Select(property => property.Name),
    ];

    private static IEnumerable<string> Names(string name, Type type) => IsSimple(type) ? [name]
        : typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? [name, $"{name}[0]"]
        : type.GetProperties().Where(property => property.CanWrite && IsSimple(property.PropertyType)).Select(property => $"{name}.{property.Name}");

    private static bool IsSimple(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(decimal) || plain == typeof(Guid) || plain == typeof(DateOnly) || plain.Name.StartsWith("Listed", StringComparison.Ordinal);
    }
}
