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

        if (!layout.CellColumnsOf(correction.Row).Contains(correction.Column))
        {
            return Change.None($"{correction.Sheet} 没有“{correction.Column}”这一栏");
        }

        if ((table.Row(correction.Row) ?? LeftOut(layout, correction.Row)) is not { } row)
        {
            return Change.None($"{correction.Sheet} 没有“{correction.Row}”这一行");
        }

        var cell = row.Cell(correction.Column);
        return new Change(null, CorrectionValue.Of(cell), cell.Place, () => With(accounts, Complete(table, layout, row), row.Key, cell, correction, layout.FormOf(row.Key, correction.Column) ?? CellForm.Money));
    }

    // A fixed row is in the form whether the import brought it or not.
    private static AccountsRow? LeftOut(TableLayout layout, string key) => layout.FixedRow(key) is { } found ? Blank(found.Row) : null;

    // With the row, in the layout's order; the canonical form wants a fixed table's sums where it has any row.
    private static AccountsTable Complete(AccountsTable table, TableLayout layout, AccountsRow row)
    {
        if (table.Row(row.Key) is not null)
        {
            return table;
        }

        var rows = layout.FixedRows.Select(entry => entry.Row)
            .Where(listed => listed.Key is { } key && (listed.Total || key == row.Key || table.Row(key) is not null))
            .Select(listed => table.Row(listed.Key!) ?? Blank(listed));
        return table with { Rows = [.. rows] };
    }

    private static AccountsRow Blank(LayoutRow row) => new(row.Key!, row.Label, new Dictionary<string, AccountsCell>()) { Code = row.Code };

    private static DepartmentAccounts? With(
        DepartmentAccounts accounts, AccountsTable table, string key, AccountsCell cell, CellCorrection correction, CellForm form)
    {
        decimal? value = null;
        var words = form.IsFigure && correction.NewValue != AccountsCell.NotApplicable ? null : correction.NewValue;
        if (form.Kind == CellKind.Choice && words is not null && !form.Options.Contains(words))
        {
            return null;
        }

        if (words is null && correction.NewValue is { } text)
        {
            if (!CorrectionValue.TryNumber(text, out var number))
            {
                return null;
            }

            value = number;
        }

        var row = table.Row(key)!;
        var cells = new Dictionary<string, AccountsCell>(row.Cells)
        {
            [correction.Column] = new(value, CorrectionOverlay.Marked(cell.Place, correction)) { Text = words },
        };
        var rows = table.Rows.Select(other => ReferenceEquals(other, row) ? row with { Cells = cells } : other).ToList();
        return accounts with
        {
            Tables = new Dictionary<string, AccountsTable>(accounts.Tables) { [table.Key] = table with { Rows = rows } },
        };
    }
}
