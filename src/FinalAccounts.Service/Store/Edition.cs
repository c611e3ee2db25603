namespace FinalAccounts.Service.Store;

/// <summary>A disclosure as it was generated, numbered per unit and year. Its content never changes; only its state does.</summary>
public sealed class Edition
{
    public long Id { get; set; }

    /// <summary>Whose disclosure.</summary>
    public long UnitId { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>决算年度.</summary>
    public int Year { get; set; }

    /// <summary>1, 2, 3 … per unit and year.</summary>
    public int Number { get; set; }

    public EditionState State { get; set; }

    /// <summary>SHA-256 over everything it was made from; unique per unit and year, so that equal inputs never make two editions.</summary>
    public required string InputsHash { get; set; }

    /// <summary>The accounts it was made from, corrections applied, as canonical JSON (an artifact).</summary>
    public required string AccountsSha256 { get; set; }

    /// <summary>The template set's key.</summary>
    public required string TemplateSet { get; set; }

    /// <summary>SHA-256 over the set's files, parents included.</summary>
    public required string TemplateSetHash { get; set; }

    /// <summary>The set's files as they were, for comparison: an artifact (KeptTemplates as JSON).</summary>
    public required string TemplatesSha256 { get; set; }

    /// <summary>The document for comparison: an artifact (DocumentJson).</summary>
    public required string TextSha256 { get; set; }

    /// <summary>The import in force when it was made.</summary>
    public long ImportId { get; set; }

    /// <summary>Name and version of the program.</summary>
    public required string Program { get; set; }

    /// <summary>All findings as a JSON array.</summary>
    public string Findings { get; set; } = "[]";

    /// <summary>How many findings stop publishing.</summary>
    public int Errors { get; set; }

    /// <summary>Font substitutions and the like, Chinese, a line each.</summary>
    public string Warnings { get; set; } = "";

    public List<EditionFile> Files { get; set; } = [];

    /// <summary>What happened to it, in order.</summary>
    public List<EditionEvent> Events { get; set; } = [];

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }
}

/// <summary>A file of an edition.</summary>
public sealed class EditionFile
{
    public long Id { get; set; }

    public long EditionId { get; set; }

    /// <summary>docx, pdf, html, xlsx or json (the manifest); unique in the edition together with <see cref="Draft"/>.</summary>
    public required string Format { get; set; }

    /// <summary>Whether it says that it is a draft. When an edition is published over its errors, files that do not say so are added; the draft's stay.</summary>
    public bool Draft { get; set; }

    /// <summary>The name people download it under.</summary>
    public required string Name { get; set; }

    /// <summary>The artifact.</summary>
    public required string Sha256 { get; set; }

    public long Size { get; set; }

    /// <summary>Pages, where the format has them.</summary>
    public int? Pages { get; set; }
}

/// <summary>A change of an edition's state.</summary>
public sealed class EditionEvent
{
    public long Id { get; set; }

    public long EditionId { get; set; }

    /// <summary>The state from then on.</summary>
    public EditionState State { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Whether a reviewer sent it back; a draft that was taken back by its own people is none.</summary>
    public bool Returned { get; set; }

    /// <summary>What they said: why it goes back, why it is published over errors; null when nothing.</summary>
    public string? Comment { get; set; }
}

/// <summary>Where an edition stands: draft → in review → approved → published → superseded. Review may send it back to draft.</summary>
public enum EditionState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>审核中.</summary>
    InReview,

    /// <summary>已审定.</summary>
    Approved,

    /// <summary>已公开.</summary>
    Published,

    /// <summary>已被新版本取代.</summary>
    Superseded,
}
