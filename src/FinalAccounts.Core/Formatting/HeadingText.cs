namespace FinalAccounts.Formatting;

/// <summary>Whether text that is marked as a heading looks like one: a whole sentence is a paragraph, whatever its level says.</summary>
internal static class HeadingText
{
    private const int MostCharacters = 40;

    /// <summary>Short, and not ended as a sentence is.</summary>
    public static bool Looks(string line) => line.Length <= MostCharacters && line.TrimEnd() is [.., not ('。' or '；' or '，' or '、' or '！' or '？')];
}
