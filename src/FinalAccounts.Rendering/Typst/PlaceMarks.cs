using FinalAccounts.Rendering.Typst.Worker;

namespace FinalAccounts.Rendering.Typst;

/// <summary>Marks in the source that take no room: the layout says on which page and where on it each came to stand. So a place of a template is found on paper, and the other way round.</summary>
/// <param name="inlines">The template line and column that made each inline, by reference.</param>
internal sealed class PlaceMarks(IReadOnlyDictionary<Inline, Place> inlines)
{
    // In pt: how far below its upper edge the letters of a block's first line stand.
    private const double FirstLine = 20;

    private readonly List<(Place Place, bool IsBlock)> marked = [];

    /// <summary>A mark before a block whose text has none of its own.</summary>
    public void Write(TypstWriter output, Block block)
    {
        var first = block switch
        {
            Paragraph { Inlines: [var inline, ..] } => inline,
            ListBlock { Items: [[var inline, ..], ..] } => inline,
            _ => null,
        };
        output.Raw((first is null || Of(first) is null) && Next(block.Place, isBlock: true) is { } mark ? $"{mark}\n" : "");
    }

    /// <summary>The mark before an inline; null where the one before serves.</summary>
    public string? Next(Inline inline) => Next(Of(inline), isBlock: false);

    /// <summary>Where the marks stand, in their order.</summary>
    public IReadOnlyList<DrawnPlace> Read(WorkerAnswer answer) => [.. answer.Places.Select(at =>
    {
        var (place, isBlock) = marked[(int)at[0]];
        return new DrawnPlace(place, (int)at[1], at[2], at[3] + (isBlock ? FirstLine : 0));
    })];

    private Place? Of(Inline inline) => inlines.GetValueOrDefault(inline) ?? (inline is Strong { Inlines: [var first, ..] } ? Of(first) : null);

    private string? Next(Place? place, bool isBlock)
    {
        if (place?.Line is null || (marked is [.., ({ } last, _)] && (last.File, last.Line, last.Column ?? 1) == (place.File, place.Line, place.Column ?? 1)))
        {
            return null;
        }

        marked.Add((place, isBlock));
        return $"mark({marked.Count - 1});";
    }
}
