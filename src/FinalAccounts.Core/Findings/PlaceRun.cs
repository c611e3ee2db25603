using System.Globalization;

namespace FinalAccounts.Findings;

/// <summary>Cells of a finding that stand together: J4, or J4:J52. One place when it has no cell.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Text">For people, without file and sheet where there is a cell.</param>
/// <param name="Count">How many.</param>
public sealed record PlaceRun(Place First, string Text, int Count)
{
    // Two neighbours are said as quickly one by one.
    private const int Fewest = 3;

    /// <summary>The places of one sheet, folded: columns first, then rows; the most telling one first.</summary>
    public static IReadOnlyList<PlaceRun> Of(IEnumerable<Place> places)
    {
        var all = places.Distinct().Select((place, order) => (Place: place, Order: order, Cell: Cell.Parse(place.Cell))).ToList();
        var runs = all.Where(item => item.Cell is null).Select(item => (item.Order, Run: new PlaceRun(item.Place, Words(item.Place), 1))).ToList();
        var left = all.Where(item => item.Cell is not null).Select(item => (item.Place, item.Order, Cell: item.Cell!)).ToList();
        foreach (var down in new[] { true, false })
        {
            foreach (var run in Neighbours(left, down).Where(run => run.Count >= Fewest).ToList())
            {
                var (start, end) = (run[0], run[^1]);
                runs.Add((run.Min(item => item.Order), new PlaceRun(start.Place, $"{start.Place.Cell}:{end.Place.Cell}", run.Count)));
                left.RemoveAll(run.Contains);
            }
        }

        runs.AddRange(left.Select(item => (item.Order, new PlaceRun(item.Place, item.Place.Cell!, 1))));
        return [.. runs.OrderBy(run => run.Order).Select(run => run.Run)];
    }

    /// <summary>All places as text, a piece per sheet: 公开表.xlsx ▸ 公开03表 ▸ E9、J4:J52；正文 ▸ 三、收入决算情况.</summary>
    public static string Printed(IEnumerable<Place> places) =>
        string.Join("；", BySheet(places).Select(sheet => sheet.Sheet + string.Join('、', sheet.Runs.Select(run => run.Text))));

    /// <summary>The runs of each sheet, with the words that stand before its cells.</summary>
    public static IEnumerable<(string Sheet, IReadOnlyList<PlaceRun> Runs)> BySheet(IEnumerable<Place> places) => places
        .GroupBy(place => place.Cell is null ? "" : $"{place.File} ▸ {place.Sheet} ▸ ")
        .Select(sheet => (sheet.Key, Of(sheet)));

    private static string Words(Place place) => place.Cell ?? place.ToString();

    private static IEnumerable<List<(Place Place, int Order, Cell Cell)>> Neighbours(List<(Place Place, int Order, Cell Cell)> cells, bool down)
    {
        var run = new List<(Place Place, int Order, Cell Cell)>();
        foreach (var item in down ? cells.OrderBy(item => item.Cell.Column).ThenBy(item => item.Cell.Row) : cells.OrderBy(item => item.Cell.Row).ThenBy(item => item.Cell.Column))
        {
            if (run.Count > 0 && !Follows(run[^1].Cell, item.Cell, down))
            {
                yield return run;
                run = [];
            }

            run.Add(item);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static bool Follows(Cell one, Cell next, bool down) =>
        down ? one.Column == next.Column && next.Row == one.Row + 1 : one.Row == next.Row && next.Column == one.Column + 1;

    private sealed record Cell(int Column, int Row)
    {
        public static Cell? Parse(string? name)
        {
            var letters = name?.TakeWhile(char.IsAsciiLetterUpper).Count() ?? 0;
            return letters is > 0 and <= 3 && int.TryParse(name.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                ? new Cell(name!.Take(letters).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1), row)
                : null;
        }
    }
}
