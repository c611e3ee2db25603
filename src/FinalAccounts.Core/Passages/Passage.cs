namespace FinalAccounts.Passages;

/// <summary>A line of the document as a reader meets it, which still knows what each of its characters came from.</summary>
/// <param name="Content">The characters.</param>
/// <param name="Spans">The inlines in order; they cover the content without gaps.</param>
/// <param name="Block">The block in which it stands.</param>
/// <param name="Kind">What kind of line it is.</param>
internal sealed record Passage(string Content, IReadOnlyList<PassageSpan> Spans, Block Block, PassageKind Kind)
{
    /// <summary>What the origin of text is called that others published.</summary>
    public const string Published = "公开文档";

    /// <summary>The span of a character.</summary>
    public PassageSpan? SpanAt(int position)
    {
        foreach (var span in Spans)
        {
            if (position >= span.Start && position < span.Start + span.Length)
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>Where people can mend what stands at a character: the fact's cell, else the template's line.</summary>
    public Place? PlaceAt(int position) => SpanAt(position)?.Origin?.Cells is [var cell, ..] ? cell.Place ?? Block.Place : Block.Place;

    /// <summary>The cell that the text at a character came from; null for a template's own words.</summary>
    public OriginCell? CellAt(int position) => SpanAt(position) is { IsOfficeText: true, Origin: { } origin } ? origin.Cells[0] : null;
}

/// <summary>A piece of a passage.</summary>
/// <param name="Inline">The text or figure that stands there.</param>
internal sealed record PassageSpan(int Start, int Length, Inline Inline)
{
    /// <summary>Where it came from; null for a template's own words.</summary>
    public Origin? Origin => Inline switch
    {
        Figure figure => figure.Origin,
        Documents.Text text => text.Origin,
        _ => null,
    };

    /// <summary>Whether data said it in words: the text of an office.</summary>
    public bool IsOfficeText => Inline is Documents.Text { Origin.Cells.Count: > 0 };
}

/// <summary>The kinds of lines.</summary>
internal enum PassageKind
{
    /// <summary>The title of a part, section, table or form.</summary>
    Heading,

    /// <summary>A paragraph of running text, or an item of a list.</summary>
    Paragraph,

    /// <summary>A note below a table.</summary>
    Note,

    /// <summary>A heading cell of a form.</summary>
    Label,

    /// <summary>A line in a cell of a form or of a small table.</summary>
    Cell,
}
