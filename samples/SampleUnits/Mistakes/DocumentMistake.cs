using FinalAccounts.Documents;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>A kind of mistake in a finished document, as people make it who type it themselves.</summary>
/// <param name="Plant">Plants one by chance; null when the document has no place for it.</param>
public sealed record DocumentMistake(string Name, Func<Document, int, PlantedText?> Plant)
{
    /// <summary>All kinds: sentences and tables.</summary>
    public static IReadOnlyList<DocumentMistake> All { get; } = [.. SentenceMistakes.All(), .. PrintedTableMistakes.All()];
}

/// <summary>A document with something changed in it.</summary>
/// <param name="Changed">The paragraph or cell as it reads now: a finding at it has found the mistake.</param>
public sealed record PlantedText(Document Document, string Changed)
{
    /// <summary>Whether it stands in a sentence, else in a table.</summary>
    public bool InSentence { get; init; }
}

/// <summary>Changes single blocks of a document.</summary>
internal static class DocumentEdits
{
    /// <summary>The document with another block in the place of one.</summary>
    public static Document With(Document document, Block old, Block now) =>
        document with { Sections = [.. document.Sections.Select(section => section with { Blocks = [.. section.Blocks.Select(block => ReferenceEquals(block, old) ? now : block)] })] };

    /// <summary>Text whose words nobody vouches for.</summary>
    public static IReadOnlyList<Inline> Typed(string text) => [new Text(text)];
}
