using System.Net;
using System.Text;
using FinalAccounts.Documents;

namespace FinalAccounts.Cli;

/// <summary>Findings as one web page that needs nothing else; each place leads to where the document's own page prints it.</summary>
internal static class FindingsPage
{
    private const string Style =
        "body{font:15px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2em auto;max-width:84em;padding:0 1em;color:#222}"
        + "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ddd;padding:.4em .6em;text-align:left;vertical-align:top}"
        + "th{background:#f4f4f4;position:sticky;top:0}td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}td.k{white-space:nowrap}"
        + ".error,.fatal{color:#a80000}.warning{color:#7a5200}.rounding{color:#0b4f8a}ul{margin:0;padding-left:1.1em}";

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
        foreach (var head in (string[])["级别", "规则", "问题", "位置", "应为", "实为", "差额", "处理"])
        {
            page.Append("<th scope=\"col\">").Append(head).Append("</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            Row(page, finding, links, file);
        }

        return page.Append("</tbody>\n</table>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static void Row(StringBuilder page, Finding finding, PlaceLinks? links, string file)
    {
        page.Append("<tr><td class=\"k ").Append(finding.Severity.ToString().ToLowerInvariant()).Append("\">").Append(FindingWords.Name(finding.Severity))
            .Append("</td><td class=\"k\">").Append(Encode(finding.Rule)).Append("</td><td>").Append(Encode(finding.Message)).Append("</td><td><ul>");
        foreach (var place in finding.Places)
        {
            var text = Encode(place.ToString());
            page.Append("<li>").Append(links?.For(place) is { } id
                ? $"<a href=\"{Encode(Uri.EscapeDataString(file))}#{Encode(id)}\">{text}</a>"
                : text).Append("</li>");
        }

        page.Append("</ul></td>");
        foreach (var number in (string?[])[finding.Expected, finding.Actual, finding.Difference])
        {
            page.Append("<td class=\"n\">").Append(Encode(number ?? "")).Append("</td>");
        }

        page.Append("<td>").Append(Encode(FindingWords.Remedy(finding))).Append("</td></tr>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
