using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Corrections;

/// <summary>Values as corrections write them.</summary>
public static class CorrectionValue
{
    /// <summary>A cell's words, or its figure (money in 元); null for blank.</summary>
    public static string? Of(AccountsCell cell) => cell.Text ?? (cell.Value is { } value ? Of(value) : null);

    /// <summary>A fact; null for blank. An error (#REF!) is its text.</summary>
    public static string? Of(FactValue? value) => value switch
    {
        null => null,
        { Text: { } text } => text,
        { Number: { } number } => Of(number),
        { Date: { } date } => DateText.Write(date, value.Exactness),
        { Flag: { } flag } => flag ? "true" : "false",
        _ => value.Error,
    };

    /// <summary>Reads a figure in 元; false for what is no number or is over <see cref="ImportLimits.Amount"/>.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= ImportLimits.Amount;

    /// <summary>Reads a fact by its field; null for what the field cannot hold.</summary>
    public static FactValue? Read(FactField field, string text, Place? place) => field.Type switch
    {
        FactType.Text or FactType.Prose => Files.Unprintable.AreAllPlain(text.Replace("\r", "", StringComparison.Ordinal)) ? new FactValue(place) { Text = text } : null,
        FactType.Choice => field.Options.Contains(text) ? new FactValue(place) { Text = text } : null,
        FactType.Date => DateText.Read(text) is var (date, exactness) ? new FactValue(place) { Date = date, Exactness = exactness } : null,
        FactType.Flag => text is "true" or "false" ? new FactValue(place) { Flag = text == "true" } : null,
        FactType.Integer => TryNumber(text, out var count) && count == decimal.Truncate(count) ? new FactValue(place) { Number = count } : null,
        _ => TryNumber(text, out var number) ? new FactValue(place) { Number = number } : null,
    };

    /// <summary>Whether two texts say the same: 1.50 and 1.5 do.</summary>
    public static bool AreSame(string? one, string? other) =>
        one == other || (one is not null && other is not null && TryNumber(one, out var a) && TryNumber(other, out var b) && a == b);

    // The scale is no part of a figure: 1.50 is written 1.5.
    private static string Of(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
