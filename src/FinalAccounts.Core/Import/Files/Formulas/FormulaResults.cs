namespace FinalAccounts.Import.Files.Formulas;

/// <summary>Calculates the simple formulas of a workbook again (sums, differences, products, rounding over its own cells), as far as that can be done for certain.</summary>
internal sealed class FormulaResults(IReadOnlyList<SheetGrid> grids)
{
    // Long chains and enormous sums are left alone: what is not calculated is not judged.
    private const int Depth = 100;

    private readonly Dictionary<string, SheetGrid> sheets = grids.GroupBy(grid => grid.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(SheetGrid Grid, int Row, int Column), decimal?> known = [];
    private int depth;

    /// <summary>Cells that may still be looked at.</summary>
    public int Budget { get; private set; } = 5_000_000;

    /// <summary>The result of a cell's formula; null when it is not certain.</summary>
    public decimal? Of(SheetGrid grid, int row, int column)
    {
        if (known.TryGetValue((grid, row, column), out var result))
        {
            return result;
        }

        if (depth >= Depth || grid.FormulaAt(row, column) is not { } formula)
        {
            return null;
        }

        // A circle ends here.
        known[(grid, row, column)] = null;
        depth++;
        var calculated = FormulaCalculation.Of(formula, grid, this);
        depth--;
        return known[(grid, row, column)] = calculated;
    }

    /// <summary>The number in a cell that a formula names; false when it is not certain. Text is no number: null.</summary>
    public bool TryNumber(SheetGrid grid, int row, int column, out decimal? number)
    {
        Budget--;
        number = null;
        if (Budget <= 0)
        {
            return false;
        }

        var cell = grid.Cell(row, column);
        if (grid.FormulaAt(row, column) is not null)
        {
            // A formula that cannot be calculated here is believed.
            number = Of(grid, row, column) ?? cell?.Value as decimal?;
            return number is not null || cell is { Value: string };
        }

        number = cell?.Value as decimal?;
        return cell is null or { Value: decimal or string };
    }

    /// <summary>The sheet that a formula names; null when there is none.</summary>
    public SheetGrid? Sheet(string name) => sheets.GetValueOrDefault(name);
}
