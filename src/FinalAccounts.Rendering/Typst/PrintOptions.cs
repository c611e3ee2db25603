namespace FinalAccounts.Rendering.Typst;

/// <summary>How documents are set.</summary>
public sealed record PrintOptions
{
    /// <summary>Node's file; null to look for it in the path.</summary>
    public string? NodePath { get; init; }

    /// <summary>How long one document may take, the worker's start included.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>A worker that holds more memory than this after a document is replaced, in bytes.</summary>
    public long MostMemory { get; init; } = 1L << 30;
}
