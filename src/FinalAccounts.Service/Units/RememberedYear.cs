using System.Globalization;

namespace FinalAccounts.Service.Units;

/// <summary>The year that somebody works on, kept in their browser: what others hand in does not move it.</summary>
internal static class RememberedYear
{
    private const string Cookie = "FinalAccounts.Year";

    /// <summary>The year chosen last; null when none was.</summary>
    public static int? Of(HttpRequest request) =>
        int.TryParse(request.Cookies[Cookie], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null;

    /// <summary>Keeps a year that was chosen.</summary>
    public static void Keep(HttpContext context, int year) => context.Response.Cookies.Append(
        Cookie, year.ToString(CultureInfo.InvariantCulture),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(366) });
}
