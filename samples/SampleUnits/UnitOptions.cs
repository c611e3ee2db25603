using FinalAccounts.Accounts;

namespace FinalAccounts.Samples;

/// <summary>What a made-up unit is like; equal options give equal accounts.</summary>
/// <param name="Seed">Everything that is not said here follows from it.</param>
public sealed record UnitOptions(int Seed)
{
    /// <summary>公开名称; null: a made-up one.</summary>
    public string? Name { get; init; }

    /// <summary>单位代码; null: a made-up one.</summary>
    public string? Code { get; init; }

    /// <summary>公开层级.</summary>
    public UnitLevel Level { get; init; } = UnitLevel.OwnLevel;

    /// <summary>单位性质: an institution (事业单位) has no 机关运行经费.</summary>
    public UnitNature Nature { get; init; } = UnitNature.Agency;

    /// <summary>How many 所属单位 a department has besides its own level.</summary>
    public int Subordinates { get; init; }

    /// <summary>How many 项 there are, before <see cref="Scale"/>.</summary>
    public int Items { get; init; } = 14;

    /// <summary>Times as many 项, projects and indicators.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>元 with 分, or 万元 rounded cell by cell, so that 尾差 arise as in real tables.</summary>
    public MoneyUnit Unit { get; init; } = MoneyUnit.Yuan;

    /// <summary>The money that there is besides the general public budget.</summary>
    public UnitFunds Funds { get; init; } = UnitFunds.OtherIncome;

    /// <summary>What is known of the year before.</summary>
    public PriorYear Prior { get; init; } = PriorYear.Figures;

    /// <summary>Funds, “三公”经费 and 采购 of the year before are zero, those of this year are not.</summary>
    public bool GrowthFromZero { get; init; }

    /// <summary>A 类 and an item of “三公”经费 have spending although their budget is zero.</summary>
    public bool Unbudgeted { get; init; }

    /// <summary>Whether there are 因公出国, 公务用车 and 公务接待.</summary>
    public bool ThreePublic { get; init; } = true;

    /// <summary>All income is carried over into the next year.</summary>
    public bool NothingSpent { get; init; }

    /// <summary>The budget of the general public budget is given by 项 instead of by 类.</summary>
    public bool BudgetByItem { get; init; }
}

/// <summary>公开层级.</summary>
public enum UnitLevel
{
    /// <summary>部门: with its 所属单位.</summary>
    Department,

    /// <summary>单位.</summary>
    Unit,

    /// <summary>本级.</summary>
    OwnLevel,
}

/// <summary>单位性质.</summary>
public enum UnitNature
{
    /// <summary>行政单位.</summary>
    Agency,

    /// <summary>参照公务员法管理的事业单位.</summary>
    CivilServiceInstitution,

    /// <summary>事业单位.</summary>
    Institution,
}

/// <summary>Money besides the general public budget.</summary>
[Flags]
public enum UnitFunds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>政府性基金预算.</summary>
    GovernmentFund = 1,

    /// <summary>国有资本经营预算.</summary>
    StateCapital = 2,

    /// <summary>其他收入.</summary>
    OtherIncome = 4,

    /// <summary>上级补助、事业、经营、附属单位上缴收入 and what is spent from them.</summary>
    Business = 8,

    /// <summary>All.</summary>
    All = GovernmentFund | StateCapital | OtherIncome | Business,
}

/// <summary>What is known of the year before.</summary>
public enum PriorYear
{
    /// <summary>Nothing: the unit was founded this year.</summary>
    NewUnit,

    /// <summary>上年数 in the facts.</summary>
    Figures,

    /// <summary>Its accounts.</summary>
    Accounts,
}
