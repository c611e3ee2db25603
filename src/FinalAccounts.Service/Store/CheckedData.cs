namespace FinalAccounts.Service.Store;

/// <summary>What the checks say of a unit's data of a year, with what they were made from: as soon as one of it is another, they are old and made again.</summary>
public sealed class CheckedData
{
    /// <summary>Whose data.</summary>
    public long UnitId { get; set; }

    /// <summary>决算年度.</summary>
    public int Year { get; set; }

    /// <summary>The import that was in force.</summary>
    public long ImportId { get; set; }

    /// <summary>The latest correction, undone or not; 0 when there was none.</summary>
    public long LastCorrection { get; set; }

    /// <summary>How many corrections were undone.</summary>
    public int Undone { get; set; }

    /// <summary>The template set's key.</summary>
    public required string TemplateSet { get; set; }

    /// <summary>SHA-256 over its files, parents included.</summary>
    public required string TemplateSetHash { get; set; }

    /// <summary>Name and version of the program.</summary>
    public required string Program { get; set; }

    /// <summary>SHA-256 of the accounts as corrected, in canonical JSON: an edition made from the same has the same.</summary>
    public required string AccountsSha256 { get; set; }

    /// <summary>All findings as a JSON array.</summary>
    public required string Findings { get; set; }

    /// <summary>How many of them stop publishing.</summary>
    public int Errors { get; set; }

    public DateTimeOffset At { get; set; }
}
