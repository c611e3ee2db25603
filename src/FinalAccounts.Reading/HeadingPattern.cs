using System.Text.RegularExpressions;

namespace FinalAccounts.Reading;

/// <summary>Headings by the numbers that Chinese official documents give them (GB/T 9704): 第一部分, 一、, （一）, 1.; and lines of a table of contents.</summary>
internal static partial class HeadingPattern
{
    private const int Longest = 50;

    /// <summary>1 for 第一部分, 2 for 一、, 3 for （一）; 0 when the text is no heading by its number and length.</summary>
    public static int Level(string text)
    {
        var plain = text.Trim();
        return plain.Length is 0 or > Longest || plain.Contains('。') || plain.Contains('；') || Definition().IsMatch(plain) || plain[^1] is '，' or '：' or '、' or ':' ? 0
            : Part().IsMatch(plain) ? 1
            : Section().IsMatch(plain) ? 2
            : Subsection().IsMatch(plain) ? 3
            : 0;
    }

    /// <summary>Whether a new paragraph begins with this text whatever stands before it.</summary>
    public static bool Opens(string text) => Opening().IsMatch(text);

    /// <summary>Whether the text is an entry of a table of contents: leaders, then a page number.</summary>
    public static bool IsContentsEntry(string text) => Entry().IsMatch(text);

    /// <summary>Whether the text is the title of the table of contents.</summary>
    public static bool IsContentsTitle(string text) => ContentsTitle().IsMatch(text);

    /// <summary>Whether the text ends with a page number that stands apart.</summary>
    public static bool EndsWithNumber(string text) => Ending().IsMatch(text);

    // 五、项目支出：指…… without its full stop is a term explained, not a heading.
    [GeneratedRegex("：(?:是)?指")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^第[一二三四五六七八九十]+部分")]
    private static partial Regex Part();

    [GeneratedRegex(@"^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex Section();

    [GeneratedRegex(@"^[（(][一二三四五六七八九十]{1,3}[）)]")]
    private static partial Regex Subsection();

    [GeneratedRegex(@"^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|附件|附表|注[：:])")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:[.．·…⋯\t ]{4,}|…{2,})\s*[（(]?\d{1,4}[）)]?$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*目\s*录\s*$")]
    private static partial Regex ContentsTitle();

    [GeneratedRegex(@"[\t\D]\d{1,3}$")]
    private static partial Regex Ending();
}
