using System.Net;
using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>What every answer tells the browser, whoever asks for whichever page.</summary>
[Collection(ServiceTests.Name)]
public sealed class HeaderTests(WebApp web)
{
    [Fact]
    public async Task EveryPageAndEndpointSendsTheSecurityHeaders()
    {
        using var nobody = web.Nobody();
        using var everybody = await web.SignInAsync(Roles.Administrator);
        var wrong = new List<string>();
        foreach (var target in (await FuzzTarget.OfAsync(web.Services)).Where(target => target.Method == "GET" && !target.Pattern.Contains("/events", StringComparison.Ordinal)))
        {
            foreach (var client in new[] { nobody, everybody })
            {
                var path = System.Text.RegularExpressions.Regex.Replace(target.Pattern, @"\{\*{0,2}(\w+)(?::\w+[^}]*)?\??\}", match => match.Groups[1].Value switch
                {
                    "code" => "whdh",
                    "year" => "2023",
                    "set" => "hubei-2023",
                    "documentName" => "v1",
                    "number" or "other" => "1",
                    "code:int" => "404",
                    _ => "x",
                });
                using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
                wrong.AddRange(Missing(answer).Select(header => $"{path}: {header}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    private static IEnumerable<string> Missing(HttpResponseMessage answer)
    {
        string Of(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
        if (Of("X-Content-Type-Options") != "nosniff")
        {
            yield return "X-Content-Type-Options";
        }

        if (Of("X-Frame-Options") != "SAMEORIGIN")
        {
            yield return "X-Frame-Options";
        }

        if (Of("Referrer-Policy") != "same-origin" || Of("Cross-Origin-Opener-Policy") != "same-origin" || Of("Permissions-Policy").Length == 0)
        {
            yield return "Referrer-Policy, Cross-Origin-Opener-Policy, Permissions-Policy";
        }

        // A page that shows somebody's own text in a frame forbids scripts altogether.
        var policy = Of("Content-Security-Policy");
        if (!policy.Contains("default-src 'none'", StringComparison.Ordinal) || !policy.Contains("frame-ancestors 'self'", StringComparison.Ordinal) || policy.Contains("script-src 'unsafe", StringComparison.Ordinal))
        {
            yield return $"Content-Security-Policy {policy}";
        }

        if (answer.StatusCode == HttpStatusCode.OK && Of("Cache-Control").Length == 0)
        {
            yield return "Cache-Control";
        }

        if (answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"))
        {
            yield return "Server";
        }
    }
}
