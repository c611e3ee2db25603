namespace FinalAccounts.Service.Store;

/// <summary>Changes of a section that somebody suggests who may not, or does not want to, change it. Its pieces are taken or left one by one; nothing of it counts before it stands in a draft and goes the way of every draft.</summary>
public sealed class TemplateSuggestion
{
    /// <summary>Key in the database, and the order in which suggestions were made.</summary>
    public long Id { get; set; }

    /// <summary>The set's key.</summary>
    public required string Set { get; set; }

    /// <summary>The section's path in the set.</summary>
    public required string Path { get; set; }

    /// <summary>Why, in the words of who suggests it; empty when nothing was said.</summary>
    public required string Message { get; set; }

    /// <summary>The text that was before them.</summary>
    public required string Base { get; set; }

    /// <summary>The pieces as a JSON array: where in <see cref="Base"/>, what goes, what comes, and what became of each.</summary>
    public required string Pieces { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>When every piece was decided, or it was taken back; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Counts decisions: of two people who decide at the same moment, the second is told.</summary>
    public int Revision { get; set; }
}

/// <summary>That somebody has a section open. Each window says so every few seconds; a row that was not renewed counts no more.</summary>
public sealed class TemplatePresence
{
    /// <summary>The set's key.</summary>
    public required string Set { get; set; }

    /// <summary>The section's path in the set.</summary>
    public required string Path { get; set; }

    public required string By { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>When it was renewed last.</summary>
    public DateTimeOffset SeenAt { get; set; }
}
