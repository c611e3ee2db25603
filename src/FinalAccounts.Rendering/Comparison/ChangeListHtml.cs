using System.Globalization;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Rendering.Comparison;

/// <summary>The head of a comparison: how much changed, which inputs differ, and every change with its causes.</summary>
internal static class ChangeListHtml
{
    public static void Write(HtmlWriter output, DocumentComparison comparison, ComparedEditions editions)
    {
        output.Raw("<header>\n<h1>").Text(comparison.After.Metadata.Title).Raw("</h1>\n<p class=\"editions\"><del>").Text(editions.Before)
            .Raw("</del> → <ins>").Text(editions.After).Raw("</ins></p>\n<p class=\"summary\">").Text(Summary(comparison)).Raw("</p>\n");
        WriteInputs(output, "不同的数据", editions.Data);
        WriteInputs(output, "不同的模板文件", editions.TemplateFiles);
        output.Raw("</header>\n");
        if (comparison.Changes.Count == 0)
        {
            return;
        }

        output.Raw("<section class=\"changes\" aria-labelledby=\"changes\">\n<h2 id=\"changes\">修改清单</h2>\n<ol>\n");
        foreach (var block in comparison.Changes.GroupBy(change => change.Block))
        {
            WriteBlock(output, [.. block]);
        }

        output.Raw("</ol>\n</section>\n");
    }

    /// <summary>文字 3 处，表格 2 格.</summary>
    public static string Summary(DocumentComparison comparison)
    {
        if (comparison.Changes.Count == 0)
        {
            return "两版的文字、表格和图完全相同。";
        }

        var parts = new[] { (ChangeKind.Text, "文字", "处"), (ChangeKind.Cell, "表格", "格"), (ChangeKind.Chart, "图", "处") }
            .Select(kind => (Count: comparison.Count(kind.Item1), kind.Item2, kind.Item3)).Where(kind => kind.Count > 0);
        return "共有修改：" + string.Join("，", parts.Select(part => $"{part.Item2} {part.Count} {part.Item3}")) + "。";
    }

    private static void WriteInputs(HtmlWriter output, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.Raw("<details").Raw(lines.Count <= 8 ? " open" : "").Raw("><summary>").Text($"{title}（{lines.Count}项）").Raw("</summary>\n<ul>\n");
        foreach (var line in lines)
        {
            output.Raw("<li>").Text(line).Raw("</li>\n");
        }

        output.Raw("</ul></details>\n");
    }

    private static void WriteBlock(HtmlWriter output, IReadOnlyList<Change> changes)
    {
        var anchor = "#b" + changes[0].Block.ToString(CultureInfo.InvariantCulture);
        var where = changes.Select(change => change.Where).Distinct().ToList();
        output.Raw("<li><a").Attribute("href", anchor).Raw(">").Text(where.Count == 1 ? where[0] : where[0].Split('［')[0]).Raw("</a>\n<ul>\n");
        for (var i = 0; i < changes.Count; i++)
        {
            output.Raw("<li>");
            if (where.Count > 1)
            {
                output.Raw("<span class=\"where\">").Text(changes[i].Where).Raw("</span> ");
            }

            WriteChange(output, changes[i]);

            // Said once where neighbours share it.
            if (i + 1 == changes.Count || !SameCauses(changes[i], changes[i + 1]))
            {
                WriteCauses(output, changes[i].Causes);
            }

            output.Raw("</li>\n");
        }

        output.Raw("</ul></li>\n");
    }

    private static bool SameCauses(Change change, Change next) =>
        change.Causes.Count == next.Causes.Count
        && change.Causes.Zip(next.Causes).All(pair => pair.First.Kind == pair.Second.Kind && pair.First.Details.SequenceEqual(pair.Second.Details));

    private static void WriteChange(HtmlWriter output, Change change)
    {
        output.Raw("<span class=\"change\">");
        if (change.Context is { } context)
        {
            output.Raw("<span class=\"context\">").Text(context.Left.Length > 0 ? "…" + context.Left : "").Raw("</span>");
        }

        EditsHtml.Removed(output, change.Before);
        EditsHtml.Added(output, change.After);
        if (change.Context is { } after)
        {
            output.Raw("<span class=\"context\">").Text(after.Right.Length > 0 ? after.Right + "…" : "").Raw("</span>");
        }

        output.Raw("</span>");
    }

    private static void WriteCauses(HtmlWriter output, IReadOnlyList<Cause> causes)
    {
        foreach (var cause in causes)
        {
            output.Raw("<span class=\"cause\"><b>").Text(Name(cause.Kind)).Raw("</b>").Text(cause.Details.Count > 0 ? "：" + string.Join("；", cause.Details) : "").Raw("</span>");
        }
    }

    private static string Name(CauseKind kind) => kind switch
    {
        CauseKind.Data => "数据",
        CauseKind.Template => "模板",
        CauseKind.Rule => "规则",
        CauseKind.Program => "程序版本",
        _ => throw new NotSupportedException($"No name for the cause {kind}."),
    };
}
