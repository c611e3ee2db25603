namespace FinalAccounts.Service.Store;

/// <summary>One thing said to one receiver by one way. Written in the transaction of what it tells of; sent afterwards, once.</summary>
public sealed class Notice
{
    /// <summary>Key in the database, and the order in which notices are sent.</summary>
    public long Id { get; set; }

    /// <summary>What it is about.</summary>
    public NoticeKind Kind { get; set; }

    /// <summary>How it reaches its receiver.</summary>
    public NoticeWay Way { get; set; }

    /// <summary>To whom; null for a robot.</summary>
    public long? PersonId { get; set; }

    /// <summary>The robot of a group chat; null for a person.</summary>
    public long? RobotId { get; set; }

    /// <summary>Of which unit; null for what is about templates.</summary>
    public long? UnitId { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>决算年度; 0 for what is about templates.</summary>
    public int Year { get; set; }

    /// <summary>What happened, in a few Chinese words that everybody may read: 第2版已退回. No figure, nothing that is not public.</summary>
    public required string Text { get; set; }

    /// <summary>More, for the page alone, which only those see who may see the unit; null when nothing.</summary>
    public string? Detail { get; set; }

    /// <summary>The page where it is seen to, without the service's address.</summary>
    public required string Path { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Where it stands on its way.</summary>
    public NoticeState State { get; set; }

    /// <summary>The sender that has it; null while none has.</summary>
    public Guid? Claim { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next; of one that is being sent, until when that may take.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>When it was sent or given up.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why the latest try failed, in Chinese; null when none did.</summary>
    public string? Problem { get; set; }

    /// <summary>When its receiver saw it, in the page; null for the other ways.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>What must be said once only to this receiver by this way, as a key; null for what happens when it happens.</summary>
    public string? Once { get; set; }
}

/// <summary>What notices are about.</summary>
public enum NoticeKind
{
    /// <summary>送审.</summary>
    Submitted,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>审定.</summary>
    Approved,

    /// <summary>公开.</summary>
    Published,

    /// <summary>The day by which it must be public is over.</summary>
    Late,

    /// <summary>A generation failed.</summary>
    Failed,

    /// <summary>Somebody named the receiver in a comment.</summary>
    Mentioned,

    /// <summary>Somebody answered the receiver's comment.</summary>
    Answered,
}

/// <summary>How a notice reaches its receiver.</summary>
public enum NoticeWay
{
    /// <summary>In the pages, behind the bell.</summary>
    Page,

    Mail,

    /// <summary>By a robot in a group chat.</summary>
    Robot,
}

/// <summary>Where a notice stands on its way.</summary>
public enum NoticeState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>A sender has it.</summary>
    Sending,

    /// <summary>The receiver's server took it; in the page: it is there.</summary>
    Sent,

    /// <summary>Given up.</summary>
    Failed,

    /// <summary>The connection broke when it was under way: it may have arrived, and is not sent again.</summary>
    Unknown,
}

/// <summary>By which ways somebody wants notices of a kind. Without a row: by all.</summary>
public sealed class NoticeChoice
{
    public long PersonId { get; set; }

    /// <summary>Of what.</summary>
    public NoticeKind Kind { get; set; }

    public bool Page { get; set; }

    public bool Mail { get; set; }
}

/// <summary>A robot of a group chat, to whom the bureau's notices go.</summary>
public sealed class Robot
{
    public long Id { get; set; }

    /// <summary>For people: the group's name.</summary>
    public required string Name { get; set; }

    /// <summary>Whose robot.</summary>
    public RobotForm Form { get; set; }

    /// <summary>Where it listens. Whoever knows it can write into the group: shown to nobody again.</summary>
    public required string Address { get; set; }

    /// <summary>What messages are signed with (钉钉 加签); null for none. Shown to nobody again.</summary>
    public string? Secret { get; set; }

    /// <summary>The <see cref="NoticeKind"/>s it gets, divided by commas.</summary>
    public required string Kinds { get; set; }

    /// <summary>False while it gets nothing.</summary>
    public bool Enabled { get; set; } = true;

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>Whose robot, which decides the form of its messages.</summary>
public enum RobotForm
{
    /// <summary>企业微信.</summary>
    WeCom,

    /// <summary>钉钉.</summary>
    DingTalk,
}
