namespace FinalAccounts.Service.Store;

/// <summary>One change or download, kept for the administrator. Added in the transaction of the change itself; never edited.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Sign-in name, the token's name, or the schedule's.</summary>
    public required string By { get; set; }

    /// <summary>What was done, as an identifier (edition.published, import.uploaded).</summary>
    public required string Action { get; set; }

    /// <summary>To what: unit code, year, edition number … as people name it.</summary>
    public required string Subject { get; set; }

    /// <summary>More, in Chinese; never secrets. Null when nothing.</summary>
    public string? Detail { get; set; }

    /// <summary>Over all this and the hash of the entry before (<see cref="AuditChain"/>); given when it is saved.</summary>
    public string Hash { get; set; } = "";
}
