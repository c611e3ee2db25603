using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FinalAccounts.Import.Files;

/// <summary>Reads a web page that is called a workbook, as many systems export tables: lines and tables below each other on one sheet, as Excel shows them. Cells are text, or the number that Excel or LibreOffice wrote beside it.</summary>
internal sealed partial class HtmlSheet
{
    private const int Depth = 200;

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "template", "head", "select", "button", "input", "textarea", "object", "iframe", "svg" };

    // What stands inside a line; everything else begins a new one.
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase) { "a", "b", "big", "code", "em", "font", "i", "label", "nobr", "s", "small", "span", "strong", "sub", "sup", "u", "wbr" };

    private readonly SheetGrid grid;
    private readonly GridFill fill;
    private readonly CancellationToken cancellation;
    private readonly StringBuilder line = new();
    private int row;
    private bool whole = true;

    private HtmlSheet(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        grid = new SheetGrid(file.Name, Path.GetFileNameWithoutExtension(file.Name), hidden: false);
        fill = new GridFill(grid, findings);
        this.cancellation = cancellation;
    }

    /// <summary>The one sheet, called like the file.</summary>
    public static IReadOnlyList<SheetGrid> Read(ImportFile file, ImportFindings findings, CancellationToken cancellation)
    {
        var page = new HtmlParser().ParseDocument(CsvSheet.Text(file.Content.Span));
        var sheet = new HtmlSheet(file, findings, cancellation);
        sheet.Block(page.Body!, 0);
        sheet.End();
        sheet.fill.Finish();
        findings.Note("IMP-02", "这是网页（HTML），只是换了扩展名：按网页里的表格读取，数是页上显示的数。请核对；原来有 Excel 工作簿的，请用工作簿。", sheet.grid.Whole);
        return [sheet.grid];
    }

    private void Block(IElement element, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > Depth)
        {
            throw new SheetException("网页嵌套太深");
        }

        foreach (var child in element.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    line.Append(Blanks().Replace(text.Data, " "));
                    break;
                case IElement unread when Unread.Contains(unread.LocalName):
                    break;
                case IHtmlTableElement table when table.QuerySelector("table") is null:
                    End();
                    Table(table);
                    break;
                case IElement inline when Inline.Contains(inline.LocalName):
                    Block(inline, depth + 1);
                    break;
                case IElement block:
                    End();
                    Block(block, depth + 1);
                    End();
                    break;
            }
        }
    }

    private void End()
    {
        if (Trimmed(line.ToString()) is { Length: > 0 } text)
        {
            whole = whole && fill.Add(Cell(text, row, 0));
            row++;
        }

        line.Clear();
    }

    private void Table(IHtmlTableElement table)
    {
        if (table.Caption is { } caption)
        {
            line.Append(Text(caption));
            End();
        }

        HideColumns(table);
        var rows = table.Rows.ToList();
        var takenTo = new int[ImportLimits.Columns + 1];
        foreach (var (index, tr) in rows.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            var column = 0;
            foreach (var td in tr.Cells)
            {
                while (column < ImportLimits.Columns && takenTo[column] > index)
                {
                    column++;
                }

                var across = Math.Clamp(td.ColumnSpan, 1, Math.Max(1, ImportLimits.Columns - column));
                var down = td.RowSpan == 0 ? rows.Count - index : Math.Clamp(td.RowSpan, 1, rows.Count - index);
                takenTo.AsSpan(column, across).Fill(index + down);
                Add(td, column, new MergedRange(row + index, column, row + index + down - 1, column + across - 1), IsHidden(tr));
                column = Math.Min(column + across, ImportLimits.Columns);
            }
        }

        row += rows.Count;
    }

    private void Add(IHtmlTableCellElement td, int column, MergedRange range, bool hidden)
    {
        if (!whole || Content(td, range.Top, column) is not { } cell)
        {
            return;
        }

        if (range.Bottom > range.Top || range.Right > range.Left)
        {
            fill.Merge(range);
        }

        if (td.GetAttribute("x:fmla") is ['=', .. var formula])
        {
            grid.AddFormula(range.Top, column, formula);
        }

        whole = fill.Add(cell, hidden);
    }

    // Excel writes the number as x:num, LibreOffice as sdval; what is shown may be rounded.
    private static GridCell? Content(IHtmlTableCellElement td, int row, int column)
    {
        var text = Trimmed(Text(td));
        return text.Length == 0 ? null
            : (td.GetAttribute("x:num") ?? td.GetAttribute("sdval")) is { Length: > 0 } written && NumberValue.Of(written) is { } number
                ? new GridCell(row, column, number, text.EndsWith('%') ? "0.00%" : null, null)
            : Cell(text, row, column);
    }

    private static GridCell Cell(string text, int row, int column) =>
        text.Length > XlsxText.CellCharacters ? throw new SheetException("一格的文字超过 32,767 个字")
        : FigureErrors.IsError(text) ? new GridCell(row, column, null, null, text)
        : new GridCell(row, column, text, null, null);

    private void HideColumns(IHtmlTableElement table)
    {
        var at = 0;
        foreach (var column in table.QuerySelectorAll("col"))
        {
            var span = int.TryParse(column.GetAttribute("span"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, ImportLimits.Columns) : 1;
            if (IsHidden(column))
            {
                fill.HideColumns(at, at + span - 1);
            }

            at += span;
        }
    }

    private static string Text(IElement element) =>
        string.Concat(element.Descendants<INode>().Select(node => node switch
        {
            IText text when text.ParentElement is not { LocalName: "script" or "style" } => Blanks().Replace(text.Data, " "),
            IElement { LocalName: "br" or "p" or "div" } => "\n",
            _ => "",
        }));

    private static string Trimmed(string text) => text.Trim(' ', '\u00A0', '\u3000', '\n', '\t');

    private static bool IsHidden(IElement element) => Hidden().IsMatch(element.GetAttribute("style") ?? "");

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Blanks();
}
