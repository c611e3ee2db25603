namespace FinalAccounts.Documents;

/// <summary>The standard that a PDF declares: PDF/UA-1 (ISO 14289-1) for people who read with a screen reader, or one of PDF/A (ISO 19005) for archives. A file declares one of them.</summary>
/// <param name="Name">As people and the compiler name it: ua-1, a-2a.</param>
public sealed record PdfStandard(string Name)
{
    /// <summary>PDF/UA-1.</summary>
    public static PdfStandard Accessible { get; } = new("ua-1");

    /// <summary>All that can be asked for.</summary>
    public static IReadOnlyList<PdfStandard> All { get; } =
        [Accessible, .. new[] { "a-1b", "a-2b", "a-2u", "a-2a", "a-3b", "a-3u", "a-3a", "a-4" }.Select(name => new PdfStandard(name))];

    /// <summary>The names, for messages.</summary>
    public static string Known { get; } = string.Join('、', All.Select(standard => standard.Name));

    /// <summary>As its document names it: PDF/UA-1, PDF/A-2a.</summary>
    public string Title => "PDF/" + char.ToUpperInvariant(Name[0]) + (Name[0] == 'u' ? "A" : "") + Name[Name.IndexOf('-', StringComparison.Ordinal)..];

    /// <summary>PDF 1.4 (GB/T 23286.1), which has no tags for the head and body of a table and no object streams.</summary>
    public bool IsOld => Name.StartsWith("a-1", StringComparison.Ordinal);

    /// <summary>Finds a standard by its name, in any case; null when there is none of this name.</summary>
    public static PdfStandard? Find(string name) => All.FirstOrDefault(standard => standard.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}
