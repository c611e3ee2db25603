using System.Net;
using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Who may use what: <c>access.txt</c> lists every page and endpoint with its right, and every kind of caller tries all of them.</summary>
[Collection(ServiceTests.Name)]
public sealed partial class AccessTests(WebApp web)
{
    private const string Anyone = "anyone", Person = "person";

    [Fact]
    public void EveryPageAndEndpointIsListed()
    {
        var listed = Expectations().Select(line => line.Endpoint).ToHashSet();
        var found = Endpoints();
        Assert.True(
            listed.SetEquals(found),
            $"not in access.txt:\n{string.Join('\n', found.Except(listed).Order())}\nin access.txt, but not served:\n{string.Join('\n', listed.Except(found).Order())}");
    }

    [Fact]
    public async Task EachCallerGetsToWhatItMayUseAndToNothingElse()
    {
        var callers = new List<(string Name, HttpClient Client, Func<string, bool> May)>
        {
            ("nobody", web.Nobody(), right => right == Anyone),
            ("viewer", await web.SignInAsync("viewer"), right => right is Anyone or Person or Rights.Read),
        };
        foreach (var role in Roles.All)
        {
            callers.Add((role, await web.SignInAsync(role), right => right is Anyone or Person or Rights.Read || Rights.RoleOf.GetValueOrDefault(right) == role));
        }

        foreach (var scope in Rights.Scopes.Keys)
        {
            callers.Add(($"token {scope}", await web.WithTokenAsync(scope), right => right == Anyone || right == scope));
        }

        var wrong = new List<string>();
        foreach (var (endpoint, right, _) in Expectations())
        {
            var (method, path) = (endpoint[..endpoint.IndexOf(' ')], Filled(endpoint[(endpoint.IndexOf(' ') + 1)..]));
            foreach (var (name, client, may) in callers)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
                if (IsDenied(answer) == may(right))
                {
                    wrong.Add($"{name}: {endpoint} ({right}) → {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    internal static bool IsDenied(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in?", StringComparison.Ordinal));

    private HashSet<string> Endpoints() => [.. web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))];

    /// <summary>The lines of access.txt: method and path, the right, what of a unit it names.</summary>
    internal static List<(string Endpoint, string Right, string Names)> Expectations() => [.. File.ReadLines(Repository.PathOf("tests", "FinalAccounts.Service.Tests", "Web", "access.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Select(parts => (parts[2], parts[0], parts[1]))];

    // Values that name nothing: whoever may come in is told that there is no such thing.
    private static string Filled(string pattern) => Parameter().Replace(pattern, match => match.Groups[2].Value switch
    {
        "int" or "long" => "2023",
        "regex" => match.Groups[1].Value == "documentName" ? "v1" : "html",
        "guid" => "7d2c4c5e-0000-4000-8000-000000000000",
        _ => "none",
    });

    [GeneratedRegex(@"\{\*{0,2}(\w+)(?::(\w+)[^}]*)?\??\}")]
    private static partial Regex Parameter();
}
