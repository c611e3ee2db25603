using System.Globalization;
using FinalAccounts.Rendering.Layout;

namespace FinalAccounts.Rendering.Typst.Blocks;

/// <summary>A cell: bare text where the style sheet says all, else with what differs.</summary>
/// <param name="size">The type's size in pt.</param>
/// <param name="side">The room in pt at each side of the text.</param>
/// <param name="widths">The columns' widths in pt.</param>
/// <param name="pageHeight">Between the margins, in pt: a row that may be higher than a page must break.</param>
internal sealed class CellTypst(TypstWriter output, double size, double side, IReadOnlyList<double> widths, double pageHeight)
{
    // Over so few rows a cell is kept whole, or its text would be divided.
    private const int FewRows = 4;

    /// <param name="strut">Keeps the height of a line though nothing is written: a row without any text would be a double rule.</param>
    public void Write(PlacedCell placed, bool header, bool strong, bool strut)
    {
        var cell = placed.Cell;
        var arguments = Arguments(placed, header);
        output.Raw(arguments.Length > 0 ? $"c({arguments}" : "");
        output.Raw(strong ? "strong(" : "");
        if (strut)
        {
            output.Raw("box(height: 1em)");
        }
        else
        {
            var lines = HeadLines.Of(cell.Inlines, Width(placed), size, cell.RowSpan);
            var hangs = cell.Indent > 0 && !ReferenceEquals(lines, cell.Inlines);
            output.Raw(hangs ? $"pad(left: {cell.Indent}em, " : cell.Indent > 0 ? $"{{h({cell.Indent}em);" : "");
            WriteText(WordBreaks.In(lines, Width(placed), size), Width(placed));
            output.Raw(hangs ? ")" : cell.Indent > 0 ? "}" : "");
        }

        output.Raw(strong ? ")" : "").Raw(arguments.Length > 0 ? "), " : ", ");
    }

    // A score stays whole where the text is broken.
    private void WriteText(IReadOnlyList<Inline> inlines, double width)
    {
        if (CellText.Lines(inlines, Math.Max(size, width), size) == 1 || !inlines.All(inline => inline is Text or Figure))
        {
            InlineTypst.Write(output, inlines);
            return;
        }

        output.Raw("{");
        foreach (var (text, isScore) in CellText.Scores(DocumentText.Of(inlines)))
        {
            output.Raw(isScore ? "whole-in-cell(" : "").Text(text).Raw(isScore ? ");" : ";");
        }

        output.Raw("}");
    }

    private string Arguments(PlacedCell placed, bool header)
    {
        var cell = placed.Cell;
        var align = cell.Align ?? (header ? CellAlign.Center : null);
        return string.Concat(
            cell.ColumnSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $"colspan: {cell.ColumnSpan}, ") : "",
            cell.RowSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $"rowspan: {cell.RowSpan}, ") : "",
            align is { } side ? $"align: {TableTypst.Side(side)} + horizon, " : "",
            MayBreak(placed) ? "breakable: true, " : "");
    }

    private bool MayBreak(PlacedCell placed) => placed.Cell.RowSpan > FewRows || Height(placed) > pageHeight / 3;

    private double Height(PlacedCell placed) =>
        CellText.Lines(placed.Cell.Inlines, Math.Max(size, Width(placed)), size) * size * RowHeights.LineHeight;

    private double Width(PlacedCell placed) => widths.Skip(placed.Column).Take(placed.Cell.ColumnSpan).Sum() - (2 * side) - (placed.Cell.Indent * size);
}
