using System.Security.Cryptography;
using System.Text;

namespace FinalAccounts.Rendering.Html;

/// <summary>The script of a published page: a search over its text and a button for printing. By its hash it is the only one that may run.</summary>
internal static class PageScript
{
    private static readonly string Text = StyleSheet.Read("page.js");
    private static readonly string Hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>At the end of the body, so that the page is there when it begins.</summary>
    public static string Element(HtmlPurpose purpose) => purpose == HtmlPurpose.Publication ? $"<script>{Text}</script>\n" : "";

    /// <summary>The leave to run it, behind the other rules.</summary>
    public static string Policy(HtmlPurpose purpose) => purpose == HtmlPurpose.Publication ? $"; script-src 'sha256-{Hash}'" : "";
}
