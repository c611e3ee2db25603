using System.Text;

namespace FinalAccounts.Rendering.Html;

/// <summary>Says in a few lines where a figure came from: label and exact value, formula, cells.</summary>
internal static class OriginText
{
    // A sum may run over a hundred cells; the rest is counted, not dropped.
    private const int CellsShown = 8;

    public static string Of(Figure figure)
    {
        var origin = figure.Origin;
        var unit = figure.Unit is "万元" or "元" or "亿元" or "%" ? " 元" : "";
        var text = new StringBuilder(origin.Label);
        if (origin.Exact is { } exact)
        {
            text.Append('：').Append(Number(exact)).Append(figure.Unit == "%" ? "" : unit);
        }
        if (origin.Formula is { } formula)
        {
            text.Append("\n＝ ").Append(formula);
        }
        foreach (var cell in origin.Cells.Take(CellsShown))
        {
            text.Append('\n').Append(cell);
            if (cell.Value is { } value)
            {
                text.Append(' ').Append(Number(value)).Append(unit);
            }
        }
        if (origin.Cells.Count > CellsShown)
        {
            text.Append("\n……等共 ").Append(origin.Cells.Count).Append(" 个单元格");
        }
        return text.ToString();
    }

    private static string Number(decimal value) => value.ToString("#,##0.############");
}
