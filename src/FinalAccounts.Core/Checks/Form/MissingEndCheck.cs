using System.Text.RegularExpressions;
using FinalAccounts.Checks.Text;

namespace FinalAccounts.Checks.Form;

/// <summary>Paragraphs of prose that end without a mark, as if cut off (FRM-20).</summary>
internal static partial class MissingEndCheck
{
    private const int Shortest = 10;
    private const int Shown = 16;
    private const string Ends = "。！？…：；，、.!?:;,";
    private const string Closers = "”’）》】\")";

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var seen = new HashSet<(Place?, string)>();

        // What stands before the first heading is cover.
        var body = data.Passages.Index().FirstOrDefault(passage => passage.Item.Kind == PassageKind.Heading).Index;
        for (var i = body; i < data.Passages.Count; i++)
        {
            var passage = data.Passages[i];
            var text = passage.Content.TrimEnd();
            if (passage is not { Kind: PassageKind.Paragraph, Block: Paragraph { Style: ParagraphStyle.Body or ParagraphStyle.Plain } or ListBlock }
                || text.Length < Shortest || IsEnded(text) || !IsProse(data, i, text) || GoesOn(data, i))
            {
                continue;
            }

            var place = passage.PlaceAt(text.Length - 1);
            if (seen.Add((place, text)))
            {
                yield return new Finding(Severity.Warning, "FRM-20", $"“{text[Math.Max(0, text.Length - Shown)..]}”是一段的末尾，没有标点：如果话没有说完请补全，说完了的加上句号", place is null ? [] : [place])
                {
                    Expected = "。",
                    Actual = text[^1..],
                };
            }
        }
    }

    // （如持平作持平表述） behind a full stop ends nothing and needs no end.
    private static bool IsEnded(string text)
    {
        var bare = text.TrimEnd(Closers.ToCharArray());
        if (bare.Length == 0 || Ends.Contains(bare[^1]))
        {
            return true;
        }

        var open = text[^1] is '）' or ')' or '】' ? text.LastIndexOfAny(['（', '(', '【']) : -1;
        return open == 0 || (open > 0 && Ends.Contains(text[..open].TrimEnd()[^1]));
    }

    // Sentences before it, clauses, an amount, or the office speaking of itself; a label, a name or a heading has none of them.
    private static bool IsProse(TextData data, int at, string text)
    {
        if (text.Contains('。') || Definition().IsMatch(text))
        {
            return true;
        }

        if (NumberedList.Style(text) is { } style)
        {
            return (text.Contains('，') && data.Mentions[at].Any(mention => mention.Kind == MentionKind.Amount)) || IsAmongEnded(data, at, text, style);
        }

        // 本单位无政府性基金收入支出 below an empty table is a note; below a heading it is the section's text.
        return text.Contains('，')
            || (Own().IsMatch(text) && at > 0 && data.Passages[at - 1] is { Kind: PassageKind.Heading, Content: var heading } && !heading.EndsWith('表'))
            || (!text.Contains('：') && data.Mentions[at].Any(mention => mention is { Kind: MentionKind.Amount or MentionKind.Score, Start: > 0 }));
    }

    // Items may be names without ends, or headings of what follows them: only between items that end it is a mistake, and behind them a label with its text.
    private static bool IsAmongEnded(TextData data, int at, string text, string style)
    {
        var (before, after) = (Item(data, at - 1), Item(data, at + 1));
        var (isFirst, isLast) = (before is null || NumberedList.Style(before) != style, after is null || NumberedList.Style(after) != style);
        return isFirst ? !isLast && IsEnded(after!) && IsText(data, at - 1)
            : IsEnded(before!) && (!isLast || after is null || (text.Contains('：') && text.Contains('，')));
    }

    // A list that a sentence or a heading announces.
    private static bool IsText(TextData data, int at) =>
        at >= 0 && (data.Passages[at].Kind == PassageKind.Heading || (data.Passages[at] is { Kind: PassageKind.Paragraph, Content: var text } && IsEnded(text.TrimEnd())));

    private static string? Item(TextData data, int at) =>
        at >= 0 && at < data.Passages.Count && data.Passages[at] is { Kind: PassageKind.Paragraph, Content: var text } ? text.TrimEnd() : null;

    // A line of a text or of a page may be cut from the next: what others published ends for sure only where something new begins.
    private static bool GoesOn(TextData data, int at)
    {
        if (data.Passages[at].CellAt(0) is not { Table: Passage.Published } || at + 1 == data.Passages.Count || data.Passages[at + 1] is not { Kind: PassageKind.Paragraph, Content: var next })
        {
            return false;
        }

        return !NumberedList.IsItem(next) && !Own().IsMatch(next) && !Opening().IsMatch(next);
    }

    [GeneratedRegex("^.{2,40}：(?:是)?指.{6}", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex("^(?:本|我|全)(?:部门|单位|局|委|院|校|所)(?:.{0,10}年度?)?.{0,4}(?:无|没有|有|共|是|不)", RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex(@"^(?:20[0-9]{2}\s*年|与\s*20|其中[，：]|主要原因|[（(]如|第[一二三四五六七八九十]+部分|附件|注：)|^.{4,30}(?:表|情况|说明)$", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
