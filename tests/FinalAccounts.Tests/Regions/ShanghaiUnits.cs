using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Samples;
using FinalAccounts.Tests.Narration;

namespace FinalAccounts.Tests.Regions;

/// <summary>Made-up units of Shanghai that reach the branches of the official form, by the branch's name.</summary>
internal static class ShanghaiUnits
{
    private const string Name = "上海市示例事务局";
    private static readonly Lazy<CompiledSet> LazySet = new(() =>
        ShippedSets.Of("shanghai-2024"));

    private static readonly UnitOptions Plain = new(11) { Name = Name, Level = UnitLevel.Department, Prior = PriorYear.Accounts, Items = 8 };

    public static CompiledSet Set => LazySet.Value;

    /// <summary>Each branch with the unit that reaches it.</summary>
    public static IReadOnlyDictionary<string, Func<DepartmentAccounts>> ByBranch { get; } = new Dictionary<string, Func<DepartmentAccounts>>
    {
        ["一个单位"] = () => Make(Plain),
        ["多个单位"] = () => Make(Plain with { Seed = 12, Subordinates = 3, Funds = UnitFunds.All }),
        ["新成立"] = () => Make(Plain with { Prior = PriorYear.NewUnit }),
        ["上年为零"] = () => Make(Plain with { Seed = 13, GrowthFromZero = true, Funds = UnitFunds.GovernmentFund | UnitFunds.StateCapital }),
        ["预算为零"] = () => Make(Plain with { Seed = 14, Unbudgeted = true, Funds = UnitFunds.GovernmentFund }),
        ["没有支出"] = () => Make(Plain with { NothingSpent = true }),
        ["无三公经费"] = () => Make(Plain with { Seed = 15, ThreePublic = false, Funds = UnitFunds.None }),
        ["事业单位"] = () => Make(Plain with { Seed = 16, Nature = UnitNature.Institution, Level = UnitLevel.Unit, Funds = UnitFunds.Business | UnitFunds.OtherIncome }),
        ["三公有预算没有支出"] = () => Budgeted(Make(Plain with { NothingSpent = true }), 20_000m),
        ["基金只有结转"] = () => Make(Plain with { NothingSpent = true, Funds = UnitFunds.GovernmentFund }),
        ["外宾"] = () => Foreign(Make(Plain with { Seed = 12 })),
        ["持平"] = Level,
    };

    public static Disclosure Disclose(DepartmentAccounts accounts) => Pipeline.Run(accounts, [], Set, null, CancellationToken.None);

    /// <summary>What the document says besides its tables.</summary>
    public static string Narrative(Disclosure disclosure) => Spoken.Text(disclosure.Document!.Blocks
        .Where(block => block is not (Cover or TableOfContents or PageBreak or Table { Kind: TableKind.Accounts } or Heading { Style: HeadingStyle.TableTitle })
            && block is not Paragraph { Style: ParagraphStyle.TableNote })) + "\n";

    private static DepartmentAccounts Make(UnitOptions options) => SampleUnit.Create(Set, options);

    private static DepartmentAccounts Budgeted(DepartmentAccounts accounts, decimal budget)
    {
        var row = accounts.Tables["表09"].Rows[0];
        var cells = new[] { "预算合计", "预算公务接待费" }.Aggregate(
            row.Cells.ToDictionary(), (all, column) => new Dictionary<string, AccountsCell>(all) { [column] = new(budget, null) });
        return accounts with
        {
            Tables = new Dictionary<string, AccountsTable>(accounts.Tables)
            {
                ["表09"] = new AccountsTable("表09", accounts.Tables["表09"].Unit, [row with { Cells = cells }]),
            },
        };
    }

    private static DepartmentAccounts Foreign(DepartmentAccounts accounts)
    {
        var sheets = accounts.Facts.Sheets.ToDictionary();
        foreach (var (field, value) in new[] { ("外宾接待费", 6_200m), ("外宾接待批次", 2m), ("外宾接待人次", 9m) })
        {
            sheets["公务接待"] = Changed(sheets["公务接待"], field, _ => value);
        }

        return accounts with { Facts = new Facts(sheets) };
    }

    // Nothing changed against last year, and everything was spent as planned.
    private static DepartmentAccounts Level()
    {
        var accounts = Make(Plain with { Funds = UnitFunds.None });
        var final = new MetricBook(Set, accounts);
        var sheets = accounts.Facts.Sheets.ToDictionary();
        var rows = accounts.Tables["表05"].Rows.Where(row => row.Code?.Length == 7).ToDictionary(row => row.Key, row => row.Cell("小计").Value);
        sheets["一般公共预算支出"] = Changed(sheets["一般公共预算支出"], "年初预算", record =>
            record.Values["科目编码"].Text is "合计" ? final.Metric("一般公共预算财政拨款支出")!.Value : rows.GetValueOrDefault(record.Values["科目编码"].Text!) ?? 0);
        sheets["机关运行经费"] = Changed(sheets["机关运行经费"], "上年决算", record => record.Values["支出决算"].Number);
        var travel = accounts.Tables["表09"].Rows[0];
        var level = travel.Cells.ToDictionary(cell => cell.Key, cell => cell.Key.StartsWith("预算", StringComparison.Ordinal)
            ? new AccountsCell(travel.Cell("决算" + cell.Key[2..]).Value, null) : cell.Value);
        var tables = accounts.Tables.ToDictionary();
        tables["表09"] = new AccountsTable("表09", tables["表09"].Unit, [travel with { Cells = level }]);
        return accounts with { Tables = tables, Facts = new Facts(sheets), Prior = accounts with { Tables = tables, FiscalYear = 2023, Prior = null } };
    }

    private static FactSheet Changed(FactSheet sheet, string field, Func<FactRecord, decimal?> value) => sheet with
    {
        Records = [.. sheet.Records.Select(record => new FactRecord(new Dictionary<string, FactValue>(record.Values)
        {
            [field] = new((Place?)null) { Number = value(record) },
        }))],
    };
}
