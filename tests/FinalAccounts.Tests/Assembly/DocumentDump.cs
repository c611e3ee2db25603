using System.Text;
using FinalAccounts.Documents;

namespace FinalAccounts.Tests.Assembly;

/// <summary>A document as indented text: tells two documents apart, and shows where they differ.</summary>
internal static class DocumentDump
{
    /// <summary>One line per block, row and cell; figures stand in ⟦ ⟧, spans and marks in brackets.</summary>
    public static string Of(Document document)
    {
        var lines = new StringBuilder();
        var metadata = document.Metadata;
        Line(lines, 0, $"文档 {metadata.Title} | {metadata.Unit} | {metadata.FiscalYear}{(metadata.DraftNotice is { } notice ? $" | {notice}" : "")}");
        foreach (var section in document.Sections)
        {
            Line(lines, 0, $"页 {(section.Page.Orientation == PageOrientation.Portrait ? "纵向" : "横向")}{(section.Page.Numbered ? "" : " 无页码")}");
            foreach (var block in section.Blocks)
            {
                DumpBlock(lines, block);
            }
        }

        return lines.ToString();
    }

    private static void DumpBlock(StringBuilder lines, Block block)
    {
        switch (block)
        {
            case Heading heading:
                Line(lines, 1, $"标题{heading.Level} #{heading.Id} {heading.Style}{(heading.InContents ? " 入目录" : "")}：{Marked(heading.Inlines)}{(heading.ContentsText is { } text ? $" ⟨{text}⟩" : "")}");
                break;
            case Paragraph paragraph:
                Line(lines, 1, $"段 {paragraph.Style}：{Marked(paragraph.Inlines)}");
                break;
            case ListBlock list:
                Line(lines, 1, list.Ordered ? "编号列表" : "列表");
                foreach (var (index, item) in list.Items.Index())
                {
                    Line(lines, 2 + list.DepthOf(index), Marked(item));
                }

                break;
            case Table table:
                DumpTable(lines, table);
                break;
            case Chart chart:
                DumpChart(lines, chart);
                break;
            default:
                Line(lines, 1, $"{block.GetType().Name}：{DocumentText.Running(block).Replace('\n', '／')}");
                break;
        }
    }

    private static void DumpTable(StringBuilder lines, Table table)
    {
        Line(lines, 1, $"表 #{table.Id} {table.Kind} {table.Columns.Count}列{(table.SheetName is { } sheet ? $" →{sheet}" : "")}");
        foreach (var line in new[] { table.Frame?.Mark, table.Frame?.Owner, table.Frame?.Unit }.OfType<string>())
        {
            Line(lines, 2, line);
        }

        foreach (var (row, head) in table.HeaderRows.Select(row => (row, true)).Concat(table.Rows.Select(row => (row, false))))
        {
            Line(lines, 2, $"{(head ? "头" : row.Total ? "合" : "行")} {string.Join(" | ", row.Cells.Select(DumpCell))}");
        }
    }

    private static string DumpCell(TableCell cell)
    {
        var span = (cell.ColumnSpan, cell.RowSpan) == (1, 1) ? "" : $"[{cell.ColumnSpan}×{cell.RowSpan}]";
        return span + Marked(cell.Inlines);
    }

    private static void DumpChart(StringBuilder lines, Chart chart)
    {
        Line(lines, 1, $"图 #{chart.Id} {chart.Kind} {chart.Unit}：{chart.Caption}");
        foreach (var series in chart.Series)
        {
            Line(lines, 2, $"{series.Name}：{string.Join('、', chart.Categories.Zip(series.Values, (category, value) => $"{category} {value?.Text ?? "—"}"))}");
        }
    }

    private static string Marked(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(Marked)).Replace('\n', '／');

    private static string Marked(Inline inline) => inline switch
    {
        Strong strong => Marked(strong.Inlines),
        Figure figure => $"⟦{figure.Text}⟧",
        _ => DocumentText.Of([inline]),
    };

    private static void Line(StringBuilder lines, int depth, string text) => lines.Append(' ', depth * 2).Append(text).Append('\n');
}
