namespace FinalAccounts.Service.Shell;

/// <summary>What every answer tells the browser: no script or style but our own files, no framing by others, no guessing of types. An endpoint that has set its own policy keeps it.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var authority = app.Configuration["FinalAccounts:OpenIdConnect:Authority"] is { Length: > 0 } address && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? " " + uri.GetLeftPart(UriPartial.Authority)
            : "";
        var policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + $"frame-src 'self'; frame-ancestors 'self'; form-action 'self'{authority}; base-uri 'none'";
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "SAMEORIGIN";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers.TryAdd("Content-Security-Policy", policy);

                // Accounts before their publication do not belong into caches.
                headers.TryAdd("Cache-Control", "no-store");
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
