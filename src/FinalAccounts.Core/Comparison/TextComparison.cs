using FinalAccounts.Documents.Comparison;

namespace FinalAccounts.Comparison;

/// <summary>Two texts of several lines compared word by word, for templates.</summary>
public static class TextComparison
{
    /// <summary>The stretches kept, removed and added; what is kept and added is the later text.</summary>
    public static IReadOnlyList<TextEdit> Of(string before, string after) => TextDifference.Of(before, after).Edits;
}
