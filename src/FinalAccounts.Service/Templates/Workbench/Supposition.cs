using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Samples;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>A unit that there is not, to read how a template words what the chosen unit does not show: that unit as it might be, or one made up throughout.</summary>
/// <param name="Key">How requests name it.</param>
/// <param name="Title">What is supposed.</param>
public sealed record Supposition(string Key, string Title, Func<DepartmentAccounts, CompiledSet, DepartmentAccounts> Of)
{
    private const decimal TenBillion = 10_000_000_000m;

    /// <summary>What the made-up unit is like; null for a supposition about the chosen unit.</summary>
    public UnitOptions? MadeUpOf { get; init; }

    /// <summary>All, those nearest to the chosen unit first.</summary>
    public static readonly IReadOnlyList<Supposition> All =
    [
        new("more", "比上年增加", (accounts, set) => SupposedAccounts.WithPrior(accounts, set.Set, 0.8m)),
        new("less", "比上年减少", (accounts, set) => SupposedAccounts.WithPrior(accounts, set.Set, 1.25m)),
        new("same", "与上年持平", (accounts, set) => SupposedAccounts.WithPrior(accounts, set.Set, 1)),
        new("founded", "本年新成立，没有上年", (accounts, _) => SupposedAccounts.Founded(accounts)),
        new("prior-zero", "上年都是零", (accounts, set) => SupposedAccounts.WithPrior(accounts, set.Set, 0)),
        new("zero", "本年都是零", (accounts, set) => SupposedAccounts.Nothing(accounts, set.Set)),
        new("huge", "百亿元以上", (accounts, set) => SupposedAccounts.AtLeast(accounts, set.Set, TenBillion)),
        MadeUp("department", "虚构的部门：各类资金都有", new UnitOptions(1) { Level = UnitLevel.Department, Subordinates = 3, Funds = UnitFunds.All, Prior = PriorYear.Accounts, Unbudgeted = true }),
        MadeUp("institution", "虚构的事业单位：没有三公经费", new UnitOptions(2) { Nature = UnitNature.Institution, Level = UnitLevel.Unit, Funds = UnitFunds.Business, ThreePublic = false }),
        MadeUp("from-zero", "虚构的单位：各类资金上年没有", new UnitOptions(3) { Funds = UnitFunds.All, GrowthFromZero = true }),
        MadeUp("unspent", "虚构的单位：没有支出", new UnitOptions(4) { NothingSpent = true }),
    ];

    /// <summary>The one that is called so; null when there is none.</summary>
    public static Supposition? Find(string key) => All.FirstOrDefault(one => one.Key == key);

    private static Supposition MadeUp(string key, string title, UnitOptions options) =>
        new(key, title, (accounts, set) => SampleUnit.Create(set, options) with { FiscalYear = accounts.FiscalYear }) { MadeUpOf = options };
}
