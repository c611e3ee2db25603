using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Corrections;

/// <summary>A correction of a table's cell.</summary>
internal static class CellChange
{
    public static Change Of(DepartmentAccounts accounts, CellCorrection correction, TemplateSet set)
    {
        if (!accounts.Tables.TryGetValue(correction.Sheet, out var table) || set.Table(correction.Sheet) is not { } layout)
        {
            return Change.None($"没有 {correction.Sheet} 这张表");
        }

        if (!layout.ValueColumns.Contains(correction.Column))
        {
            return Change.None($"{correction.Sheet} 没有“{correction.Column}”这一栏");
        }

        if (table.Row(correction.Row) is not { } row)
        {
            return Change.None($"{correction.Sheet} 没有“{correction.Row}”这一行");
        }

        var cell = row.Cell(correction.Column);
        return new Change(null, CorrectionValue.Of(cell), cell.Place, () => With(accounts, table, row, cell, correction));
    }

    private static DepartmentAccounts? With(
        DepartmentAccounts accounts, AccountsTable table, AccountsRow row, AccountsCell cell, CellCorrection correction)
    {
        decimal? value = null;
        if (correction.NewValue is { } text)
        {
            if (!CorrectionValue.TryNumber(text, out var number))
            {
                return null;
            }

            value = number;
        }

        var cells = new Dictionary<string, AccountsCell>(row.Cells)
        {
            [correction.Column] = new(value, CorrectionOverlay.Marked(cell.Place, correction)),
        };
        var rows = table.Rows.Select(other => ReferenceEquals(other, row) ? row with { Cells = cells } : other).ToList();
        return accounts with
        {
            Tables = new Dictionary<string, AccountsTable>(accounts.Tables) { [table.Key] = table with { Rows = rows } },
        };
    }
}
