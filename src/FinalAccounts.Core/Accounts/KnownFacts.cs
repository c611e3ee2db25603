namespace FinalAccounts.Accounts;

/// <summary>The names of what the program itself asks of the facts, whatever the set; everything else is the set's own.</summary>
public static class KnownFacts
{
    /// <summary>The sheet of the unit itself.</summary>
    public const string Basics = "基本情况";

    /// <summary>The sheet of the units below it.</summary>
    public const string Members = "所属单位";

    /// <summary>The full name; of a unit below it as well.</summary>
    public const string UnitName = "单位名称";

    /// <summary>The name in print.</summary>
    public const string PublicName = "公开名称";

    /// <summary>Who publishes: 部门, 单位 or 本级.</summary>
    public const string Level = "公开层级";

    /// <summary>A unit that publishes by itself.</summary>
    public const string UnitLevel = "单位";

    /// <summary>决算年度.</summary>
    public const string Year = "年度";

    /// <summary>The day of publication.</summary>
    public const string PublishedOn = "公开日期";

    /// <summary>The day of approval, from which the time to publish runs.</summary>
    public const string ApprovedOn = "批复日期";

    /// <summary>The day on which a new unit began.</summary>
    public const string FoundedOn = "成立日期";
}
