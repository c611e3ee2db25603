namespace FinalAccounts.Rendering.Excel;

/// <summary>What a sheet's table shows, in a sentence: the alternative text that a table of cells has no place for.</summary>
internal static class SheetDescription
{
    /// <summary>Title, unit, size, and what heads the columns.</summary>
    public static string Of(Table table)
    {
        var unit = table.Frame?.Unit is { } said ? $"，{said}" : "";
        var heads = table.HeaderRows.Count == 0 ? "" : $"，表头{table.HeaderRows.Count}行：{string.Join('、', table.HeaderRows[0].Cells.Select(cell => DocumentText.Of(cell.Inlines)).Select(text => text.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal)).Where(text => text.Length > 0).Distinct())}";
        return $"{table.Title}{unit}，{table.Rows.Count}行{table.Columns.Count}列{heads}";
    }
}
