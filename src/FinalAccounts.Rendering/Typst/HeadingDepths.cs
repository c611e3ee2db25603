namespace FinalAccounts.Rendering.Typst;

/// <summary>How deep each heading stands among the headings. PDF/UA allows no level to be left out, a document does: a fourth level right below a second.</summary>
internal static class HeadingDepths
{
    /// <summary>Heading id to depth from 1.</summary>
    public static IReadOnlyDictionary<string, int> Of(Document document)
    {
        var depths = new Dictionary<string, int>();
        var above = new Stack<int>();
        foreach (var heading in document.Blocks.OfType<Heading>())
        {
            while (above.TryPeek(out var level) && level >= heading.Level)
            {
                above.Pop();
            }

            above.Push(heading.Level);
            depths[heading.Id] = above.Count;
        }

        return depths;
    }
}
