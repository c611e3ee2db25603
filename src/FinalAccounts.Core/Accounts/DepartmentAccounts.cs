namespace FinalAccounts.Accounts;

/// <summary>A unit's final accounts of one year (部门决算): the nine tables, the facts that tables do not hold, and last year.</summary>
/// <param name="UnitName">公开名称, as printed in 部门：….</param>
/// <param name="FiscalYear">决算年度.</param>
/// <param name="Tables">By table key (表01 … 表09); all that the template set asks for.</param>
/// <param name="Facts">文字资料.</param>
public sealed record DepartmentAccounts(
    string UnitName, int FiscalYear, IReadOnlyDictionary<string, AccountsTable> Tables, Facts Facts)
{
    /// <summary>The same unit's accounts of the year before; null when they were not imported (then 上年数 of the facts serve).</summary>
    public DepartmentAccounts? Prior { get; init; }
}
