using System.Text.RegularExpressions;

namespace FinalAccounts.Rendering.Layout;

/// <summary>
/// Paragraphs that lead to what follows as headings do, though they are none: a numbered line without a full stop, or one that ends in a colon.
/// They never stand at the foot of a page.
/// </summary>
internal static partial class RunInHeads
{
    // A line of 28 less the indent.
    private const int CharactersPerLine = 26;

    private const string Stops = "。；;，,、！!？?…）)”";

    /// <summary>The blocks that stay with the next.</summary>
    public static IReadOnlySet<int> Of(IReadOnlyList<Block> blocks) =>
        Enumerable.Range(0, Math.Max(0, blocks.Count - 1)).Where(index => Leads(blocks[index]) && Follows(blocks[index + 1])).ToHashSet();

    private static bool Leads(Block block) =>
        block is Paragraph { Style: ParagraphStyle.Body or ParagraphStyle.Plain } paragraph && CellText.Lines(paragraph.Inlines, CharactersPerLine, 1) == 1
        && DocumentText.Of(paragraph.Inlines).TrimEnd() is { Length: > 0 } text && (text[^1] is '：' or ':' || (Numbered().IsMatch(text) && !Stops.Contains(text[^1])));

    // Several in a row are a list, of which one or two may stand at the foot.
    private static bool Follows(Block block) => block is ListBlock or Paragraph { Style: ParagraphStyle.Body or ParagraphStyle.Plain } && !Leads(block);

    [GeneratedRegex(@"^([（(][0-9一二三四五六七八九十]+[）)]|[0-9]+[.．、]|[一二三四五六七八九十]+、)")]
    private static partial Regex Numbered();
}
