namespace FinalAccounts.Service.Store;

/// <summary>A published document that somebody had audited, with what was found. Never edited.</summary>
public sealed class DocumentReview
{
    public long Id { get; set; }

    /// <summary>The file's name as people know it.</summary>
    public required string Name { get; set; }

    /// <summary>The file, an artifact.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The report as a web page, an artifact.</summary>
    public required string ReportSha256 { get; set; }

    /// <summary>The tables as canonical JSON, an artifact; null when the document could not be audited.</summary>
    public string? AccountsSha256 { get; set; }

    /// <summary>The unit as the document names it; null when the document could not be audited.</summary>
    public string? Unit { get; set; }

    /// <summary>决算年度; null when the document could not be audited.</summary>
    public int? Year { get; set; }

    /// <summary>The template set by which it was read; null when the document could not be audited.</summary>
    public string? Set { get; set; }

    /// <summary>How many of the set's tables were found.</summary>
    public int TablesFound { get; set; }

    /// <summary>How many tables the set has.</summary>
    public int Tables { get; set; }

    /// <summary>Errors, and what could not be read.</summary>
    public int Errors { get; set; }

    public int Warnings { get; set; }

    /// <summary>Rules that could not be checked.</summary>
    public int NotChecked { get; set; }

    /// <summary>All findings as a JSON array (the form of <c>check --json</c>).</summary>
    public string Findings { get; set; } = "[]";

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }
}
