namespace FinalAccounts.Service.Store;

/// <summary>A version of one file of a template set, made in the workbench. The highest published version of a file lies over the shipped one.</summary>
public sealed class TemplateVersion
{
    /// <summary>Key in the database.</summary>
    public long Id { get; set; }

    /// <summary>The set's key.</summary>
    public required string Set { get; set; }

    /// <summary>The file's path in the set, with /.</summary>
    public required string Path { get; set; }

    /// <summary>1, 2, 3 … per set and path.</summary>
    public int Number { get; set; }

    /// <summary>The text; null where this version removes the file (the shipped or inherited one shows again).</summary>
    public string? Content { get; set; }

    /// <summary>What was changed and why, in the author's words.</summary>
    public required string Message { get; set; }

    /// <summary>Where it stands.</summary>
    public TemplateVersionState State { get; set; }

    /// <summary>Who proposed it.</summary>
    public required string By { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who approved or turned it down; never the author.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What they said.</summary>
    public string? Decision { get; set; }
}

/// <summary>Where a version of a template stands.</summary>
public enum TemplateVersionState
{
    /// <summary>Waits for approval.</summary>
    Proposed,

    /// <summary>In force (the highest published number of a file counts).</summary>
    Published,

    /// <summary>Turned down or withdrawn.</summary>
    Rejected,
}

/// <summary>What somebody has typed and not proposed yet; one per person and file. Never reaches an edition.</summary>
public sealed class TemplateDraft
{
    /// <summary>Key in the database.</summary>
    public long Id { get; set; }

    /// <summary>The set's key.</summary>
    public required string Set { get; set; }

    /// <summary>The file's path in the set.</summary>
    public required string Path { get; set; }

    /// <summary>Whose draft.</summary>
    public required string By { get; set; }

    /// <summary>The text so far.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of the text in force when the draft was begun: tells that somebody else has published meanwhile.</summary>
    public required string BaseSha256 { get; set; }

    /// <summary>Counts saves; a save that names another number than the stored one is refused, so nobody overwrites silently.</summary>
    public int Revision { get; set; }

    /// <summary>When it was saved last.</summary>
    public DateTimeOffset At { get; set; }
}
