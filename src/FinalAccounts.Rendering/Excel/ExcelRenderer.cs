using FinalAccounts.Documents;

namespace FinalAccounts.Rendering.Excel;

/// <summary>Writes the published tables of a document as a workbook, a sheet each, laid out as printed; numbers are numbers.</summary>
public static class ExcelRenderer
{
    /// <summary>Writes to the stream, which is left open.</summary>
    public static void Render(Document document, Stream output, CancellationToken cancellation = default) =>
        WorkbookWriter.Write(Workbook(document), output, cancellation);

    /// <summary>The workbook before it is a file.</summary>
    internal static Workbook Workbook(Document document)
    {
        var sheets = new List<Sheet>();
        foreach (var section in document.Sections)
        {
            for (var i = 0; i < section.Blocks.Count; i++)
            {
                if (section.Blocks[i] is Table { SheetName: not null } table)
                {
                    var notes = section.Blocks.Skip(i + 1)
                        .TakeWhile(block => block is Paragraph { Style: ParagraphStyle.TableNote })
                        .Select(block => DocumentText.Running(block));
                    sheets.Add(TableSheet.Of(table, [.. notes], section.Page.Orientation));
                }
            }
        }

        if (sheets.Count == 0)
        {
            throw new RenderingException("文档里没有可以导出为 Excel 的公开表。");
        }

        return new Workbook(sheets, document.Metadata.Created, document.Metadata.Title);
    }
}
