using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>What the writers of blocks share during one render: the look, the pages, and the running numbers of the file.</summary>
internal sealed class WordContext
{
    private readonly Dictionary<string, string> _bookmarks = new(StringComparer.Ordinal);
    private int _bookmarkNumbers;
    private uint _drawings;

    public WordContext(Document document, Theme theme, PageMap? pages, MainDocumentPart part)
    {
        Document = document;
        Theme = theme;
        Pages = pages;
        Part = part;
    }

    public Document Document { get; }

    public Theme Theme { get; }

    public PageMap? Pages { get; }

    /// <summary>The part that charts hang on.</summary>
    public MainDocumentPart Part { get; }

    /// <summary>The paper of the section that is being written.</summary>
    public PageSetup Setup { get; set; } = new();

    /// <summary>Its measures.</summary>
    public PageGeometry Page => PageGeometry.Of(Setup, Theme);

    /// <summary>How many numbered lists there are so far; each counts from 1.</summary>
    public int OrderedLists { get; private set; }

    public int NextOrderedList() => ++OrderedLists;

    public uint NextDrawing() => ++_drawings;

    /// <summary>Puts a bookmark around a heading's or table's elements.</summary>
    public IEnumerable<OpenXmlElement> Bookmarked(Block block, IEnumerable<OpenXmlElement> content)
    {
        var number = Measure.Invariant(_bookmarkNumbers++);
        yield return new W.BookmarkStart
        {
            Id = number,
            Name = block switch
            {
                Heading heading => Bookmark(heading),
                Table table => Name("T_", table.Id),
                _ => throw new NotSupportedException($"{block.GetType().Name} has no bookmark."),
            },
        };
        foreach (var element in content)
        {
            yield return element;
        }

        yield return new W.BookmarkEnd { Id = number };
    }

    /// <summary>A heading's bookmark. LibreOffice shows page numbers in the contents only for names that begin as Word's do.</summary>
    public string Bookmark(Heading heading) => Name("_Toc_", heading.Id);

    // Word allows 40 letters, digits and underscores.
    private string Name(string kind, string id)
    {
        const int longest = 40;
        var key = kind + id;
        if (!_bookmarks.TryGetValue(key, out var name))
        {
            name = key.Replace('-', '_');
            if (name.Length > longest || id.Contains('_', StringComparison.Ordinal))
            {
                name = $"{kind}_{_bookmarks.Count}";
            }

            _bookmarks.Add(key, name);
        }

        return name;
    }
}
