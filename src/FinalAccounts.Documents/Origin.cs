namespace FinalAccounts.Documents;

/// <summary>Where a figure or a piece of data text came from.</summary>
/// <param name="Label">The metric's or field's name, for people (收支总计).</param>
/// <param name="Formula">The formula over cells as the template set writes it; null for a cell taken as it is.</param>
/// <param name="Exact">The value before rounding, in the base unit (元 for money); null for text.</param>
/// <param name="Cells">The cells that took part, in the formula's order.</param>
public sealed record Origin(string Label, string? Formula, decimal? Exact, IReadOnlyList<OriginCell> Cells);

/// <summary>One cell that a figure follows from.</summary>
/// <param name="Table">The table's key or the fact sheet's name (表01, 政府采购).</param>
/// <param name="Row">The row's key; empty for a fact field.</param>
/// <param name="Column">The column's key or the field's name.</param>
/// <param name="Value">In 元 for money; null when the cell is blank or text.</param>
/// <param name="Place">Where the cell stands in the imported file; null when the data did not come from a file.</param>
public sealed record OriginCell(string Table, string Row, string Column, decimal? Value, Place? Place)
{
    /// <summary>For people: 表01［收入总计，金额］.</summary>
    public override string ToString() => Row.Length == 0 ? $"{Table}［{Column}］" : $"{Table}［{Row}，{Column}］";
}

/// <summary>A place in a file that people can go to: a cell of a workbook, or a line of a template.</summary>
public sealed record Place(string File, string? Sheet = null, string? Cell = null, int? Line = null, int? Column = null)
{
    /// <summary>公开表.xlsx ▸ 公开01表 ▸ C7, or sections/01.sbn(2,4).</summary>
    public override string ToString() =>
        Sheet is not null ? Cell is null ? $"{File} ▸ {Sheet}" : $"{File} ▸ {Sheet} ▸ {Cell}"
        : Line is not null ? $"{File}({Line},{Column ?? 1})"
        : File;
}
