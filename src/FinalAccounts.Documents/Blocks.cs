namespace FinalAccounts.Documents;

/// <summary>A part of a section's flow. The hierarchy is closed: every renderer handles every kind.</summary>
public abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>The template line that made this block; null when the outline or a form made it.</summary>
    public Place? Place { get; init; }
}

/// <summary>A heading that the outline of the file and the table of contents know.</summary>
/// <param name="Level">1 for a part (第一部分…), 2 for a section (一、…), 3 for （一）…, 4 for 1.….</param>
/// <param name="Inlines">The heading as printed, its number included.</param>
/// <param name="Id">Unique in the document; the target of links and bookmarks. ASCII letters, digits and '-'.</param>
public sealed record Heading(int Level, IReadOnlyList<Inline> Inlines, string Id) : Block
{
    /// <summary>How the heading is set.</summary>
    public HeadingStyle Style { get; init; } = HeadingStyle.Text;

    /// <summary>Whether the table of contents lists it.</summary>
    public bool InContents { get; init; }

    /// <summary>The wording in the table of contents where it differs from the printed heading; null when equal.</summary>
    public string? ContentsText { get; init; }
}

/// <summary>How a heading is set.</summary>
public enum HeadingStyle
{
    /// <summary>A heading of running text, set by its level (GB/T 9704: 黑体, 楷体, 仿宋).</summary>
    Text,

    /// <summary>The title of a part: centred, 小标宋.</summary>
    Part,

    /// <summary>The title above a table or form: centred; stays with what follows.</summary>
    TableTitle,
}

/// <summary>A paragraph of text.</summary>
public sealed record Paragraph(IReadOnlyList<Inline> Inlines, ParagraphStyle Style = ParagraphStyle.Body) : Block;

/// <summary>How a paragraph is set.</summary>
public enum ParagraphStyle
{
    /// <summary>Body text, first line indented by two characters.</summary>
    Body,

    /// <summary>Body text without indent.</summary>
    Plain,

    /// <summary>Centred, for instance （摘要版） below a title.</summary>
    Centered,

    /// <summary>The caption of a chart, centred below it.</summary>
    Caption,

    /// <summary>A note below a table, small.</summary>
    TableNote,

    /// <summary>The title of a table said again where the table goes on; set as a title, and no heading.</summary>
    TableTitle,
}

/// <summary>A list whose markers the renderer prints. Numbers that the source text carries are text, not lists.</summary>
public sealed record ListBlock(bool Ordered, IReadOnlyList<IReadOnlyList<Inline>> Items) : Block
{
    /// <summary>For each item 0, or 1 where it stands below the item before; null for a list of one level.</summary>
    public IReadOnlyList<int>? Depths { get; init; }

    /// <summary>The items of the first level, each with those that stand below it.</summary>
    public IEnumerable<(IReadOnlyList<Inline> Item, IReadOnlyList<IReadOnlyList<Inline>> Below)> Nested()
    {
        for (var item = 0; item < Items.Count;)
        {
            var first = item++;
            while (item < Items.Count && DepthOf(item) > 0)
            {
                item++;
            }

            yield return (Items[first], [.. Items.Skip(first + 1).Take(item - first - 1)]);
        }
    }

    /// <summary>0, or 1 where the item stands below the one before.</summary>
    public int DepthOf(int item) => Depths is { } depths && item < depths.Count ? depths[item] : 0;
}

/// <summary>The title page.</summary>
/// <param name="TitleLines">The title, a line each, largest type.</param>
/// <param name="Date">The date of publication as printed (2024年9月29日).</param>
/// <param name="Extras">Further lines that a region prints (索引号, 保密审查…), label and text.</param>
public sealed record Cover(IReadOnlyList<string> TitleLines, string Date, IReadOnlyList<CoverLine> Extras) : Block
{
    /// <summary>Lines below the title, above the date.</summary>
    public IReadOnlyList<CoverLine> Below { get; init; } = [];
}

/// <summary>A labelled line on the cover.</summary>
/// <param name="Label">Empty for a line without one.</param>
public sealed record CoverLine(string Label, string Value)
{
    /// <summary>The line as printed: 监督索引号：53…, or the words alone.</summary>
    public override string ToString() => Label.Length == 0 ? Value : $"{Label}：{Value}";
}

/// <summary>The table of contents of all headings that ask for it, with dot leaders and page numbers.</summary>
public sealed record TableOfContents(string Title) : Block;

/// <summary>What follows starts on a new page.</summary>
public sealed record PageBreak : Block;
