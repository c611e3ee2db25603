using System.Globalization;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Rendering.Comparison;

/// <summary>The text of both documents, block by block; runs of blocks that did not change are folded, save the heading of what changed.</summary>
internal static class ComparedBlocksHtml
{
    public static void Write(HtmlPage page, DocumentComparison comparison)
    {
        var blocks = comparison.Blocks.ToList();
        var kept = new List<Block>();
        Heading? heading = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is KeptBlock { After: Heading { Level: <= 3 } next })
            {
                Add(kept, heading);
                heading = next;
                continue;
            }

            if (blocks[i] is KeptBlock same)
            {
                Add(kept, heading);
                kept.Add(same.After);
                heading = null;
                continue;
            }

            Fold(page, kept);
            WriteHeading(page, heading);
            heading = null;
            page.Out.Raw("<div class=\"changed\"").Attribute("id", "b" + i.ToString(CultureInfo.InvariantCulture)).Raw(">\n");
            WriteChanged(page, blocks[i]);
            page.Out.Raw("</div>\n");
        }

        Add(kept, heading);
        Fold(page, kept);
    }

    private static void Add(List<Block> kept, Heading? heading)
    {
        if (heading is not null)
        {
            kept.Add(heading);
        }
    }

    private static void WriteHeading(HtmlPage page, Heading? heading)
    {
        if (heading is not null)
        {
            BlockHtml.Write(page, heading);
        }
    }

    private static void Fold(HtmlPage page, List<Block> kept)
    {
        var seen = kept.Where(block => block is not PageBreak).ToList();
        kept.Clear();
        if (seen.Count == 0)
        {
            return;
        }

        var tables = seen.Count(block => block is Table);
        page.Out.Raw("<details class=\"kept\"><summary>").Text($"没有变化：{seen.Count - tables}段{(tables > 0 ? $"、{tables}张表" : "")}").Raw("</summary>\n");
        foreach (var block in seen)
        {
            BlockHtml.Write(page, block);
        }

        page.Out.Raw("</details>\n");
    }

    private static void WriteChanged(HtmlPage page, BlockChange change)
    {
        switch (change)
        {
            case AddedBlock added: WriteWhole(page, "ins", "增加", added.After); break;
            case RemovedBlock removed: WriteWhole(page, "del", "删去", removed.Before); break;
            case ChangedText text: WriteText(page, text); break;
            case ChangedTable table: ComparedTableHtml.Write(page, table); break;
            case ChangedChart chart: WriteChart(page, chart); break;
            default: throw new NotSupportedException($"HTML has no writer for {change.GetType().Name}.");
        }
    }

    private static void WriteWhole(HtmlPage page, string element, string said, Block block)
    {
        page.Out.Raw($"<{element} class=\"whole\"><span class=\"unseen\">〔{said}〕</span>\n");
        BlockHtml.Write(page, block);
        page.Out.Raw($"</{element}>\n");
    }

    private static void WriteText(HtmlPage page, ChangedText text)
    {
        var (open, close) = text.After switch
        {
            Heading heading => ($"<h{Math.Clamp(heading.Level + 1, 2, 6)}>", $"</h{Math.Clamp(heading.Level + 1, 2, 6)}>\n"),
            _ => ("<p>", "</p>\n"),
        };
        var (before, after) = (0, 0);
        foreach (var line in text.Lines)
        {
            page.Out.Raw(text is { Before: ListBlock old, After: ListBlock current } ? Item(line, old, current, ref before, ref after) : open);
            EditsHtml.Write(page.Out, line);
            page.Out.Raw(close);
        }
    }

    // An item as deep as it stands, or stood where it is gone.
    private static string Item(TextLine line, ListBlock old, ListBlock current, ref int before, ref int after)
    {
        var (gone, isNew) = (line.Edits.Count > 0 && line.Edits.All(edit => edit.Kind == EditKind.Removed), line.Edits.Count > 0 && line.Edits.All(edit => edit.Kind == EditKind.Added));
        var depth = gone ? old.DepthOf(before) : current.DepthOf(after);
        before += isNew ? 0 : 1;
        after += gone ? 0 : 1;
        return depth == 0 ? "<p class=\"item\">" : "<p class=\"item below\">";
    }

    private static void WriteChart(HtmlPage page, ChangedChart chart)
    {
        page.Out.Raw("<div class=\"charts\">\n<del class=\"whole\"><span class=\"unseen\">〔原来的图〕</span>\n");
        BlockHtml.Write(page, chart.Before);
        page.Out.Raw("</del>\n<ins class=\"whole\"><span class=\"unseen\">〔现在的图〕</span>\n");
        BlockHtml.Write(page, chart.After);
        page.Out.Raw("</ins>\n</div>\n");
    }
}
