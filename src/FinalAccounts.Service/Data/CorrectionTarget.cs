using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Data;

/// <summary>A cell or fact that can be corrected.</summary>
/// <param name="Name">For people: 表01［收入总计，金额］.</param>
/// <param name="Label">The row's name and the column.</param>
/// <param name="Current">As canonical JSON writes it; null for blank.</param>
/// <param name="Field">The fact's field; null for a cell of a table.</param>
public sealed record CorrectionTarget(string Name, string Label, string? Current, Place? Place, FactField? Field)
{
    /// <summary>The target; null when the data have no such cell or fact.</summary>
    public static CorrectionTarget? Find(DataView data, string sheet, string row, string column, bool isFact)
    {
        var name = row.Length == 0 ? $"{sheet}［{column}］" : isFact ? $"{sheet}［第{row}条，{column}］" : $"{sheet}［{row}，{column}］";
        if (!isFact)
        {
            return data.Set.Set.Table(sheet) is { } layout && data.Accounts.Tables.GetValueOrDefault(sheet) is { } table ? Cell(layout, table, row, column, name) : null;
        }

        if (data.Set.Set.Facts.Sheet(sheet) is not { } schema || schema.Field(column) is not { } field || Record(schema, data.Accounts.Facts, row) is not { } values)
        {
            return null;
        }

        var value = values.Values.GetValueOrDefault(column);
        return new CorrectionTarget(name, row.Length == 0 ? column : $"第 {row} 条，{column}", CorrectionValue.Of(value), value?.Place, field);
    }

    /// <summary>The unit in which it is shown and typed: tables in 万元 as they are published, facts as their form says.</summary>
    public string Unit => Field is null ? PrintedValue.UnitOfTables : PrintedValue.UnitOf(Field);

    /// <summary>The current value as people type it.</summary>
    public string Typed => PrintedValue.Typed(Field, Current) ?? "";

    /// <summary>A value with its unit; 空白 for none.</summary>
    public string Print(string? value) => PrintedValue.Of(Field, value);

    /// <summary>A new value as canonical JSON writes it (null for blank), or what is wrong with it.</summary>
    public (string? Value, IReadOnlyList<string> Problems) Parse(string? typed, MoneyUnit unit)
    {
        if (Field is null)
        {
            var (yuan, problem) = FactText.ReadMoney(typed, unit);
            return problem is null ? (CorrectionValue.Of(new AccountsCell(yuan, null)), []) : (null, [problem + "。"]);
        }

        var (value, findings) = FactText.Read(PrintedValue.Completed(Field, typed), Field, Field.Name);
        return findings.Count > 0 ? (null, [.. findings.Select(finding => finding.Message)]) : (CorrectionValue.Of(value), []);
    }

    // A fixed row stands in the form even if the import left it out: its cells are blank and can be filled.
    private static CorrectionTarget? Cell(TableLayout layout, AccountsTable table, string row, string column, string name)
    {
        var label = table.Row(row)?.Name ?? layout.FixedRow(row)?.Row.Label;
        var cell = table.Cell(row, column);
        return label is null || !layout.CellColumnsOf(row).Contains(column) ? null : new CorrectionTarget(name, $"{label}，{column}", CorrectionValue.Of(cell), cell.Place, null);
    }

    private static FactRecord? Record(FactSheetSchema schema, Facts facts, string row)
    {
        var records = facts.Records(schema.Name);
        if (!schema.IsRecords)
        {
            return row.Length == 0 ? records is [var only, ..] ? only : new FactRecord(new Dictionary<string, FactValue>()) : null;
        }

        return int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= records.Count ? records[number - 1] : null;
    }
}
