using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FinalAccounts.Reading.Html;

/// <summary>Walks the elements of a page and collects its lines and tables.</summary>
internal sealed partial class HtmlWalk(CancellationToken cancellation)
{
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "nav", "aside", "iframe", "object", "select", "button", "input", "textarea", "head", "canvas", "math",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "ruby", "s", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly StringBuilder line = new();
    private bool tooDeep;
    private bool tooLong;

    public List<PublishedPart> Parts { get; } = [];

    public IEnumerable<ReadingProblem> Problems(string file) =>
    [
        .. tooDeep ? [new ReadingProblem($"{file}：网页嵌套太深，有一部分没有读取。请人工核对。", null)] : Array.Empty<ReadingProblem>(),
        .. tooLong ? [DocumentReader.Cut(file)] : Array.Empty<ReadingProblem>(),
    ];

    /// <summary>An element that may hold other blocks.</summary>
    public void Block(IElement element, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > ReadingLimits.Depth)
        {
            tooDeep = true;
            return;
        }

        foreach (var child in element.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    line.Append(Blanks().Replace(text.Data, " "));
                    break;
                case IElement unread when IsUnread(unread):
                    break;
                case IElement { LocalName: "br" }:
                    End(0);
                    break;
                case IHtmlTableElement table when HtmlTable.IsLayout(table):
                    End(0);
                    Block(table, depth + 1);
                    End(0);
                    break;
                case IHtmlTableElement table:
                    End(0);
                    Table(table, depth);
                    break;
                case IElement inline when Inline.Contains(inline.LocalName):
                    Block(inline, depth + 1);
                    break;
                case IElement block:
                    End(0);
                    Block(block, depth + 1);
                    End(block.LocalName is ['h', >= '1' and <= '6'] ? block.LocalName[1] - '0' : 0);
                    break;
            }
        }
    }

    private void Table(IHtmlTableElement table, int depth)
    {
        if (table.Caption is { } caption)
        {
            foreach (var child in caption.Children.DefaultIfEmpty(caption))
            {
                // The pieces of a caption's line stand at its two ends.
                line.AppendJoin('\t', child.Children.Length > 1 ? child.Children.Select(part => part.TextContent.Trim()).Where(text => text.Length > 0) : [child.TextContent.Trim()]);
                End(0, LineKind.Caption);
            }
        }

        tooLong |= table.Rows.Length > ReadingLimits.Rows || table.Rows.Any(row => row.Cells.Length > ReadingLimits.Columns);
        if (HtmlTable.Grid(table) is { } grid)
        {
            Parts.Add(grid);
        }
        else
        {
            Block(table, depth + 1);
        }
    }

    private void End(int level, LineKind kind = LineKind.Paragraph)
    {
        var text = TextFolding.Fold(line.ToString()).Trim(' ', '\u3000', '\t', '\n');
        line.Clear();
        if (text.Length == 0 || HeadingPattern.IsContentsTitle(text) || HeadingPattern.IsContentsEntry(text))
        {
            return;
        }

        level = level > 0 ? level : kind == LineKind.Paragraph ? HeadingPattern.Level(text) : 0;
        Parts.Add(new PublishedLine(text, level > 0 ? LineKind.Heading : kind, level, null, null));
    }

    private static bool IsUnread(IElement element) =>
        Unread.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("role") == "banner" || Hidden().IsMatch(element.GetAttribute("style") ?? "");

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Blanks();
}
