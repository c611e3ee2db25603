using System.Text;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Rendering.Typst.Worker;
using FinalAccounts.Tests.Rendering.Pdf;
using static System.FormattableString;

namespace FinalAccounts.Tests.Reading;

/// <summary>How a program other than ours draws tables.</summary>
internal sealed record PdfShape(bool Upright = true, bool EachRow = true)
{
    /// <summary>The page is turned by a quarter, its text with it.</summary>
    public bool Sideways { get; init; }

    /// <summary>Rows on a page before the table goes on with its header repeated.</summary>
    public int RowsOfPage { get; init; } = 34;

    /// <summary>Bold is drawn twice, a little apart.</summary>
    public bool DrawnTwice { get; init; }

    /// <summary>Neither rows nor columns have lines.</summary>
    public bool Bare { get; init; }

    /// <summary>An upright page, whose cells are too narrow for their texts: they are wrapped and stand in the middle of their rows; title and caption stand on the first page only.</summary>
    public bool Narrow { get; init; }
}

/// <summary>Draws tables with letters and lines set one by one, as other programs do.</summary>
internal static class ForeignPdf
{
    private const double Left = 40;
    private const double RowHeight = 14;
    private const double Size = 6;
    private const double Width = 1100;
    private const double Height = 760;
    private const double NarrowWidth = 620;
    private const double Leading = 1.25 * Size;
    private const double Margin = 1.6;

    /// <summary>The document's accounts tables with title, mark, owner and unit above each.</summary>
    public static async Task<byte[]> Draw(WorkerProcess worker, Document document, PdfShape shape)
    {
        var fonts = TypesettingFonts.Of(PdfFixture.Fonts.Choose(new Theme().Fonts));
        var source = new StringBuilder(Invariant($"#set text(font: \"{fonts.ByRole[0].Fonts[^1].Family}\", size: {Size}pt)\n"))
            .Append(Invariant($"#set page(width: {(shape.Sideways ? Height : Width)}pt, height: {(shape.Sideways ? Width : Height)}pt, margin: 0pt)\n"));
        var title = "";
        foreach (var block in document.Blocks)
        {
            title = block is Heading heading ? DocumentText.Of(heading.Inlines) : title;
            if (block is Table { Kind: TableKind.Accounts } table)
            {
                Draw(source, title, table, shape);
            }
        }

        var (answer, pdf) = await worker.AskAsync(new WorkerRequest(fonts.Files, ["1.7"], Keep: 1), source.ToString(), CancellationToken.None);
        Assert.Null(answer.Error);
        return pdf.ToArray();
    }

