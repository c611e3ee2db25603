using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Import.Corrections;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Data;

/// <summary>Values of corrections and changes, kept as canonical JSON writes them (元, ratios), as people see and type them: 95,205.29 万元, 98.5%.</summary>
public static class PrintedValue
{
    /// <summary>Tables are shown as they are published.</summary>
    public const string UnitOfTables = "万元";

    private const string Percent = "%";

    /// <summary>万元, 元, % or the field's own unit; empty when it has none.</summary>
    public static string UnitOf(FactField field) => field.Type == FactType.Percent ? Percent : FactText.UnitOf(field);

    /// <summary>As it is typed, in the unit that stands beside it; null for blank.</summary>
    /// <param name="field">Null for a cell of a table.</param>
    public static string? Typed(FactField? field, string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (field is null or { Type: FactType.Money })
        {
            return CorrectionValue.TryNumber(value, out var yuan) ? FactText.WriteMoney(yuan, field is null ? MoneyUnit.TenThousandYuan : Unit(field)) : value;
        }

        return WithoutSign(field, FactText.Write(CorrectionValue.Read(field, value, null) ?? new FactValue(null) { Error = value }, field));
    }

    /// <summary>With the unit; 空白 for blank.</summary>
    public static string Of(FactField? field, string? value) => Typed(field, value) is not { } typed ? "空白"
        : !CorrectionValue.TryNumber(value!, out _) ? typed
        : field is null ? $"{typed} {UnitOfTables}"
        : UnitOf(field) is not { Length: > 0 } unit ? typed
        : unit == Percent ? typed + unit
        : $"{typed} {unit}";

    /// <summary>A fact in a grid whose heading says the unit: grouped; empty for blank.</summary>
    public static string Shown(FactField field, FactValue? value) => Typed(field, CorrectionValue.Of(value)) ?? "";

    /// <summary>The same for a value that is only named.</summary>
    public static string Of(CompiledSet? set, string sheet, string column, bool isFact, string? value)
    {
        var field = isFact ? set?.Set.Facts.Sheet(sheet)?.Field(column) : null;
        return isFact && field is null ? value ?? "空白" : Of(field, value);
    }

    /// <summary>What a correction changed.</summary>
    public static ComparedValue Change(CompiledSet? set, Correction correction) => new ComparedValue(
        Of(set, correction.Sheet, correction.Column, correction.IsFact, correction.OldValue), Of(set, correction.Sheet, correction.Column, correction.IsFact, correction.NewValue));

    /// <summary>What was typed beside a % is a percentage, with or without the sign.</summary>
    public static string? Completed(FactField field, string? typed) =>
        field.Type == FactType.Percent && typed?.Trim() is { Length: > 0 } text && char.IsAsciiDigit(text[^1]) ? text + Percent : typed;

    /// <summary>The text of a control that has its unit beside it.</summary>
    public static string WithoutSign(FactField field, string text) => field.Type == FactType.Percent && text.EndsWith('%') ? text[..^1] : text;

    private static MoneyUnit Unit(FactField field) => FactText.UnitOf(field) == UnitOfTables ? MoneyUnit.TenThousandYuan : MoneyUnit.Yuan;
}
