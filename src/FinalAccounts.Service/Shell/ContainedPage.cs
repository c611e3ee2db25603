using Microsoft.AspNetCore.Http;

namespace FinalAccounts.Service.Shell;

/// <summary>A made document shown within our pages: nothing in it can run, load or lead away.</summary>
internal static class ContainedPage
{
    private const string Policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    /// <summary>The answer with this page. A published page's script is left out: the browser would block it, and complain.</summary>
    public static IResult Of(HttpContext context, byte[] page)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;

        // No text of a document has such a tag but as a tag.
        var (from, to) = (page.AsSpan().IndexOf("<script>"u8), page.AsSpan().LastIndexOf("</script>"u8));
        return Results.Bytes(to < from || from < 0 ? page : (byte[])[.. page.AsSpan(0, from), .. page.AsSpan(to + "</script>"u8.Length)], "text/html; charset=utf-8");
    }
}
