using System.Text;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FinalAccounts.Service.Shell;

/// <summary>Headers hold ASCII only, and not much: where a page leads on to an address with somebody's words in it, they are escaped, and what is too long is left out.</summary>
internal sealed class PlainLocations : IAlwaysRunResultFilter
{
    private const int Most = 4_000;

    /// <summary>An address as a header can hold it.</summary>
    public static string Of(string address)
    {
        var plain = new StringBuilder(address.Length);
        foreach (var rune in (address.Length <= Most ? address : address.Split('?')[0]).EnumerateRunes())
        {
            plain.Append(rune.IsAscii && !Rune.IsControl(rune) && rune.Value != ' ' ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return plain.Length <= Most * 3 ? plain.ToString() : "/";
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is LocalRedirectResult local)
        {
            local.Url = Of(local.Url);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