    private static void Draw(StringBuilder source, string title, Table table, PdfShape shape)
    {
        var grid = TableGrid.Of(table);
        var width = shape.Narrow ? NarrowWidth : Width;
        var total = table.Columns.Sum(column => column.Width);
        var xs = Enumerable.Range(0, table.Columns.Count + 1).Select(i => Left + (table.Columns.Take(i).Sum(one => one.Width) / total * (width - (2 * Left)))).ToList();
        var head = table.HeaderRows.Count;
        for (var from = head; from < Math.Max(grid.Rows, head + 1); from += shape.RowsOfPage)
        {
            source.Append(shape.Sideways ? Invariant($"#place(top + left, dx: {Height}pt, rotate(90deg, origin: top + left, block(width: {Width}pt, height: {Height}pt, [\n") : "#block(width: 100%, height: 100%, [\n");
            if (from == head || !shape.Narrow)
            {
                Write(source, title, (width / 2) - (title.Length * Size / 2), 40, shape);
                Write(source, table.Frame!.Mark ?? "", width - Left - 40, 52, shape);
                Write(source, table.Frame.Owner ?? "", Left, 64, shape);
                Write(source, table.Frame.Unit ?? "", width - Left - 70, 64, shape);
            }

            var last = Math.Min(grid.Rows, from + shape.RowsOfPage);
            var shown = Enumerable.Range(0, head).Concat(Enumerable.Range(from, Math.Max(0, last - from))).ToList();
            var cells = grid.Cells.Where(cell => shown.Contains(cell.Row)).Select(cell => (
                At: shown.IndexOf(cell.Row), cell.Column, cell.Cell, Left: xs[cell.Column], Right: xs[cell.Column + cell.Cell.ColumnSpan],
                Lines: Lines(DocumentText.Of(cell.Cell.Inlines).Replace("\n", "", StringComparison.Ordinal), shape.Narrow ? xs[cell.Column + cell.Cell.ColumnSpan] - xs[cell.Column] - 6 : double.MaxValue))).ToList();
            var ys = Ys(shown.Count, cells.Select(cell => (cell.At, cell.Cell.RowSpan, cell.Lines.Count)), shape);
            foreach (var (at, column, cell, left, right, lines) in cells)
            {
                var isRight = table.Columns[column].Align == CellAlign.Right && at >= head;
                foreach (var (index, line) in lines.Index())
                {
                    var x = isRight ? right - 3 - Wide(line) : at < head ? ((left + right) / 2) - (Wide(line) / 2) : left + 3;
                    Write(source, line, x, ((ys[at] + ys[at + cell.RowSpan]) / 2) + ((index - (lines.Count / 2.0)) * Leading) + ((Leading - Size) / 2), shape);
                }

                Line(source, left, ys[at], right, ys[at], !shape.Bare && (shape.EachRow || at == 0));
                Line(source, left, ys[at], left, ys[at + cell.RowSpan], shape.Upright);
            }

            Line(source, xs[0], ys[head], xs[^1], ys[head], !shape.Bare);
            Line(source, xs[0], ys[^1], xs[^1], ys[^1], !shape.Bare);
            Line(source, xs[^1], ys[0], xs[^1], ys[^1], shape.Upright);
            source.Append(shape.Sideways ? "])))\n#pagebreak(weak: true)\n" : "])\n#pagebreak(weak: true)\n");
        }
    }

    private static double Wide(string text) => text.Sum(c => c < 128 ? 0.6 : 1) * Size;

    // A name breaks anywhere, a number nowhere.
    private static List<string> Lines(string text, double width)
    {
        var lines = new List<string> { "" };
        foreach (var c in text)
        {
            if (Wide(lines[^1] + c) > width && c > 128)
            {
                lines.Add("");
            }

            lines[^1] += c;
        }

        return lines;
    }

    // The edges of the rows: as high as their cells need.
    private static List<double> Ys(int rows, IEnumerable<(int At, int Span, int Lines)> cells, PdfShape shape)
    {
        var heights = Enumerable.Repeat(shape.Narrow ? Leading + (2 * Margin) : RowHeight, rows).ToList();
        foreach (var (at, span, lines) in shape.Narrow ? cells.OrderBy(cell => cell.Span) : Enumerable.Empty<(int At, int Span, int Lines)>())
        {
            heights[at + span - 1] += Math.Max(0, (lines * Leading) + (2 * Margin) - heights.Skip(at).Take(span).Sum());
        }

        return [.. Enumerable.Range(0, rows + 1).Select(row => 74 + heights.Take(row).Sum())];
    }

    private static void Write(StringBuilder source, string text, double x, double y, PdfShape shape)
    {
        foreach (var shift in text.Length == 0 ? Array.Empty<double>() : shape.DrawnTwice ? [0, 0.2] : [0])
        {
            source.Append(Invariant($"#place(top + left, dx: {x + shift}pt, dy: {y}pt, box(width: 900pt, \"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"))\n"));
        }
    }

    private static void Line(StringBuilder source, double x1, double y1, double x2, double y2, bool drawn)
    {
        if (drawn)
        {
            source.Append(Invariant($"#place(top + left, line(start: ({x1}pt, {y1}pt), end: ({x2}pt, {y2}pt), stroke: 0.5pt))\n"));
        }
    }
}
