using System.Text;
using FinalAccounts.Narration.Sandbox;
using FinalAccounts.Narration.Values;
using Markdig.Syntax;
using Block = FinalAccounts.Documents.Block;
using ListBlock = FinalAccounts.Documents.ListBlock;

namespace FinalAccounts.Narration.Prose;

/// <summary>
/// Reads a section's output as the small Markdown subset: headings ## to ####, paragraphs, ** and * for strong, lists with
/// "- " of one or two levels. Everything else that Markdown knows is a finding at its line; a line that begins with a number is a paragraph.
/// </summary>
internal sealed class SectionMarkdown(string file, Markers markers, IReadOnlyList<Place?> lines, SectionFindings findings, InlineTrace? trace = null)
{
    private readonly List<Block> blocks = [];

    /// <summary>The blocks of the text.</summary>
    public IReadOnlyList<Block> Read(string text)
    {
        // Indentation and trailing blanks are the author's layout, not markup; but for items below an item.
        var trimmed = new StringBuilder();
        var indents = new ListIndents();
        var position = 0;
        foreach (var line in text.Split('\n'))
        {
            var own = line.Replace("\r", "", StringComparison.Ordinal).Trim(' ', '\t');
            trimmed.Append(position > 0 ? "\n" : "").Append(indents.Before(line, own));
            trace?.Line(trimmed.Length, position + line.Length - line.TrimStart(' ', '\t').Length);
            trimmed.Append(own);
            position += line.Length + 1;
        }

        var read = trimmed.ToString();
        var (document, objection, at) = MarkdownParsing.Parse(read);
        if (document is null)
        {
            findings.Add(Severity.Error, NarrationRules.Limit, objection!, [At(at)]);
            return blocks;
        }

        foreach (var block in document)
        {
            Add(block);
        }

        return blocks;
    }

    private void Add(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock { Level: >= 2 and <= 4 } heading:
                AddHeading(heading);
                break;
            case HeadingBlock heading:
                Reject(heading, $"标题只能用 ## 到 ####，这里是 {new string('#', heading.Level)}");
                break;
            case ParagraphBlock paragraph:
                AddParagraph(paragraph);
                break;
            case Markdig.Syntax.ListBlock list:
                AddList(list);
                break;
            case LinkReferenceDefinitionGroup definitions:
                Reject(definitions.FirstOrDefault() ?? definitions, "不能写链接");
                break;
            case QuoteBlock:
                Reject(block, "行首的“>”在这里没有用处，请删去");
                break;
            case FencedCodeBlock or CodeBlock:
                Reject(block, "不能写代码块（``` 或 ~~~）");
                break;
            case HtmlBlock:
                Reject(block, "不能写 HTML 标记：要印出小于号请写“＜”");
                break;
            case ThematicBreakBlock:
                Reject(block, "不能写分隔线（---、***）");
                break;
            default:
                Reject(block, "这里的写法不在可用的格式之内");
                break;
        }
    }

    private void AddHeading(HeadingBlock heading)
    {
        var parts = Inlines(heading, allowBlocks: false).OfType<Inline>().ToList();
        if (parts.Count == 0)
        {
            Reject(heading, "标题是空的");
            return;
        }

        if (parts.OfType<Text>().Any(text => text.Value.Contains('\n')))
        {
            Reject(heading, "标题里的资料分了段：标题只能是一行");
        }

        blocks.Add(new Heading(heading.Level, parts, "") { Place = At(heading) });
    }

    private void AddParagraph(ParagraphBlock paragraph)
    {
        var line = new List<Inline>();
        foreach (var part in Inlines(paragraph, allowBlocks: true))
        {
            switch (part)
            {
                case PrintedBlocks printed:
                    Flush();
                    blocks.AddRange(printed.Blocks.Select(block => block with { Place = At(paragraph) }));
                    break;
                case Text { Value: var text, Origin: { } origin } whole when text.Contains('\n'):
                    var pieces = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                    for (var i = 0; i < pieces.Length; i++)
                    {
                        if (i > 0)
                        {
                            Flush();
                        }

                        var piece = new Text(pieces[i], origin);
                        line.Add(trace?.Replace(whole, piece) ?? piece);
                    }

                    break;
                case Inline inline:
                    line.Add(inline);
                    break;
            }
        }

        Flush();

        void Flush()
        {
            if (line.Count > 0)
            {
                TypedEnds.Trim(line, trace is null ? null : trace.Replace);
                blocks.Add(new Paragraph(line.ToList()) { Place = At(paragraph) });
                line.Clear();
            }
        }
    }

    private void AddList(Markdig.Syntax.ListBlock list)
    {
        var (items, depths) = (new List<IReadOnlyList<Inline>>(), new List<int>());
        foreach (var item in list.OfType<ListItemBlock>())
        {
            AddItem(item, 0);
        }

        blocks.Add(new ListBlock(Ordered: false, items) { Depths = depths.Exists(depth => depth > 0) ? depths : null, Place = At(list) });

        void AddItem(ListItemBlock item, int depth)
        {
            if (item.FirstOrDefault() is not ParagraphBlock paragraph || !item.Skip(1).All(below => below is Markdig.Syntax.ListBlock && depth == 0))
            {
                Reject(item, "列表的一条只能是一段文字，它的下面最多再分一层");
                return;
            }

            var inlines = Inlines(paragraph, allowBlocks: false).OfType<Inline>().ToList();
            if (inlines.OfType<Text>().Any(text => text.Value.Contains('\n')))
            {
                Reject(item, "列表里的资料分了段：一条只能是一段，请不用列表而逐段写");
            }

            items.Add(inlines);
            depths.Add(depth);
            foreach (var below in item.Skip(1).Cast<Markdig.Syntax.ListBlock>().SelectMany(below => below.OfType<ListItemBlock>()))
            {
                AddItem(below, depth + 1);
            }
        }
    }

    private IEnumerable<object> Inlines(LeafBlock block, bool allowBlocks)
    {
        var reader = new InlineReader(markers, (message) => Reject(block, message), trace);
        foreach (var part in reader.Read(block.Inline))
        {
            if (part is PrintedBlocks && !allowBlocks)
            {
                Reject(block, "图、表和段落要独占一段，不能放在标题或列表里");
                continue;
            }

            yield return part;
        }
    }

    private Place At(MarkdownObject block) => At(block.Line);

    private Place At(int at)
    {
        for (var line = Math.Clamp(at, 0, lines.Count - 1); line >= 0; line--)
        {
            if (lines[line] is { } place)
            {
                return place;
            }
        }

        return new Place(file, Line: 1);
    }

    private void Reject(MarkdownObject block, string message) =>
        findings.Add(Severity.Error, NarrationRules.Markup, message, [At(block)]);
}
