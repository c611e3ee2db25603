using System.Net;
using System.Text;
using FinalAccounts.Documents;

namespace FinalAccounts.Service.Reviewing;

/// <summary>The report on one document: what it says on the left (pages redrawn where it has pages), findings on the right; a link leads from a finding to its place.</summary>
public static class AuditPage
{
    private const int PlacesShown = 4;

    private const string Style = """
        body{font:15px/1.6 sans-serif;margin:0;display:grid;grid-template-columns:minmax(0,3fr) minmax(20rem,2fr);height:100vh}
        main,aside{overflow:auto;padding:1rem}main{background:#eee}aside{border-left:1px solid #bbb}
        h1{font-size:1.2rem;margin:.2rem 0}h2{font-size:1rem}svg{display:block;width:100%;height:auto;background:#fff;margin:0 0 1rem;box-shadow:0 0 3px #888}
        ol{padding-left:1.6rem}li{margin:.6rem 0}.error,.fatal{color:#a30000}.warning{color:#7a5200}.rounding,.note{color:#44566c}
        .mark{fill:#ffd54a;fill-opacity:.45;stroke:#c77700}.mark:target{fill:#ff5a36;fill-opacity:.5}.flow{background:#fff;padding:1rem 1.5rem}.flow :target{background:#ffd54a}
        table{border-collapse:collapse;margin:.6rem 0;background:#fff}td{border:1px solid #888;padding:.1rem .4rem}td.d{background:#fff3cd}
        @media(max-width:60rem){body{display:block;height:auto}}
        """;

    public static string Write(AuditedFile file)
    {
        var marks = new Dictionary<Place, string>();
        foreach (var place in file.Findings.SelectMany(finding => finding.Places))
        {
            marks.TryAdd(place, $"m{marks.Count}");
        }

        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(Encode(file.Name)).Append("　审核结果</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main tabindex=\"0\" aria-label=\"文档\">\n");
        var reached = file.Document.Document.Pages.Count > 0 ? PageDrawing.Write(page, file.Document, marks) : FlowDrawing.Write(page, file.Document, marks);
        page.Append("</main>\n<aside aria-label=\"问题\">\n<h1>").Append(Encode(file.Name)).Append("</h1>\n<p>").Append(Encode(FindingWords.Summary(file.Findings))).Append("。</p>\n<ol>\n");
        foreach (var finding in file.Findings)
        {
            Item(page, finding, marks, reached);
        }

        page.Append("</ol>\n");
        Read(page, file);
        return page.Append("</aside>\n</body>\n</html>\n").ToString();
    }

    private static void Item(StringBuilder page, Finding finding, Dictionary<Place, string> marks, IReadOnlySet<Place> reached)
    {
        page.Append("<li><strong class=\"").Append(finding.Severity.ToString().ToLowerInvariant()).Append("\">").Append(FindingWords.Name(finding.Severity)).Append("</strong> ")
            .Append(Encode(finding.Rule)).Append('　').Append(Encode(finding.Message));
        foreach (var (label, text) in new[] { ("应为", finding.Expected), ("实为", finding.Actual), ("差额", finding.Difference) })
        {
            page.Append(text is null ? "" : $"；{label} {Encode(text)}");
        }

        page.Append("<br>");
        foreach (var place in finding.Places.Take(PlacesShown))
        {
            var words = Encode(place.Sheet is null ? place.ToString() : $"{place.Sheet} {place.Cell}");
            page.Append(reached.Contains(place) ? $"<a href=\"#{marks[place]}\">{words}</a>　" : $"{words}　");
        }

        page.Append(finding.Places.Count > PlacesShown ? $"……共{finding.Places.Count}处" : "").Append("</li>\n");
    }

    private static void Read(StringBuilder page, AuditedFile file)
    {
        if (file.Result is not { } result)
        {
            return;
        }

        page.Append("<h2>读到的表</h2>\n<ul>\n");
        foreach (var table in result.Tables)
        {
            page.Append("<li>").Append(Encode($"{table.Key} {table.Name}：{(table.Sheet is null ? "没有找到" : $"{table.Sheet}，{table.Figures} 个数")}")).Append("</li>\n");
        }

        page.Append("</ul>\n<h2>没有核对的规则：").Append(file.NotChecked).Append(" 条</h2>\n<ul>\n");
        foreach (var part in result.NotChecked)
        {
            page.Append("<li>").Append(Encode($"{string.Join("、", part.Rules)}：{part.Reason}")).Append("</li>\n");
        }

        page.Append("</ul>\n");
    }

    internal static string Encode(string text) => WebUtility.HtmlEncode(text);
}
