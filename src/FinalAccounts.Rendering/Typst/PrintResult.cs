namespace FinalAccounts.Rendering.Typst;

/// <summary>A printed document.</summary>
/// <param name="Pdf">The file.</param>
/// <param name="Pages">On which page each heading stands; the contents say the same.</param>
/// <param name="Warnings">A sentence in Chinese for every font that was not its role's first choice, and for what a standard other than PDF/UA-1 leaves out.</param>
/// <param name="Timings">How long it took.</param>
public sealed record PrintResult(
    ReadOnlyMemory<byte> Pdf, PageMap Pages, IReadOnlyList<string> Warnings, PrintTimings Timings);

/// <summary>How long a print took.</summary>
/// <param name="WorkerStart">Zero when the worker was warm.</param>
/// <param name="LayOut">The layout.</param>
/// <param name="Write">Writing the PDF.</param>
public sealed record PrintTimings(TimeSpan WorkerStart, TimeSpan LayOut, TimeSpan Write);
