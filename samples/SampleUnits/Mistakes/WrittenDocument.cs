using FinalAccounts.Auditing;
using FinalAccounts.Documents;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>A finished document as the audit takes it when nothing is lost in reading: what rules miss here they miss in every format.</summary>
public static class WrittenDocument
{
    /// <summary>Its lines and tables in reading order.</summary>
    public static AuditedDocument Of(Document document)
    {
        const string file = "公开";
        var items = new List<AuditedItem>();
        var title = "";
        var tables = 0;
        Place Next() => new(file, "正文", $"第{items.Count + 1}段");
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Cover cover:
                    items.Add(new AuditedLine(DocumentText.Running(cover), AuditedKind.Paragraph, 0, Next()));
                    break;
                case Heading heading:
                    title = DocumentText.Of(heading.Inlines);
                    items.Add(new AuditedLine(title, AuditedKind.Heading, heading.Level, Next()));
                    break;
                case Paragraph paragraph:
                    items.AddRange(DocumentText.Of(paragraph.Inlines).Split('\n').Where(line => line.Length > 0)
                        .Select(line => new AuditedLine(line, paragraph.Style == ParagraphStyle.TableNote ? AuditedKind.Note : AuditedKind.Paragraph, 0, Next())).ToList());
                    break;
                case ListBlock list:
                    items.AddRange(list.Items.Select(item => new AuditedLine(DocumentText.Of(item), AuditedKind.Paragraph, 0, Next())).ToList());
                    break;
                case Table table:
                    string[] above = table.Frame is { } frame ? [title, frame.Mark ?? "", $"{frame.Owner}\t{frame.Unit}"] : [title];
                    items.Add(new AuditedTable($"第{++tables}张表", [.. above.Where(line => line.Length > 0)], [.. TableGrid.Of(table).Cells.Select(Cell)]));
                    break;
            }
        }

        return new AuditedDocument(file, items, []);
    }

    private static AuditedCell Cell(PlacedCell placed) => new(placed.Row, placed.Column, placed.Cell.RowSpan, placed.Cell.ColumnSpan, DocumentText.Of(placed.Cell.Inlines));
}
