namespace FinalAccounts.Service.Store;

/// <summary>A run of runs: all units of a year. How many are done, failed and left follows from its runs.</summary>
public sealed class Batch
{
    /// <summary>Key; made by the one who asks, so that asking twice is one batch.</summary>
    public Guid Id { get; set; }

    /// <summary>决算年度.</summary>
    public int Year { get; set; }

    /// <summary>Who asked, or the schedule's name.</summary>
    public required string By { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>The schedule that started it; null when a person did.</summary>
    public long? ScheduleId { get; set; }

    /// <summary>The moment of the schedule that it serves; unique with <see cref="ScheduleId"/>, so that a moment is served once.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public bool CancelRequested { get; set; }

    public List<Run> Runs { get; set; } = [];
}
