namespace FinalAccounts.Rendering.Excel;

/// <summary>Writes the published tables and the forms of a document as a workbook, a sheet each, laid out as printed; numbers are numbers.</summary>
public static class ExcelRenderer
{
    /// <summary>Writes to the stream, which is left open.</summary>
    public static void Render(Document document, Stream output, CancellationToken cancellation = default) =>
        WorkbookWriter.Write(Workbook(document), output, cancellation);

    /// <summary>The workbook before it is a file.</summary>
    internal static Workbook Workbook(Document document)
    {
        var sheets = new List<Sheet>();
        var names = new FormNames(document.Blocks.OfType<Table>().Select(table => table.SheetName).OfType<string>());
        foreach (var section in document.Sections)
        {
            for (var i = 0; i < section.Blocks.Count; i++)
            {
                if (section.Blocks[i] is Table table && (table.SheetName is not null || table.Kind == TableKind.Form))
                {
                    var notes = section.Blocks.Skip(i + 1)
                        .TakeWhile(block => block is Paragraph { Style: ParagraphStyle.TableNote })
                        .Select(block => DocumentText.Running(block));
                    sheets.Add(TableSheet.Of(table, table.SheetName ?? names.Of(table.Title), [.. notes], section.Page.Orientation));
                }
            }
        }

        if (!document.Blocks.OfType<Table>().Any(table => table.SheetName is not null))
        {
            throw new RenderingException("文档里没有可以导出为 Excel 的公开表。");
        }

        return new Workbook(sheets, document.Metadata.Created, document.Metadata.Title);
    }
}
