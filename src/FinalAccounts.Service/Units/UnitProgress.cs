namespace FinalAccounts.Service.Units;

/// <summary>A unit with how far it has come, as lists show it.</summary>
public sealed record UnitProgress(Store.Unit Unit, DisclosureState State)
{
    /// <summary>Days before the deadline from which on a unit is to be reminded.</summary>
    public const int Soon = 7;

    /// <summary>How it stands to its deadline.</summary>
    public Due Due => State switch
    {
        { PublishedNumber: not null } => Due.Over,
        { DaysLeft: < 0 } => Due.Late,
        { DaysLeft: <= Soon } => Due.Soon,
        { DaysLeft: not null } => Due.Later,
        _ => Due.Unknown,
    };

    /// <summary>The rows in this order; what is alike by code.</summary>
    public static IEnumerable<UnitProgress> Sorted(IEnumerable<UnitProgress> rows, UnitOrder order) => (order switch
    {
        UnitOrder.Deadline => rows.OrderBy(row => row.Due == Due.Over).ThenBy(row => row.State.Deadline ?? DateOnly.MaxValue),
        UnitOrder.Errors => rows.OrderByDescending(row => row.State.DataErrors ?? 0),
        UnitOrder.Step => rows.OrderBy(row => row.State.Next),
        _ => rows.OrderBy(row => row.Unit.Code, StringComparer.Ordinal),
    }).ThenBy(row => row.Unit.Code, StringComparer.Ordinal);
}

/// <summary>How a unit stands to the day by which it must be public.</summary>
public enum Due
{
    /// <summary>The day is over, and nothing is public.</summary>
    Late,

    /// <summary>Within a week.</summary>
    Soon,

    /// <summary>Later than that.</summary>
    Later,

    /// <summary>批复日期 is not known.</summary>
    Unknown,

    /// <summary>It is public.</summary>
    Over,
}

/// <summary>Orders of the list of units.</summary>
public enum UnitOrder
{
    /// <summary>单位代码.</summary>
    Code,

    /// <summary>The nearest deadline first, what is public last.</summary>
    Deadline,

    /// <summary>The most errors first.</summary>
    Errors,

    /// <summary>In the order of the steps.</summary>
    Step,
}
