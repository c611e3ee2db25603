namespace FinalAccounts.Rendering.Pdf;

/// <summary>How documents are printed.</summary>
public sealed record PrintOptions
{
    /// <summary>The browser's file; null to look for Chromium in the usual places.</summary>
    public string? BrowserPath { get; init; }

    /// <summary>How long one document may take, all passes and the browser's start together.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(120);
}
