namespace FinalAccounts.Narration;

/// <summary>What one section template says for one unit.</summary>
/// <param name="File">The template's path in the set: sections/收入支出总体.sbn.</param>
/// <param name="Blocks">Headings (without id), paragraphs, lists, tables and charts in order; with errors, as far as they could be made.</param>
/// <param name="Findings">Mistakes of the template, with places.</param>
public sealed record NarratedSection(string File, IReadOnlyList<Block> Blocks, IReadOnlyList<Finding> Findings)
{
    /// <summary>Data that it asked for in vain; what is missing in several sections is said once (<see cref="MissingData.Findings"/>).</summary>
    public IReadOnlyList<MissingData> Missing { get; init; } = [];

    /// <summary>How much it printed.</summary>
    public PrintedSize Size { get; init; }

    /// <summary>The template line that printed each inline, by reference; empty unless it was asked for.</summary>
    public IReadOnlyDictionary<Inline, Place> InlinePlaces { get; init; } = NoPlaces;

    private static readonly Dictionary<Inline, Place> NoPlaces = [];
}
