namespace FinalAccounts.Service.Store;

/// <summary>A version of one file of a template set, made in the workbench. The highest published version of a file lies over the shipped one.</summary>
public sealed class TemplateVersion
{
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

    public TemplateVersionState State { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who approved or turned it down; never the author.</summary>
    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? Decision { get; set; }

    /// <summary>The <see cref="TemplateProposal"/> it came with; null for one that was put in otherwise.</summary>
    public Guid? ProposalId { get; set; }

    /// <summary>Number of the published version that it took the place of, 0 for the text under all of them; null when not published so. Unique, so that two approvals at the same moment cannot both follow the same text.</summary>
    public int? Follows { get; set; }

    /// <summary>What lay under it when it was published: the shipped or inherited text; null when there was none. Tells later that the program brought another text.</summary>
    public string? Below { get; set; }
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

/// <summary>Changes of a template set on their way: prepared, tried on every unit's data, proposed, decided. Nothing of it reaches an edition before somebody else has approved it.</summary>
public sealed class TemplateProposal
{
    public Guid Id { get; set; }

    /// <summary>The set's key; of a set that there is not yet for a copy.</summary>
    public required string Set { get; set; }

    /// <summary>What it came from.</summary>
    public TemplateProposalKind Kind { get; set; }

    public TemplateProposalState State { get; set; }

    /// <summary>What was changed and why; before it is proposed, what is suggested to say.</summary>
    public string Message { get; set; } = "";

    /// <summary>The changed files as a JSON array: path, text, and the text in force when it was prepared.</summary>
    public required string Files { get; set; }

    public required string By { get; set; }

    /// <summary>When it was prepared; once proposed, when that was.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who approved, turned down or withdrew it.</summary>
    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? Decision { get; set; }

    /// <summary>Of an approved change that waits, the first day that it counts, as people in China count; null: it waits for the next year's set.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>The copy for the next year that has taken it in; null while none has.</summary>
    public Guid? TakenBy { get; set; }

    /// <summary>How far the trial is.</summary>
    public TrialState Trial { get; set; }

    /// <summary>Counts trials of it: a job that was begun for an earlier one stops.</summary>
    public int TrialNumber { get; set; }

    /// <summary>Units tried.</summary>
    public int TrialDone { get; set; }

    /// <summary>Units to try.</summary>
    public int TrialTotal { get; set; }

    /// <summary>When its job last said that it is alive; null before it began.</summary>
    public DateTimeOffset? TrialAt { get; set; }

    /// <summary>What came out, as JSON; null before the end.</summary>
    public string? TrialResult { get; set; }
}

/// <summary>What a proposal came from.</summary>
public enum TemplateProposalKind
{
    /// <summary>Drafts of the workbench.</summary>
    Draft,

    /// <summary>An earlier version brought back.</summary>
    Restore,

    /// <summary>A set handed in as a ZIP.</summary>
    Import,

    /// <summary>A set made from another for a new year.</summary>
    Copy,

    /// <summary>Changes of the shipped text taken up.</summary>
    Shipped,

    /// <summary>A set put together for a region that had none.</summary>
    New,
}

/// <summary>What the kinds have in common.</summary>
public static class TemplateProposalKinds
{
    /// <summary>Whether a whole set is proposed, which may be one that there is not yet.</summary>
    public static bool IsWholeSet(this TemplateProposalKind kind) => kind is TemplateProposalKind.Import or TemplateProposalKind.Copy or TemplateProposalKind.New;

    /// <summary>Whether it was made of somebody's drafts, which are gone with it and come back when it is sent back.</summary>
    public static bool IsOfDrafts(this TemplateProposalKind kind) => kind is TemplateProposalKind.Draft or TemplateProposalKind.New;
}

/// <summary>Where a proposal stands.</summary>
public enum TemplateProposalState
{
    /// <summary>Tried, not sent.</summary>
    Prepared,

    /// <summary>Waits for approval.</summary>
    Proposed,

    /// <summary>Approved, and waits for its day or for the next year's set.</summary>
    Approved,

    /// <summary>In force.</summary>
    Published,

    /// <summary>Turned down.</summary>
    Rejected,

    /// <summary>Taken back by its author.</summary>
    Withdrawn,
}

/// <summary>How far a trial is.</summary>
public enum TrialState
{
    /// <summary>Waits for a worker.</summary>
    Waiting,

    /// <summary>At work.</summary>
    Running,

    /// <summary>All units were tried.</summary>
    Done,

    /// <summary>The set cannot be compiled with the changes: nothing was tried, the findings say why.</summary>
    Broken,

    /// <summary>Stopped by somebody.</summary>
    Cancelled,
}

/// <summary>What somebody has typed and not proposed yet; one per person and file. Never reaches an edition.</summary>
public sealed class TemplateDraft
{
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
