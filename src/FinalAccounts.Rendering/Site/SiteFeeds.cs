using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml.Linq;

namespace FinalAccounts.Rendering.Site;

/// <summary>What programs read of a site: feeds, the site map, checksums. Addresses are relative where no address of the site is known.</summary>
/// <param name="Address">Where the site will stand, ending in a slash; null when that is not known.</param>
internal sealed record SiteFeeds(SiteCatalog Catalog, Uri? Address)
{
    private const int MostItems = 200;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private IEnumerable<SiteEdition> Newest => Catalog.Editions.OrderByDescending(edition => edition.Published).ThenBy(edition => edition.Folder, StringComparer.Ordinal).Take(MostItems);

    /// <summary>JSON Feed 1.1.</summary>
    public byte[] JsonFeed() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["version"] = "https://jsonfeed.org/version/1.1",
        ["title"] = Catalog.Title,
        ["language"] = "zh-CN",
        ["items"] = new JsonArray([.. Newest.Select(edition => new JsonObject
        {
            ["id"] = edition.Folder,
            ["url"] = Link(edition),
            ["title"] = edition.Title,
            ["content_text"] = $"{edition.Unit}{edition.Year}年度部门决算",
            ["date_published"] = edition.Published.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        })]),
    }.ToJsonString(Json).ReplaceLineEndings("\n") + "\n");

    /// <summary>RSS 2.0.</summary>
    public byte[] Rss() => Xml(new XElement("rss", new XAttribute("version", "2.0"), new XElement("channel",
        new XElement("title", Catalog.Title),
        new XElement("link", Address?.ToString() ?? "index.html"),
        new XElement("description", Catalog.Title),
        new XElement("language", "zh-CN"),
        Newest.Select(edition => new XElement("item",
            new XElement("title", edition.Title),
            new XElement("link", Link(edition)),
            new XElement("guid", new XAttribute("isPermaLink", "false"), edition.Folder),
            new XElement("pubDate", edition.Published.ToString("r", CultureInfo.InvariantCulture)))))));

    /// <summary>The site map; null without an address, which it must name.</summary>
    public byte[]? Map()
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        return Address is null ? null : Xml(new XElement(map + "urlset",
            new XElement(map + "url", new XElement(map + "loc", Address)),
            Catalog.Editions.Select(edition => new XElement(map + "url",
                new XElement(map + "loc", Link(edition)),
                new XElement(map + "lastmod", edition.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))));
    }

    /// <summary>A line a file, as sha256sum writes and checks them.</summary>
    public byte[] Checksums() => Encoding.UTF8.GetBytes(string.Concat(Catalog.Editions
        .SelectMany(edition => edition.Files.Select(file => (Path: $"{edition.Folder}/{file.Name}", file.Sha256)))
        .OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Sha256}  {file.Path}\n")));

    private string Link(SiteEdition edition)
    {
        var path = SitePages.Escaped(edition.Folder) + "/index.html";
        return Address is null ? path : new Uri(Address, path).AbsoluteUri;
    }

    private static byte[] Xml(XElement root) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.ToString().ReplaceLineEndings("\n") + "\n");
}
