using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>A heading of the 文字资料 form: a field's name, with an asterisk for required ones and the unit in brackets for money.</summary>
internal static partial class HeadingText
{
    public const string RequiredMark = "*";

    /// <summary>金额（万元）*: what the form prints.</summary>
    public static string Of(FactField field) =>
        field.Name + (field.Type == FactType.Money ? $"（{field.Unit ?? "万元"}）" : "") + (field.IsAsked ? RequiredMark : "");

    /// <summary>The field that a heading names, and the unit it gives; null when there is none.</summary>
    public static (FactField Field, MoneyUnit? Unit)? Find(string heading, IReadOnlyList<FactField> fields)
    {
        var loose = LooseText.Of(heading).TrimEnd('*').TrimStart('*');
        if (fields.FirstOrDefault(field => LooseText.Of(field.Name) == loose) is { } exact)
        {
            return (exact, null);
        }

        var match = UnitInBrackets().Match(loose);
        return match.Success && fields.FirstOrDefault(field => LooseText.Of(field.Name) == match.Groups[1].Value) is { } named
            ? (named, Money.Unit(match.Groups[2].Value))
            : null;
    }

    /// <summary>The unit in which a money field is typed when the sheet does not say otherwise.</summary>
    public static MoneyUnit UnitOf(FactField field) => Money.Unit(field.Unit) ?? MoneyUnit.TenThousandYuan;

    [GeneratedRegex(@"^(.+?)\*?\(([^()]*)\)\*?$")]
    private static partial Regex UnitInBrackets();
}
