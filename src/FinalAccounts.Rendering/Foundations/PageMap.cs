namespace FinalAccounts.Rendering.Foundations;

/// <summary>The page on which each heading stands, learned by laying the document out once. Pages count from 1 at the cover.</summary>
/// <param name="Pages">Heading id to page.</param>
/// <param name="PageCount">How many pages the layout has.</param>
public sealed record PageMap(IReadOnlyDictionary<string, int> Pages, int PageCount)
{
    /// <summary>The page of a heading; null when the layout does not know it.</summary>
    public int? PageOf(string headingId) => Pages.TryGetValue(headingId, out var page) ? page : null;
}
