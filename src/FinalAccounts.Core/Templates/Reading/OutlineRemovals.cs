namespace FinalAccounts.Templates.Reading;

/// <summary>An inherited outline without the entries of what a set removes; the ordinals of the entries that stay are counted anew.</summary>
internal static class OutlineRemovals
{
    /// <summary>The outline as it counts; a part without entries goes.</summary>
    /// <param name="file">The outline's file with its set: a set that writes its own outline leaves out what it removes by itself.</param>
    public static Outline Apply(Outline outline, string file, Removals removals) => outline with
    {
        Parts = [.. outline.Parts.Select(part => Without(part, file, removals)).Where(part => part.Items.Count > 0)],
    };

    private static OutlinePart Without(OutlinePart part, string file, Removals removals)
    {
        var kept = part.Items.Where(item =>
            !(item.Table is { } table && removals.Takes("tables", table, file))
            && !(item.Section is { } section && removals.Takes("sections", section, file))
            && !(item.Annex is { } annex && removals.Takes("annexes", annex, file))).ToList();
        return kept.Count == part.Items.Count ? part : part with { Items = Numbered(kept, Ordinals(part.Items)) };
    }

    // Entries of which a condition chooses one share a number; they go on sharing it.
    private static List<OutlineItem> Numbered(List<OutlineItem> items, List<string> before)
    {
        var numbers = Ordinals(items).Zip(before).ToDictionary(pair => pair.First, pair => pair.Second);
        return items.ConvertAll(item => item with { Title = Renumber(item.Title), ContentsText = Renumber(item.ContentsText) });

        string? Renumber(string? title) => OutlineOrdinals.Of(title) is { } ordinal ? numbers[ordinal] + title![ordinal.Length..] : title;
    }

    private static List<string> Ordinals(IEnumerable<OutlineItem> items) =>
        [.. items.SelectMany(item => new[] { item.Title, item.ContentsText }).Select(OutlineOrdinals.Of).OfType<string>().Distinct()];
}
