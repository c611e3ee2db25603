using System.Text.Json.Serialization;

namespace FinalAccounts.Reading;

/// <summary>A document as somebody published it: what stands on it and where, without any understanding of accounts. All readers give this one value.</summary>
/// <param name="File">The file's name as people know it.</param>
/// <param name="Pages">In order; empty where the format has no pages (HTML, text, most Word files).</param>
/// <param name="Parts">Lines and grids in reading order; running heads, page numbers and the table of contents are left out.</param>
/// <param name="Problems">What could not be read, in Chinese, each with what to do.</param>
public sealed record PublishedDocument(
    string File, IReadOnlyList<PublishedPage> Pages, IReadOnlyList<PublishedPart> Parts, IReadOnlyList<ReadingProblem> Problems)
{
    /// <summary>Paragraphs, headings, notes, each whole.</summary>
    [JsonIgnore]
    public IEnumerable<PublishedLine> Lines => Parts.OfType<PublishedLine>();

    /// <summary>Tables and forms, each whole.</summary>
    [JsonIgnore]
    public IEnumerable<PublishedGrid> Grids => Parts.OfType<PublishedGrid>();

    /// <summary>Files that the document links to and that hold its tables (xls, xlsx), as it names them.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];
}

/// <summary>A page as it looks, in points, the origin at the top left; turned so that its text stands upright.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Texts">Every run of text, also what the parts leave out.</param>
/// <param name="Rulings">Lines drawn on the page.</param>
/// <param name="IsPicture">Nothing but a picture: nothing on it could be read.</param>
public sealed record PublishedPage(
    int Number, double Width, double Height, IReadOnlyList<PlacedText> Texts, IReadOnlyList<Ruling> Rulings, bool IsPicture);

/// <summary>A run of letters on one line.</summary>
/// <param name="Size">The height of the type in points.</param>
public sealed record PlacedText(string Text, Box Box, double Size);

/// <summary>A rectangle in points; <paramref name="Top"/> is smaller than <paramref name="Bottom"/>.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Right minus left.</summary>
    [JsonIgnore]
    public double Width => Right - Left;

    /// <summary>Bottom minus top.</summary>
    [JsonIgnore]
    public double Height => Bottom - Top;

    /// <summary>The smallest box around both.</summary>
    public Box With(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>A straight line drawn on a page, upright or level.</summary>
public readonly record struct Ruling(double X1, double Y1, double X2, double Y2)
{
    /// <summary>Whether it is level.</summary>
    [JsonIgnore]
    public bool IsLevel => Math.Abs(X2 - X1) >= Math.Abs(Y2 - Y1);
}

/// <summary>A line or a grid of the document.</summary>
/// <param name="Page">Where it begins, from 1; null where the format has no pages.</param>
/// <param name="Box">Where it begins on that page; null where the format has no pages.</param>
[JsonDerivedType(typeof(PublishedLine), "line")]
[JsonDerivedType(typeof(PublishedGrid), "grid")]
public abstract record PublishedPart(int? Page, Box? Box);

/// <summary>A paragraph or heading, joined over lines and pages.</summary>
/// <param name="Text">Its characters; pieces far apart are divided by a tab.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Of a heading: 1 for parts, then downwards; 0 for everything else.</param>
public sealed record PublishedLine(string Text, LineKind Kind, int Level, int? Page, Box? Box) : PublishedPart(Page, Box)
{
    /// <summary>Where the lines after the first stand, in order; empty where the format has no pages.</summary>
    public IReadOnlyList<PlacedBox> Further { get; init; } = [];
}

/// <summary>A box on a page.</summary>
public sealed record PlacedBox(int Page, Box Box);

/// <summary>The kinds of lines.</summary>
public enum LineKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading by style or by look.</summary>
    Heading,

    /// <summary>A line right above or below a table, or set apart: captions, units, dates.</summary>
    Caption,

    /// <summary>A footnote.</summary>
    Note,
}

/// <summary>A table or form: cells by row and column, merged ones once.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Columns">How many columns it has.</param>
/// <param name="Cells">Those with text and those without, row by row; a covered position has no cell of its own.</param>
public sealed record PublishedGrid(int Rows, int Columns, IReadOnlyList<PublishedCell> Cells, int? Page, Box? Box) : PublishedPart(Page, Box)
{
    /// <summary>Recovered from the alignment of text, not from rulings or markup: every cell is doubtful.</summary>
    public bool FromAlignment { get; init; }

    /// <summary>Pages on which it goes on after the first.</summary>
    public IReadOnlyList<PlacedBox> Further { get; init; } = [];
}

/// <summary>A cell of a grid, zero-based; text over several lines is joined without a break.</summary>
/// <param name="Doubtful">Its borders or its text could be read otherwise.</param>
public sealed record PublishedCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, int? Page, Box? Box, bool Doubtful = false)
{
    /// <summary>What it was read from, for those who write back into the file; null outside the reading process.</summary>
    internal object? Source { get; init; }
}

/// <summary>Something that could not be read.</summary>
/// <param name="Message">In Chinese: what, and what to do.</param>
/// <param name="Page">From 1; null for the whole document.</param>
/// <param name="Fatal">Nothing of the document was read.</param>
public sealed record ReadingProblem(string Message, int? Page, bool Fatal = false);
