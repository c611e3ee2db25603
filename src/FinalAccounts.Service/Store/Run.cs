namespace FinalAccounts.Service.Store;

/// <summary>One generation of one unit's disclosure, from request to edition. Kept for ever: the queue forgets, an annual job must not.</summary>
public sealed class Run
{
    /// <summary>Key; made by the one who asks, so that asking twice is one run.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose disclosure.</summary>
    public long UnitId { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>决算年度.</summary>
    public int Year { get; set; }

    /// <summary>The batch it belongs to; null for a run of its own.</summary>
    public Guid? BatchId { get; set; }

    public Batch? Batch { get; set; }

    public RunState State { get; set; }

    /// <summary>The stage it is in, or was in when it ended; null before the first.</summary>
    public Stage? Stage { get; set; }

    public required string By { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>When it was last put into the queue; null while it is not known to be there. The queue may forget, the sweep looks.</summary>
    public DateTimeOffset? EnqueuedAt { get; set; }

    /// <summary>When a worker first took it.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How often a worker has taken it.</summary>
    public int Attempts { get; set; }

    /// <summary>The worker that has it; null when none.</summary>
    public string? Worker { get; set; }

    /// <summary>Until when the worker's claim holds without renewal; past it another may take the run.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public bool CancelRequested { get; set; }

    /// <summary>Why it failed: a Chinese sentence with the place; null otherwise.</summary>
    public string? Failure { get; set; }

    /// <summary>The findings that stopped it, as a JSON array; null when none.</summary>
    public string? Findings { get; set; }

    /// <summary>The edition it made, or found to exist already for the same inputs.</summary>
    public long? EditionId { get; set; }

    public Edition? Edition { get; set; }

    /// <summary>Milliseconds by stage, as a JSON object; null before the end.</summary>
    public string? Timings { get; set; }
}

/// <summary>Where a run stands. Done, Failed and Cancelled are final.</summary>
public enum RunState
{
    /// <summary>Waits for a worker.</summary>
    Queued,

    /// <summary>A worker has it.</summary>
    Running,

    /// <summary>Its edition exists.</summary>
    Done,

    /// <summary>See <see cref="Run.Failure"/>.</summary>
    Failed,

    /// <summary>Stopped by somebody.</summary>
    Cancelled,
}
