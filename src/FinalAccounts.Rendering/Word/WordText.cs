using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>Characters on their way into a part: those that XML cannot hold are refused, spaces are kept.</summary>
internal static class WordText
{
    public static W.Run Run(string text, bool strong = false)
    {
        var run = new W.Run();
        var eastAsian = NeedsEastAsianHint(text);
        if (strong || eastAsian)
        {
            run.RunProperties = new W.RunProperties
            {
                RunFonts = eastAsian ? new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia } : null,
                Bold = strong ? new W.Bold() : null,
            };
        }

        run.AppendChild(new W.Text(Checked(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    /// <summary>The text, if every character may stand in XML.</summary>
    public static string Checked(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index]))
            {
                continue;
            }

            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                index++;
                continue;
            }

            throw new RenderingException(
                $"文字“{Excerpt(text, index)}”第{index + 1}个字符（U+{(int)text[index]:X4}）是控制字符或残缺字符，Word 文件不能保存；请在数据或模板中删去它。");
        }

        return text;
    }

    // Chinese quotes, dashes and signs share their code points with Western ones; without the hint Word sets them narrow.
    private static bool NeedsEastAsianHint(string text)
    {
        foreach (var character in text)
        {
            if (character is >= '\u0080' and < '\u2E80' && !char.IsLetter(character))
            {
                return true;
            }
        }

        return false;
    }

    private static string Excerpt(string text, int index)
    {
        var excerpt = new StringBuilder();
        foreach (var character in text.AsSpan(Math.Max(0, index - 10), Math.Min(20, text.Length - Math.Max(0, index - 10))))
        {
            excerpt.Append(char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned ? '�' : character);
        }

        return excerpt.ToString();
    }
}
