using System.Globalization;

namespace FinalAccounts.Import.Files.Formulas;

/// <summary>Finds formulas whose stored result is not what they yield: programs that cannot calculate write a zero, and manual calculation leaves old results behind.</summary>
internal static class StaleFormulas
{
    /// <summary>Marks such cells as not calculated, and remembers for the message how the first was recognised.</summary>
    public static void Mark(IReadOnlyList<SheetGrid> grids, ImportFindings findings)
    {
        var results = new FormulaResults(grids);
        var formulas = grids.SelectMany(grid => grid.Formulas.Select(at => (Grid: grid, at.Row, at.Column))).ToList();
        var stale = new List<(SheetGrid Grid, int Row, int Column)>();
        var unknown = new List<(SheetGrid Grid, int Row, int Column)>();
        foreach (var (grid, row, column) in formulas)
        {
            var cell = grid.Cell(row, column);
            if (cell is { Error: not null } or { Value: not (null or decimal) })
            {
                continue;
            }

            var stored = cell?.Value as decimal?;
            if (results.Of(grid, row, column) is not { } calculated)
            {
                unknown.Add((grid, row, column));
            }
            else if (Math.Abs(calculated - (stored ?? 0)) > 0.000001m * Math.Max(1, Math.Abs(calculated)))
            {
                stale.Add((grid, row, column));
                findings.Evidence(grid.Place(row, column), $"{grid.Place(row, column).Sheet} {CellAddress.Of(row, column)} 里存的是{(stored is { } old ? $" {Plain(old)}" : "空白")}，按公式应为 {Plain(calculated)}");
            }
        }

        // Where one result was never calculated, a zero or blank beside another formula is not believed either.
        if (stale.Count > 0)
        {
            stale.AddRange(unknown.Where(at => at.Grid.Cell(at.Row, at.Column) is null or { Value: 0m }));
        }

        foreach (var (grid, row, column) in stale)
        {
            grid.Add(new GridCell(row, column, null, grid.Cell(row, column)?.Format, SheetErrors.NotCalculated));
        }
    }

    private static string Plain(decimal number) => Math.Round(number, 6).ToString("#,##0.######", CultureInfo.InvariantCulture);
}
