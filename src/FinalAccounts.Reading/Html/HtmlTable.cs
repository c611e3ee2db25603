using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FinalAccounts.Reading.Html;

/// <summary>Tables of a web page as grids, spans resolved as HTML prescribes.</summary>
internal static class HtmlTable
{
    /// <summary>Whether the table only arranges the page: it holds other tables, or is a single cell.</summary>
    public static bool IsLayout(IHtmlTableElement table) =>
        table.QuerySelector("table") is not null || table.Rows.Sum(row => row.Cells.Length) <= 1;

    /// <summary>The grid; null for a table without cells.</summary>
    public static PublishedGrid? Grid(IHtmlTableElement table)
    {
        var cells = new List<PublishedCell>();
        var taken = new HashSet<(int Row, int Column)>();
        var rows = table.Rows.Take(DocumentLimits.Rows).ToList();
        var columns = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Cells)
            {
                while (taken.Contains((row, column)))
                {
                    column++;
                }

                if (column >= DocumentLimits.Columns || cells.Count > DocumentLimits.Cells)
                {
                    break;
                }

                var columnSpan = Math.Clamp(cell.ColumnSpan, 1, DocumentLimits.Columns - column);
                var rowSpan = cell.RowSpan == 0 ? rows.Count - row : Math.Clamp(cell.RowSpan, 1, rows.Count - row);
                for (var r = row; r < row + rowSpan; r++)
                {
                    for (var c = column; c < column + columnSpan; c++)
                    {
                        taken.Add((r, c));
                    }
                }

                cells.Add(new PublishedCell(row, column, rowSpan, columnSpan, Text(cell), null, null));
                column += columnSpan;
                columns = Math.Max(columns, column);
            }
        }

        return columns == 0 ? null : new PublishedGrid(rows.Count, columns, cells, null, null);
    }

    private static string Text(IElement cell) => TextFolding.Fold(cell.TextContent).Replace('\n', ' ').Trim(' ', '\u3000', '\t');
}
