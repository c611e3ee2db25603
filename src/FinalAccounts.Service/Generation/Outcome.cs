namespace FinalAccounts.Service.Generation;

/// <summary>How an attempt at a run ended.</summary>
/// <param name="Failure">A Chinese sentence; null unless it failed.</param>
/// <param name="FindingsJson">The findings that stopped it; null when none did.</param>
internal sealed record Outcome(OutcomeKind Kind, string? Failure, string? FindingsJson)
{
    public static readonly Outcome Done = new(OutcomeKind.Done, null, null);
    public static readonly Outcome Cancelled = new(OutcomeKind.Cancelled, null, null);
    public static readonly Outcome Stopping = new(OutcomeKind.Stopping, null, null);
    public static readonly Outcome Lost = new(OutcomeKind.Lost, null, null);

    public static Outcome Failed(string failure) => new(OutcomeKind.Failed, failure, null);

    public static Outcome Failed(string failure, IReadOnlyList<Finding> findings) =>
        new(OutcomeKind.Failed, failure, findings.Count == 0 ? null : FinalAccounts.Findings.FindingsJson.Write(findings));

    public static Outcome Again(string failure) => new(OutcomeKind.Again, failure, null);
}

/// <summary>The ways an attempt ends.</summary>
internal enum OutcomeKind
{
    /// <summary>The edition exists.</summary>
    Done,

    /// <summary>It cannot succeed with these inputs.</summary>
    Failed,

    /// <summary>It failed, and may succeed another time.</summary>
    Again,

    /// <summary>Somebody asked to stop it.</summary>
    Cancelled,

    /// <summary>The process stops; another takes the run.</summary>
    Stopping,

    /// <summary>Another worker has the run: nothing to write.</summary>
    Lost,
}
