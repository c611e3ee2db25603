namespace FinalAccounts.Documents;

/// <summary>A whole disclosure, ready to render: what is said and how it is arranged, without any file format.</summary>
public sealed record Document(DocumentMetadata Metadata, IReadOnlyList<Section> Sections)
{
    /// <summary>All blocks in reading order.</summary>
    public IEnumerable<Block> Blocks => Sections.SelectMany(section => section.Blocks);
}

/// <summary>What a file says of itself. Time comes in here, so that equal inputs give equal files.</summary>
/// <param name="Title">The document's title on one line.</param>
/// <param name="Unit">The publishing unit's name (公开名称).</param>
/// <param name="FiscalYear">The year of the accounts (决算年度).</param>
/// <param name="Created">The moment written into the files; never the machine's clock.</param>
/// <param name="DraftNotice">Printed on the cover and in the header of a draft; null for a clean document.</param>
public sealed record DocumentMetadata(
    string Title, string Unit, int FiscalYear, DateTimeOffset Created, string? DraftNotice = null)
{
    /// <summary>Printed at the head of numbered pages of a clean document; null for none.</summary>
    public string? RunningHead { get; init; }

    /// <summary>What stands at the head of numbered pages: the notice of a draft, else the running head; null for nothing.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? HeadLine => DraftNotice ?? RunningHead;

    /// <summary>What the files are called, without an ending; null: the title.</summary>
    public string? FileName { get; init; }

    /// <summary>The language of the text (BCP 47).</summary>
    public string Language { get; init; } = "zh-CN";
}

/// <summary>A run of pages with one page setup. A section always starts on a new page.</summary>
public sealed record Section(PageSetup Page, IReadOnlyList<Block> Blocks);

/// <summary>Orientation, page number and margins of a section's pages.</summary>
/// <param name="Orientation">Portrait, or landscape for wide tables.</param>
/// <param name="Numbered">Whether the page number is printed (not on the cover). Pages count from 1 at the cover.</param>
/// <param name="Kind">Text, or tables and forms, which take narrower margins.</param>
public sealed record PageSetup(
    PageOrientation Orientation = PageOrientation.Portrait, bool Numbered = true, PageKind Kind = PageKind.Text);

/// <summary>What stands on a page, which decides its margins.</summary>
public enum PageKind
{
    /// <summary>Running text: the margins of GB/T 9704.</summary>
    Text,

    /// <summary>Tables and forms: narrower margins, so that a form fits on its page.</summary>
    Tables,
}

/// <summary>How an A4 sheet is turned.</summary>
public enum PageOrientation
{
    /// <summary>210 × 297 mm.</summary>
    Portrait,

    /// <summary>297 × 210 mm.</summary>
    Landscape,
}
