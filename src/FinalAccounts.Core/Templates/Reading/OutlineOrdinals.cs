using System.Text.RegularExpressions;

namespace FinalAccounts.Templates.Reading;

/// <summary>The numbers that stand before an outline's titles.</summary>
internal static partial class OutlineOrdinals
{
    /// <summary>一 of 一、收入决算表; null when the title begins otherwise.</summary>
    public static string? Of(string? title) => title is not null && Leading().Match(title) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^([一二三四五六七八九十]+)、")]
    private static partial Regex Leading();
}
