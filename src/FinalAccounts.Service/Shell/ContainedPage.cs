using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.Service.Shell;

/// <summary>A made document shown within our pages: nothing in it can run, load or lead away.</summary>
internal static partial class ContainedPage
{
    private const string Policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    /// <summary>The answer with this page. A published page's script is left out: the browser would block it, and complain.</summary>
    public static IResult Of(HttpContext context, string page)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Content(WithoutScripts(page), "text/html; charset=utf-8");
    }

    /// <inheritdoc cref="Of(HttpContext, string)"/>
    public static IResult Of(HttpContext context, byte[] page) => Of(context, Encoding.UTF8.GetString(page));

    // No text of a document has such a tag but as a tag.
    internal static string WithoutScripts(string page) => Script().Replace(page, "");

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Script();
}
