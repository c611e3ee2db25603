namespace FinalAccounts.Documents;

/// <summary>The cells of the input that a piece of text prints or follows from.</summary>
public static class InlinePlaces
{
    /// <summary>Their places, in reading order; a cell that stands in several figures comes several times.</summary>
    public static IEnumerable<Place> Of(IEnumerable<Inline> inlines) => inlines.SelectMany(inline => inline switch
    {
        Figure figure => Of(figure.Origin),
        Text text => Of(text.Origin),
        Strong strong => Of(strong.Inlines),
        _ => [],
    });

    private static IEnumerable<Place> Of(Origin? origin) => origin?.Cells.Select(cell => cell.Place).OfType<Place>() ?? [];
}
