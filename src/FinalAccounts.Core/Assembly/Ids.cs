using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The ids of what can be linked to: ASCII, unique in the document, the same at every run.</summary>
internal static class Ids
{
    /// <summary>p1 for the first part.</summary>
    public static string Part(int part) => $"p{part + 1}";

    /// <summary>s3-1 for the first item of the third part.</summary>
    public static string Item(int part, int item) => $"s{part + 1}-{item + 1}";

    /// <summary>t01 for 表01; by its position in the set when the key has no number.</summary>
    public static string Table(string key, TemplateSet set)
    {
        var digits = string.Concat(key.Where(char.IsAsciiDigit));
        return digits.Length > 0 && key == $"表{digits}"
            ? $"t{digits}"
            : $"tx{set.Tables.TakeWhile(table => table.Key != key).Count() + 1}";
    }
}
