namespace FinalAccounts.Rendering.Pdf;

/// <summary>A printed document.</summary>
/// <param name="Pdf">The file.</param>
/// <param name="Pages">On which page each heading stands; the contents say the same.</param>
/// <param name="Substitutions">A sentence in Chinese for every font that was not its role's first choice.</param>
/// <param name="Timings">How long it took.</param>
public sealed record PrintResult(
    ReadOnlyMemory<byte> Pdf, PageMap Pages, IReadOnlyList<string> Substitutions, PrintTimings Timings);

/// <summary>How long a print took, and in how many passes.</summary>
/// <param name="BrowserStart">Zero when the browser was warm.</param>
/// <param name="Passes">The time of each layout and print.</param>
public sealed record PrintTimings(TimeSpan BrowserStart, IReadOnlyList<TimeSpan> Passes);
