using DiffPlex;
using DiffPlex.Chunkers;

namespace FinalAccounts.Comparison;

/// <summary>Two changes of one text brought together, line by line.</summary>
/// <param name="Text">Both changes in one; null when they touch the same lines differently, and only a person can decide, or when there are too many lines to compare.</param>
/// <param name="Conflicts">At how many places they do.</param>
public sealed record ThreeWayMerge(string? Text, int Conflicts)
{
    /// <summary>Merges.</summary>
    /// <param name="origin">The text both came from.</param>
    /// <param name="one">Changed by the one.</param>
    /// <param name="other">Changed by the other.</param>
    public static ThreeWayMerge Of(string origin, string one, string other)
    {
        if (one == other || other == origin)
        {
            return new ThreeWayMerge(one, 0);
        }

        if (one == origin)
        {
            return new ThreeWayMerge(other, 0);
        }

        if (LineDifference.TooLong(origin, one, other))
        {
            return new ThreeWayMerge(null, 1);
        }

        var merge = ThreeWayDiffer.Instance.CreateMerge(origin, one, other, ignoreWhiteSpace: false, ignoreCase: false, LineEndingsPreservingChunker.Instance);
        return merge.IsSuccessful ? new ThreeWayMerge(string.Concat(merge.MergedPieces), 0) : new ThreeWayMerge(null, merge.ConflictBlocks.Count);
    }
}
