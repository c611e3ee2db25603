using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinalAccounts.Rendering.Typst.Worker;

/// <summary>What the worker is asked for; the source goes along as the body.</summary>
/// <param name="Fonts">The font files that the source names families of.</param>
/// <param name="Standards">A PDF in each of these; null for drawings (SVG) of the pages.</param>
/// <param name="Keep">For how many further documents the compiler remembers what it computed.</param>
internal sealed record WorkerRequest(IReadOnlyList<string> Fonts, IReadOnlyList<string>? Standards, int Keep)
{
    /// <summary>How many pages are drawn, from the first.</summary>
    public int Most { get; init; }
}

/// <summary>The head of an answer; the files come as the body, one after the other.</summary>
internal sealed record WorkerAnswer
{
    /// <summary>Why there is no file, in the compiler's words; null when all is well.</summary>
    public IReadOnlyList<string>? Error { get; init; }

    /// <summary>Pairs of a heading's id and its page.</summary>
    public IReadOnlyList<IReadOnlyList<JsonElement>> Pages { get; init; } = [];

    /// <summary>Of each mark its number, its page and where it stands on it in pt, from the left and from above; of drawings only.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Places { get; init; } = [];

    /// <summary>How many pages there are.</summary>
    public int PageCount { get; init; }

    /// <summary>Each file's length in bytes.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [];

    /// <summary>What the compiler remarked.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The worker's memory in bytes after this document.</summary>
    public long Memory { get; init; }

    /// <summary>Milliseconds that the parts took.</summary>
    public WorkerTimes Times { get; init; } = new();
}

/// <summary>Milliseconds that the parts of a document took.</summary>
internal sealed record WorkerTimes
{
    /// <summary>The layout.</summary>
    public double LayOut { get; init; }

    /// <summary>Writing the files.</summary>
    public double Write { get; init; }
}

/// <summary>The messages' JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext;
