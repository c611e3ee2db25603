namespace FinalAccounts.Service.Shell.Components;

/// <summary>A message that the next page shows once.</summary>
internal static class Flash
{
    public const string Text = "Flash.Text", Look = "Flash.Look";

    // It travels in a cookie.
    private const int Most = 500;

    /// <summary>Something worked.</summary>
    public static void Done(this PageModel page, string message) => Set(page, message, "done");

    /// <summary>Something worked, but look at it.</summary>
    public static void Warn(this PageModel page, string message) => Set(page, message, "warn");

    /// <summary>Something did not work.</summary>
    public static void Failed(this PageModel page, string message) => Set(page, message, "failed");

    /// <summary>That it did not work and why, or that it is done.</summary>
    public static void Tell(this PageModel page, string? refusal, string done) => Set(page, refusal ?? done, refusal is null ? "done" : "failed");

    /// <summary>Leads on, also when a script asked (uploads): it reads HX-Redirect.</summary>
    public static IActionResult LeadTo(this PageModel page, string path)
    {
        if (!page.Request.Headers.ContainsKey("HX-Request"))
        {
            return page.LocalRedirect(path);
        }

        page.Response.Headers["HX-Redirect"] = PlainLocations.Of(path);
        return new StatusCodeResult(StatusCodes.Status204NoContent);
    }

    private static void Set(PageModel page, string message, string look)
    {
        page.TempData[Text] = message.Length <= Most ? message : message[..Most] + "……";
        page.TempData[Look] = look;
    }
}
