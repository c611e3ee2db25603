using System.Net;
using System.Text;

namespace FinalAccounts.Service.Reviewing;

/// <summary>The index over all documents of a folder, most errors first.</summary>
public static class AuditIndexPage
{
    private const string Style = "body{font:15px/1.6 sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left}.n{text-align:right}";

    public static string Write(IReadOnlyList<(AuditedFile File, string Link)> files)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>审核结果</title>\n<style>").Append(Style)
            .Append("</style>\n</head>\n<body>\n<main>\n<h1>审核结果</h1>\n<p>共 ").Append(files.Count).Append(" 份，有错误的 ").Append(files.Count(file => file.File.Errors > 0))
            .Append(" 份。</p>\n<table>\n<thead><tr><th scope=\"col\">文件</th><th scope=\"col\">单位</th><th scope=\"col\" class=\"n\">读到的表</th><th scope=\"col\" class=\"n\">错误</th><th scope=\"col\" class=\"n\">提醒</th><th scope=\"col\" class=\"n\">没有核对的规则</th><th scope=\"col\" class=\"n\">秒</th></tr></thead>\n<tbody>\n");
        foreach (var (file, link) in files.OrderByDescending(one => one.File.Errors))
        {
            page.Append("<tr><td><a href=\"").Append(WebUtility.HtmlEncode(Uri.EscapeDataString(link))).Append("\">").Append(WebUtility.HtmlEncode(file.Name)).Append("</a></td><td>")
                .Append(WebUtility.HtmlEncode(file.Result?.Accounts.UnitName ?? (file.Findings is [var first, ..] ? first.Message : "没有读到"))).Append("</td><td class=\"n\">").Append(file.Result is { } result ? $"{result.TablesFound}/{result.Tables.Count}" : "—")
                .Append("</td><td class=\"n\">").Append(file.Errors).Append("</td><td class=\"n\">").Append(file.Count(Severity.Warning)).Append("</td><td class=\"n\">").Append(file.NotChecked)
                .Append("</td><td class=\"n\">").Append($"{file.Time.TotalSeconds:0.0}").Append("</td></tr>\n");
        }

        return page.Append("</tbody>\n</table>\n</main>\n</body>\n</html>\n").ToString();
    }
}
