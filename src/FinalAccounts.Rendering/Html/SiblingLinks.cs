using System.Text;

namespace FinalAccounts.Rendering.Html;

/// <summary>Links from a published page to the files that are published beside it. The page itself does not know them: they are put in where it is published.</summary>
internal static class SiblingLinks
{
    /// <summary>Where they go; no text of a document can say this, its signs are escaped.</summary>
    public const string Place = "<span class=\"files\"></span>";

    /// <summary>The page with its links; as it is when it has no place for them.</summary>
    /// <param name="page">UTF-8.</param>
    /// <param name="files">Labels and file names, in order.</param>
    public static byte[] Put(byte[] page, IEnumerable<(string Label, string File)> files)
    {
        using var links = new StringWriter();
        var output = new HtmlWriter(links);
        output.Raw("<span class=\"files\">");
        foreach (var (label, file) in files)
        {
            output.Raw("<a").Attribute("href", Uri.EscapeDataString(file)).Raw(">").Text(label).Raw("</a> ");
        }

        output.Raw("</span>");
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page).Replace(Place, links.ToString(), StringComparison.Ordinal));
    }
}
