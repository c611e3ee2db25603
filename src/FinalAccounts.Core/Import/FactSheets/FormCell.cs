using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>One cell of the form to fill in: its content, number format, width and the check while typing.</summary>
internal static class FormCell
{
    private static readonly string[] YesNo = ["是", "否"];

    public static SheetCell Of(FactField field, FactValue? value, int column)
    {
        var cell = value switch
        {
            null => new SheetCell(column),
            { Error: { } error } => FigureErrors.IsError(error) ? new SheetCell(column) { Error = error } : new SheetCell(column, error),
            { Date: { } date, Exactness: not DateExactness.Day } => new SheetCell(column, Formatting.ChineseText.Date(date, value.Exactness)),
            { Date: { } date } => new SheetCell(column) { Date = date },
            { Flag: { } flag } => new SheetCell(column, flag ? "是" : "否"),
            { Number: { } number } => new SheetCell(column, null, field.Type == FactType.Money ? Money.FromYuan(number, HeadingText.UnitOf(field)) : number),
            _ => new SheetCell(column, value.Text),
        };
        return cell with { Style = SheetStyle.Input, Format = Format(field), Align = field.IsNumber ? CellAlign.Right : null };
    }

    public static double Width(FactField field) => Math.Max(
        HeadingText.Of(field).Length * 2.2,
        field.Type switch
        {
            FactType.Prose => 70,
            FactType.Text => 26,
            FactType.Choice => field.Options.Max(option => option.Length) * 2.2,
            _ => 14,
        });

    /// <summary>The check of a range; null where anything may be typed and there is nothing to say.</summary>
    public static SheetValidation? Check(FactField field, string range, FactNames? names = null)
    {
        if (names?.Of(field, range, Prompt(field)) is { } choice)
        {
            return choice;
        }

        var (options, type) = field.Type switch
        {
            FactType.Choice => (field.Options, ValidationType.List),
            FactType.Flag => (YesNo, ValidationType.List),
            // A month alone (2024年5月) is no date to Excel: what is typed is checked when it is read.
            FactType.Date => ((IReadOnlyList<string>?)null, ValidationType.Any),
            FactType.Integer => (null, ValidationType.Integer),
            FactType.Money or FactType.Decimal or FactType.Percent => (null, ValidationType.Decimal),
            _ => (null, ValidationType.Any),
        };
        return type == ValidationType.Any && Prompt(field) is null ? null : new SheetValidation(range, options, type, Prompt(field));
    }

    private static string? Prompt(FactField field) => (field.Zero ? "不填按 0 计算" : field.Default is not null ? "不填由程序算出" : null) is { } blank ? $"{field.Hint}{(field.Hint is null ? "" : "；")}{blank}" : field.Hint ?? field.Type switch
    {
        FactType.Money => $"按{field.Unit ?? "万元"}填写",
        FactType.Percent => "写作 98.5%",
        FactType.Date => "写作 2024-05-15；只知道年月的写作 2024年5月",
        _ => null,
    };

    // Text cells are marked as text, so that Excel does not turn 2010301 or 1/2 into something else.
    private static string? Format(FactField field) => field.Type switch
    {
        FactType.Money => "#,##0.00####",
        FactType.Percent => "0.0##%",
        FactType.Date => "yyyy-mm-dd",
        FactType.Integer => "0",
        FactType.Decimal => null,
        _ => "@",
    };
}
