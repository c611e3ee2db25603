using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Inline = Markdig.Syntax.Inlines.Inline;

namespace FinalAccounts.Narration.Prose;

/// <summary>The small Markdown subset as Markdig parses it. Text whose marks lie too deep in each other is refused with its line: the parser gives up on some of it, and whoever walks through the rest would too.</summary>
internal static class MarkdownParsing
{
    /// <summary>How deep strong text may lie in strong text; one level means something.</summary>
    private const int Deepest = 8;

    private const string TooDeep = "这一段的星号或其他标记嵌套太深，没有排出：加粗里不能再加粗，请删去多余的标记";

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>The parsed text, or in Chinese why it is not, with the line from 0.</summary>
    public static (MarkdownDocument? Document, string? Objection, int Line) Parse(string text)
    {
        if (MarkGuard.Objection(text) is var (message, at))
        {
            return (null, message, at);
        }

        if (Parsed(text) is not { } document)
        {
            return (null, TooDeep, LineThatCannotBe(text));
        }

        return document.Descendants<LeafBlock>().FirstOrDefault(block => IsDeep(block.Inline)) is { } deep ? (null, TooDeep, deep.Line) : (document, null, 0);
    }

    // Markdig has no other word for it than this exception.
    private static MarkdownDocument? Parsed(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The first paragraph that cannot be parsed by itself; the whole when each of them can.
    private static int LineThatCannotBe(string text)
    {
        var (line, begun) = (0, 0);
        var paragraph = new List<string>();
        foreach (var next in text.Split('\n').Append(""))
        {
            if (next.Length > 0)
            {
                paragraph.Add(next);
            }
            else
            {
                if (paragraph.Count > 0 && Parsed(string.Join('\n', paragraph)) is null)
                {
                    return begun;
                }

                paragraph.Clear();
                begun = line + 1;
            }

            line++;
        }

        return 0;
    }

    private static bool IsDeep(ContainerInline? container)
    {
        var waiting = new Stack<(Inline Inline, int Depth)>();
        for (var child = container?.FirstChild; child is not null; child = child.NextSibling)
        {
            waiting.Push((child, 1));
        }

        while (waiting.TryPop(out var next))
        {
            if (next.Depth > Deepest)
            {
                return true;
            }

            for (var child = (next.Inline as ContainerInline)?.FirstChild; child is not null; child = child.NextSibling)
            {
                waiting.Push((child, next.Depth + 1));
            }
        }

        return false;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.UseCjkFriendlyEmphasis();
        builder.BlockParsers.RemoveAll(parser => parser is IndentedCodeBlockParser);
        builder.BlockParsers.FindExact<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        var listParser = builder.BlockParsers.FindExact<ListBlockParser>()!;
        listParser.ItemParsers.Clear();
        listParser.ItemParsers.Add(new DashItemParser());
        var emphasis = builder.InlineParsers.FindExact<EmphasisInlineParser>()!;
        emphasis.EmphasisDescriptors.RemoveAll(descriptor => descriptor.Character != '*');
        return builder.Build();
    }

    /// <summary>Items begin with "-" alone: "*" and "+" begin ordinary lines.</summary>
    private sealed class DashItemParser : UnorderedListItemParser
    {
        public DashItemParser() => OpeningCharacters = ['-'];
    }
}
