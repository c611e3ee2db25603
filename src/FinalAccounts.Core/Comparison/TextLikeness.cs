namespace FinalAccounts.Comparison;

/// <summary>A text as the collection of its pieces, for telling quickly how much two texts have in common.</summary>
internal sealed class TextLikeness
{
    private readonly ulong[] pieces;

    private TextLikeness(ulong[] pieces) => this.pieces = pieces;

    /// <summary>The pieces of a text.</summary>
    public static TextLikeness Of(string text)
    {
        var pieces = TextTokens.Split(text).Where(piece => !string.IsNullOrWhiteSpace(piece)).Select(Hash).ToArray();
        Array.Sort(pieces);
        return new TextLikeness(pieces);
    }

    /// <summary>1 when both have the same pieces, 0 when none is common: twice the common ones by all.</summary>
    public double To(TextLikeness other)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < pieces.Length && j < other.pieces.Length)
        {
            switch (pieces[i].CompareTo(other.pieces[j]))
            {
                case 0:
                    (common, i, j) = (common + 1, i + 1, j + 1);
                    break;
                case < 0:
                    i++;
                    break;
                default:
                    j++;
                    break;
            }
        }

        var all = pieces.Length + other.pieces.Length;
        return all == 0 ? 1 : 2.0 * common / all;
    }

    // FNV-1a: the same at every run, which string.GetHashCode is not.
    private static ulong Hash(string piece)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in piece)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return hash;
    }
}
