using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Rendering.Site;

/// <summary>The pages of a site: the index of all editions, and one page for each. They need no script; the search box appears only where one may run.</summary>
internal static class SitePages
{
    private static readonly string Style = Read("site.css");
    private static readonly string Script = Read("search.js");
    private static readonly string ScriptHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));

    /// <summary>All editions, by year.</summary>
    public static byte[] Index(SiteCatalog catalog)
    {
        using var text = new StringWriter();
        var page = new HtmlWriter(text);
        Head(page, catalog.Title, "", withScript: true);
        page.Raw("<main id=\"text\">\n<h1>").Text(catalog.Title).Raw("</h1>\n<div id=\"search\"></div>\n");
        foreach (var year in catalog.Editions.GroupBy(edition => edition.Year))
        {
            page.Raw("<section>\n<h2>").Text($"{year.Key}年度").Raw("</h2>\n<ul class=\"units\">\n");
            foreach (var edition in year)
            {
                page.Raw("<li><a").Attribute("href", Escaped(edition.Folder) + "/index.html").Raw(">").Text(edition.Unit).Raw("</a> <span class=\"date\">")
                    .Text(Date(edition)).Raw("</span></li>\n");
            }

            page.Raw("</ul>\n</section>\n");
        }

        page.Raw(catalog.Editions.Count == 0 ? "<p>还没有公开的决算。</p>\n" : "").Raw("</main>\n<footer><a href=\"feed.xml\">RSS</a> <a href=\"feed.json\">JSON Feed</a> <a href=\"SHA256SUMS\">校验值</a></footer>\n<script>")
            .Raw(Script).Raw("</script>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>One edition: its files with their sizes and checksums.</summary>
    public static byte[] Edition(SiteCatalog catalog, SiteEdition edition)
    {
        using var text = new StringWriter();
        var page = new HtmlWriter(text);
        Head(page, edition.Title, "../../", withScript: false);
        page.Raw("<nav><a href=\"../../index.html\">").Text(catalog.Title).Raw("</a></nav>\n<main id=\"text\">\n<h1>").Text(edition.Title).Raw("</h1>\n<p class=\"date\">")
            .Text($"{edition.Unit}　公开日期：{Date(edition)}").Raw("</p>\n");
        Files(page, "阅读和下载", edition.Files.Where(file => !file.Name.StartsWith("data/", StringComparison.Ordinal)));
        Files(page, "数据", edition.Files.Where(file => file.Name.StartsWith("data/", StringComparison.Ordinal)));
        page.Raw("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A path as part of an address.</summary>
    public static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The schema of the tables' data.</summary>
    public static byte[] Schema() => Encoding.UTF8.GetBytes(Read("tables.schema.json"));

    private static void Files(HtmlWriter page, string title, IEnumerable<SiteFile> files)
    {
        page.Raw("<section>\n<h2>").Text(title).Raw("</h2>\n<ul class=\"files\">\n");
        foreach (var file in files)
        {
            page.Raw("<li><a").Attribute("href", Escaped(file.Name)).Raw(">").Text(file.Label).Raw("</a> <span class=\"date\">").Text(Size(file.Size))
                .Raw("</span> <code>").Text(file.Sha256).Raw("</code></li>\n");
        }

        page.Raw("</ul>\n</section>\n");
    }

    private static void Head(HtmlWriter page, string title, string root, bool withScript) => page
        .Raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
        .Attribute("content", "default-src 'none'; style-src 'unsafe-inline'" + (withScript ? $"; script-src 'sha256-{ScriptHash}'" : ""))
        .Raw(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Text(title)
        .Raw($"</title>\n<link rel=\"alternate\" type=\"application/rss+xml\" href=\"{root}feed.xml\">\n<link rel=\"alternate\" type=\"application/feed+json\" href=\"{root}feed.json\">\n<style>\n")
        .Raw(Style).Raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#text\">跳到正文</a>\n");

    private static string Date(SiteEdition edition) => edition.Published.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.0} MB");

    private static string Read(string name) => EmbeddedText.Read("Site.Styles." + name);
}
