using System.Text;
using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Layout;

/// <summary>A paragraph's text in runs, some of which no line ends inside: what stands before a middle dot with the dot, and the last three characters, so that none stands alone in the last line.</summary>
internal static partial class LineRuns
{
    private const int LastCharacters = 3;
    private const int MostInOne = 12;
    private const string Closing = "，。、；：？！）》〉】〕〗”’％%·・…";
    private const string Opening = "（《〈【〔〖“‘";

    /// <summary>The runs in their order, each with whether it stays whole.</summary>
    /// <param name="ends">Whether the paragraph ends with this text.</param>
    public static IEnumerable<(string Text, bool Whole)> Of(string text, bool ends)
    {
        var end = ends ? End(text) : text.Length;
        var runs = MatchedParts.Of(text[..end], Dot());
        return end < text.Length ? runs.Append((text[end..], true)) : runs;
    }

    // Where the last characters begin that stay together; the end where they would be too many.
    private static int End(string text)
    {
        var start = text.Length - LastCharacters;
        while (start > 0 && Tears(text, start))
        {
            start--;
        }

        return start <= 0 || text.Length - start > MostInOne || !Rune.IsValid(text[start]) ? text.Length : start;
    }

    private static bool Tears(string text, int at) =>
        Closing.Contains(text[at]) || Opening.Contains(text[at - 1]) || char.IsLowSurrogate(text[at]) || (text[at - 1] < '\u007F' && text[at] < '\u007F');

    [GeneratedRegex("[^\\s（《〈【〔〖“‘][·・]")]
    private static partial Regex Dot();
}
