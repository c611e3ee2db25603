using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Reading.Word;

/// <summary>Tables of a Word file as grids: gridSpan, vMerge, cells left out at the beginning of a row.</summary>
internal sealed class WordTables(WordNumbers numbers, WordHeadings headings)
{
    /// <summary>Whether a table was cut at the limit.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The grid; null for a table without cells.</summary>
    public PublishedGrid? Grid(W.Table table)
    {
        var cells = new List<PublishedCell>();
        var open = new Dictionary<int, int>();
        var (row, columns) = (0, 0);
        foreach (var source in Rows(table))
        {
            if (row == DocumentLimits.Rows)
            {
                TooLong = true;
                break;
            }

            var column = source.TableRowProperties?.GetFirstChild<W.GridBefore>()?.Val?.Value ?? 0;
            foreach (var cell in Cells(source))
            {
                if (column >= DocumentLimits.Columns || cells.Count > DocumentLimits.Cells)
                {
                    TooLong = true;
                    break;
                }

                var span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, DocumentLimits.Columns - column);
                var merge = cell.TableCellProperties?.VerticalMerge;
                var continues = merge is not null && (merge.Val is null || merge.Val.Value == W.MergedCellValues.Continue);
                if (continues && open.TryGetValue(column, out var above))
                {
                    cells[above] = cells[above] with { RowSpan = row - cells[above].Row + 1 };
                }
                else
                {
                    open.Remove(column);
                    if (merge is not null)
                    {
                        open[column] = cells.Count;
                    }

                    cells.Add(new PublishedCell(row, column, 1, span, Text(cell), null, null) { Source = cell });
                }

                column += span;
                columns = Math.Max(columns, column);
            }

            row++;
        }

        return columns == 0 ? null : new PublishedGrid(row, columns, cells, null, null);
    }

    private static IEnumerable<W.TableRow> Rows(OpenXmlElement parent) => parent.ChildElements.SelectMany(child => child switch
    {
        W.TableRow row => row.TableRowProperties?.GetFirstChild<W.Deleted>() is null ? [row] : [],
        W.SdtRow or W.SdtContentRow or W.CustomXmlRow => Rows(child),
        _ => [],
    });

    private static IEnumerable<W.TableCell> Cells(OpenXmlElement parent) => parent.ChildElements.SelectMany(child => child switch
    {
        W.TableCell cell => [cell],
        W.SdtCell or W.SdtContentCell or W.CustomXmlCell => Cells(child),
        _ => (IEnumerable<W.TableCell>)[],
    });

    private string Text(W.TableCell cell)
    {
        var text = "";
        foreach (var paragraph in cell.Descendants<W.Paragraph>().Where(paragraph => paragraph.Ancestors<W.TableCell>().First() == cell))
        {
            var runs = new WordRuns();
            runs.Read(paragraph);
            text = TextFolding.Join(text, numbers.Next(headings.Numbering(paragraph)) + runs.Text.Replace("\n", "", StringComparison.Ordinal));
        }

        return TextFolding.Fold(text).Replace('\t', ' ').Trim(' ', '\u3000');
    }
}
