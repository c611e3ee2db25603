using FinalAccounts.Templates;

namespace FinalAccounts.Linting;

/// <summary>Whether a table's columns have room on a page. Value columns of a wide table may go on on further pages, with the columns that name its rows repeated; those columns and one value column must stand side by side, and blocks of a fixed table always do.</summary>
internal static class LayoutWidth
{
    // The smallest type of a table in pt, and the room around a cell's text.
    private const double Smallest = 6.5;
    private const double Around = 5;

    private const double LongSide = 297;
    private const double ShortSide = 210;
    private const double PointsPerMillimetre = 72 / 25.4;

    public static IEnumerable<Finding> Of(TableLayout layout, Theme theme)
    {
        var margins = theme.MarginsOf(new PageSetup(layout.Orientation, Kind: PageKind.Tables));
        var room = ((layout.Orientation == PageOrientation.Landscape ? LongSide : ShortSide) - margins.Left - margins.Right) * PointsPerMillimetre;
        var needed = layout.Blocks.Count > 1
            ? layout.Blocks.Sum(block => block.Columns.Sum(Needed))
            : layout.Blocks[0].Columns.Where(column => column.Role is not (ColumnRole.Value or ColumnRole.Text)).Sum(Needed)
                + layout.Blocks[0].CellColumns.Select(Needed).DefaultIfEmpty(0).Max();
        if (needed > room)
        {
            yield return new Finding(
                Severity.Error, "TPL-16",
                $"{layout.Key}《{layout.Name}》在{(layout.Orientation == PageOrientation.Landscape ? "横" : "竖")}放的纸上放不下：各列最少要 {needed:0} 磅，版心只有 {room:0} 磅。请{(layout.Orientation == PageOrientation.Landscape ? "减少列，或" : "改为 orientation: landscape，或")}分成几张表。",
                [new Place($"tables/{layout.Key}.yaml")]);
        }
    }

    // Characters of Chinese: a name is broken into lines of four, an amount has ten digits of half a width.
    private static double Needed(LayoutColumn column) => Around + (Smallest * column.Role switch
    {
        ColumnRole.Name => 4,
        ColumnRole.Code => 2 * column.Span,
        ColumnRole.Line => 1.5,
        ColumnRole.Text => 3,
        _ => column.Kind == CellKind.Money ? 5 : 2.5,
    });
}
