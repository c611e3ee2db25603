using System.Globalization;

namespace FinalAccounts.Import.Files;

/// <summary>A cell with content: text, number, date, truth value or error.</summary>
/// <param name="Value">string, decimal, double (too large for decimal), DateTime, TimeSpan or bool; null for an error.</param>
/// <param name="Format">The number format; null when unknown.</param>
/// <param name="Error">#REF! and the like, also when typed as text.</param>
internal sealed record GridCell(int Row, int Column, object? Value, string? Format, string? Error)
{
    private string? loose;

    // A copy with another value must not keep the text of this one.
    private GridCell(GridCell original) => (Row, Column, Value, Format, Error) = (original.Row, original.Column, original.Value, original.Format, original.Error);

    /// <summary>As people see it, nearly.</summary>
    public string Display => Error ?? Value switch
    {
        string text => text,
        decimal number => NumberText.Of(number, Format),
        DateTime date => date.ToString(Format?.Contains('年') == true ? "yyyy年M月d日" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "是" : "否",
        _ => Convert.ToString(Value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The text in comparable form.</summary>
    public string Loose => loose ??= LooseText.Of(Display);
}
