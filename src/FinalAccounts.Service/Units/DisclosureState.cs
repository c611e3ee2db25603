using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Units;

/// <summary>How far one unit's disclosure of a year has come, and what comes next.</summary>
public sealed record DisclosureState
{
    /// <summary>The day it is looked at.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The import in force; null when there is none.</summary>
    public int? ImportNumber { get; init; }

    /// <summary>How many findings of the data as they are now, corrected, stop publishing; null while they are not checked since something changed.</summary>
    public int? DataErrors { get; init; }

    /// <summary>What changed since the latest edition was made: 数据, 更正, 模板; null while it is not known.</summary>
    public IReadOnlyList<string>? Changed { get; init; }

    /// <summary>批复日期; null when not known.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>An import newer than the one in force that waits to be accepted; null when none does.</summary>
    public int? PendingNumber { get; init; }

    /// <summary>Corrections in force.</summary>
    public int Corrections { get; init; }

    /// <summary>When import or corrections last changed.</summary>
    public DateTimeOffset? DataChangedAt { get; init; }

    /// <summary>The latest run; null when there was none.</summary>
    public RunState? RunState { get; init; }

    /// <summary>See <see cref="RunState"/>.</summary>
    public Guid? RunId { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>Why it failed.</summary>
    public string? RunFailure { get; init; }

    /// <summary>The latest edition; null when there is none.</summary>
    public int? EditionNumber { get; init; }

    /// <summary>See <see cref="EditionNumber"/>.</summary>
    public EditionState? EditionState { get; init; }

    /// <summary>How many findings stop its publication.</summary>
    public int EditionErrors { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? EditionAt { get; init; }

    /// <summary>The edition that is public; null when none is.</summary>
    public int? PublishedNumber { get; init; }

    /// <summary>The last day to publish; null while the approval is not known.</summary>
    public DateOnly? Deadline => ApprovedOn?.AddDays(Disclosures.DaysToPublish);

    /// <summary>Days left; negative when it is over. Null when published or not known.</summary>
    public int? DaysLeft => PublishedNumber is null && Deadline is { } deadline ? deadline.DayNumber - Today.DayNumber : null;

    /// <summary>Whether data, corrections or templates changed after the latest edition was made.</summary>
    public bool DataIsNewer => Changed is { } changes ? changes.Count > 0 : DataChangedAt is { } changed && changed > (EditionAt ?? DateTimeOffset.MinValue) && changed > (RunState is Store.RunState.Done or null ? RunAt ?? DateTimeOffset.MinValue : DateTimeOffset.MinValue);

    /// <summary>What comes next.</summary>
    public NextStep Next => this switch
    {
        { PendingNumber: not null } => NextStep.Accept,
        { ImportNumber: null } => NextStep.HandIn,
        { RunState: Store.RunState.Queued or Store.RunState.Running } => NextStep.Wait,
        { RunState: Store.RunState.Failed } when (EditionAt is null || RunAt > EditionAt) && !(DataChangedAt > RunAt) => NextStep.Retry,
        { DataErrors: > 0 } when EditionNumber is null || DataIsNewer => NextStep.Correct,
        { EditionNumber: null } => NextStep.Generate,
        _ when DataIsNewer => NextStep.Generate,
        { EditionState: Store.EditionState.Draft, EditionErrors: > 0 } => NextStep.Correct,
        { EditionState: Store.EditionState.Draft } => NextStep.SendToReview,
        { EditionState: Store.EditionState.InReview } => NextStep.Review,
        { EditionState: Store.EditionState.Approved } => NextStep.Publish,
        _ => NextStep.Nothing,
    };
}

/// <summary>What comes next for a unit's disclosure.</summary>
public enum NextStep
{
    /// <summary>Upload the workbooks.</summary>
    HandIn,

    /// <summary>Look at what was read, accept or turn down.</summary>
    Accept,

    Generate,

    /// <summary>A run is under way.</summary>
    Wait,

    /// <summary>The run failed.</summary>
    Retry,

    /// <summary>The draft has errors.</summary>
    Correct,

    SendToReview,

    /// <summary>A reviewer's turn.</summary>
    Review,

    Publish,

    /// <summary>All is done.</summary>
    Nothing,
}
