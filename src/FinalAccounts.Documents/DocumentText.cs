using System.Text;

namespace FinalAccounts.Documents;

/// <summary>A document as plain text: an indented dump for goldens, and the running text that every format must carry.</summary>
public static class DocumentText
{
    /// <summary>One line per block, row and cell; figures stand in ⟦ ⟧, spans and marks in brackets.</summary>
    public static string Dump(Document document)
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

    /// <summary>The text of a block as a reader meets it, a line per paragraph, row or item; cells are divided by tabs.</summary>
    /// <remarks>Text that only a renderer can know (page numbers, the entries of the contents) is not in it.</remarks>
    public static string Running(Block block) => string.Join('\n', RunningLines(block));

    /// <summary>The text of inlines; a line break is a new line, a box ☑ or ☐.</summary>
    public static string Of(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(inline => Of(inline, marked: false)));

    private static IEnumerable<string> RunningLines(Block block)
    {
        switch (block)
        {
            case Heading heading:
                return [Of(heading.Inlines)];
            case Paragraph paragraph:
                return [Of(paragraph.Inlines)];
            case ListBlock list:
                return list.Items.Select(Of);
            case Cover cover:
                return [.. cover.TitleLines, .. cover.Extras.Select(extra => extra.ToString()), .. cover.Below.Select(line => line.ToString()), .. cover.Date.Length == 0 ? [] : new[] { cover.Date }];
            case TableOfContents contents:
                return [contents.Title];
            case Table table:
                return [.. FrameLines(table.Frame), .. table.HeaderRows.Concat(table.Rows).Select(row => string.Join('\t', row.Cells.Select(cell => Of(cell.Inlines))))];
            case Chart chart:
                return [chart.Caption];
            case PageBreak:
                return [];
            default:
                throw new InvalidOperationException($"{block.GetType().Name} has no text.");
        }
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
                Line(lines, 1, $"{block.GetType().Name}：{Running(block).Replace('\n', '／')}");
                break;
        }
    }

    private static void DumpTable(StringBuilder lines, Table table)
    {
        Line(lines, 1, $"表 #{table.Id} {table.Kind} {table.Columns.Count}列{(table.SheetName is { } sheet ? $" →{sheet}" : "")}");
        foreach (var line in FrameLines(table.Frame))
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

    private static IEnumerable<string> FrameLines(TableFrame? frame) =>
        new[] { frame?.Mark, frame?.Owner, frame?.Unit }.OfType<string>();

    private static string Marked(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(inline => Of(inline, marked: true))).Replace('\n', '／');

    private static string Of(Inline inline, bool marked) => inline switch
    {
        Text text => text.Value,
        Strong strong => string.Concat(strong.Inlines.Select(inner => Of(inner, marked))),
        Figure figure => marked ? $"⟦{figure.Text}⟧" : figure.Text,
        LineBreak => "\n",
        Checkbox box => box.Checked ? "☑" : "☐",
        _ => throw new InvalidOperationException($"{inline.GetType().Name} has no text."),
    };

    private static void Line(StringBuilder lines, int depth, string text) => lines.Append(' ', depth * 2).Append(text).Append('\n');
}
