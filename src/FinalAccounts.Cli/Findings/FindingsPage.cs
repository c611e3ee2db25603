using System.Net;
using System.Text;
using FinalAccounts.Documents;

namespace FinalAccounts.Cli;

/// <summary>Findings as one web page that needs nothing else; each place leads to where the document's own page prints it.</summary>
internal static class FindingsPage
{
    private static readonly string[] Heads = ["级别", "规则", "问题", "位置", "应为", "实为", "差额", "处理"];

    // A sum may rest on dozens of cells: the first say where, the rest can be opened.
    private const int PlacesShown = 4;

    // What is longer than a figure is a quotation, and may break.
    private const int FigureLength = 14;

    private const string Style =
        "body{font:15px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2em auto;max-width:90em;padding:0 1em;color:#222}h1{font-size:1.6em;line-height:1.4}"
        + "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ddd;padding:.4em .6em;text-align:left;vertical-align:top}"
        + "th{background:#f4f4f4;position:sticky;top:0;white-space:nowrap}td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.k{white-space:nowrap}"
        + "td{overflow-wrap:anywhere}.message{min-width:16em}.places{min-width:17em}.quoted{min-width:8em}"
        + ".error,.fatal{color:#a80000}.warning{color:#7a5200}.rounding{color:#0b4f8a}ul{margin:0;padding:0;list-style:none}summary{cursor:pointer}"
        + "@media(max-width:60em){thead{position:absolute;left:-9999px}tr,td{display:block}tr{border-bottom:2px solid #bbb;padding:.5em 0}td,td.n{border:0;padding:.1em 0;text-align:left;white-space:normal}"
        + "td:empty{display:none}td[data-head]::before{content:attr(data-head) '：';color:#595959}}";

    /// <summary>The page's text.</summary>
    /// <param name="document">The document that was checked; null when there is none.</param>
    /// <param name="file">The name of its web page, in the same folder.</param>
    public static string Write(string title, IReadOnlyList<Finding> findings, Document? document, string file)
    {
        var links = document is null ? null : new PlaceLinks(document);
        var page = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(Encode(title))
            .Append("　核对结果</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n<h1>").Append(Encode(title))
            .Append("　核对结果</h1>\n<p>").Append(Encode(FindingWords.Summary(findings))).Append('。');
        if (document is not null)
        {
            page.Append(" <a href=\"").Append(Encode(Uri.EscapeDataString(file))).Append("\">打开文档</a>");
        }

        page.Append("</p>\n<table>\n<thead><tr>");
        foreach (var head in Heads)
        {
            page.Append("<th scope=\"col\">").Append(head).Append("</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var line in FoldedFindings.Of(findings))
        {
            Row(page, line, links, file);
        }

        return page.Append("</tbody>\n</table>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static void Row(StringBuilder page, FindingLine line, PlaceLinks? links, string file)
    {
        var finding = line.Finding;
        page.Append("<tr><td class=\"k ").Append(finding.Severity.ToString().ToLowerInvariant()).Append("\">").Append(FindingWords.Name(finding.Severity))
            .Append("</td><td class=\"k\">").Append(Encode(finding.Rule)).Append("</td><td class=\"message\">").Append(Encode(finding.Message));
        Folded(page, line.Folded);
        page.Append("</td><td class=\"places\">");
        Places(page, finding.Places.Take(PlacesShown), links, file);
        if (finding.Places.Count > PlacesShown)
        {
            page.Append("<details><summary>另有 ").Append(finding.Places.Count - PlacesShown).Append(" 处</summary>");
            Places(page, finding.Places.Skip(PlacesShown), links, file);
            page.Append("</details>");
        }

        page.Append("</td>");
        foreach (var (number, head) in new[] { finding.Expected, finding.Actual, finding.Difference }.Zip(Heads.Skip(4)))
        {
            page.Append("<td class=\"").Append(number?.Length > FigureLength ? "quoted" : "n").Append("\" data-head=\"").Append(head).Append("\">").Append(Encode(number ?? "")).Append("</td>");
        }

        page.Append("<td data-head=\"处理\">").Append(Encode(FindingWords.Remedy(finding))).Append("</td></tr>\n");
    }

    private static void Folded(StringBuilder page, IReadOnlyList<Finding> folded)
    {
        if (folded.Count == 0)
        {
            return;
        }

        page.Append("<details><summary>逐处查看</summary><ul>");
        foreach (var one in folded)
        {
            page.Append("<li>").Append(Encode($"{one.Rule}　{one.Message}（{PlaceRun.Printed(one.Places)}）")).Append("</li>");
        }

        page.Append("</ul></details>");
    }

    private static void Places(StringBuilder page, IEnumerable<Place> places, PlaceLinks? links, string file)
    {
        page.Append("<ul>");
        foreach (var place in places)
        {
            var text = Encode(place.ToString());
            page.Append("<li>").Append(links?.For(place) is { } id
                ? $"<a href=\"{Encode(Uri.EscapeDataString(file))}#{Encode(id)}\">{text}</a>"
                : text).Append("</li>");
        }

        page.Append("</ul>");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
