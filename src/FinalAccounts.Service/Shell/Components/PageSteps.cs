namespace FinalAccounts.Service.Shell.Components;

/// <summary>What a button of a page asks for, by whoever has the right; then the page again, with what stood in the way.</summary>
internal static class PageSteps
{
    /// <param name="step">Takes it for whom the page serves; why it could not be taken, or null.</param>
    public static async Task<IActionResult> StepAsync(this PageModel page, string right, Func<string, Task<string?>> step, string path)
    {
        var authorization = page.HttpContext.RequestServices.GetRequiredService<IAuthorizationService>();
        if (!(await authorization.AuthorizeAsync(page.User, null, right)).Succeeded)
        {
            return page.Forbid();
        }

        if (await step(page.User.Identity!.Name!) is { } refusal)
        {
            page.Failed(refusal);
        }

        return page.LocalRedirect(path);
    }
}
