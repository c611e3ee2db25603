using FinalAccounts.Accounts;
using FinalAccounts.Samples.Ledgers;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples.Tables;

/// <summary>All tables of a set from one ledger.</summary>
internal sealed class UnitTables(TemplateSet set, Ledger ledger, MoneyUnit unit, Dice dice)
{
    private const string General = "一般公共预算财政拨款";
    private const string Government = "政府性基金预算财政拨款";
    private const string State = "国有资本经营预算财政拨款";

    private readonly CellMaker cells = new(unit);
    private readonly EconomicDetail detail = new(ledger);
    private readonly IReadOnlyList<LedgerLine> lines = ledger.Lines;

    /// <summary>By key.</summary>
    public Dictionary<string, AccountsTable> All() => set.Tables.ToDictionary(layout => layout.Key, Table);

    private AccountsTable Table(TableLayout layout) => TableKinds.Of(layout) switch
    {
        TableKind.Summary => new FixedTable(layout, cells).Of((row, _) => Summary(row)),
        TableKind.FiscalSummary => new FixedTable(layout, cells).Of(Fiscal),
        TableKind.Economic => new FixedTable(layout, cells).Of((row, _) => Economic(row)),
        TableKind.Revenue => new SubjectTable(layout, cells).Of(lines, Revenue),
        TableKind.Expenditure => new SubjectTable(layout, cells).Of(lines, Expenditure),
        TableKind.GeneralBudget => new SubjectTable(layout, cells).Of(lines, line => detail.Of(FundAmounts(line.General), line, [line.General])),
        TableKind.FiscalDetail => new SubjectTable(layout, cells).Of(lines, line => detail.Of(new() { ["合计"] = Fiscal(line).Sum(fund => fund.Spent) }, line, Fiscal(line))),
        TableKind.GeneralProjects when layout.Kind == RowKind.List => new OtherTable(layout, cells, dice, set.FiscalYear).Of(
            lines.Where(line => line.General.Project > 0).Select(line => ((string?)line.Code, SubjectPool.Name(line.Code) + "项目", line.General.Project))),
        TableKind.GeneralProjects when layout.Kind == RowKind.Fixed => new FixedTable(layout, cells).Of((row, _) => Projects(row)),
        // A table of groups and cars alone has no amounts to book.
        TableKind.ThreePublic when layout.Kind == RowKind.Fixed && !layout.FixedRows.Any(entry => ThreePublic(entry.Row.Label, "") is not null) => new OtherTable(layout, cells, dice, set.FiscalYear).Of(),
        TableKind.ThreePublic when layout.Kind == RowKind.Fixed => WithDashes(layout, new FixedTable(layout, cells).Of(ThreePublic)),
        TableKind.GovernmentFund => new SubjectTable(layout, cells).Of(lines, line => FundAmounts(line.Government)),
        TableKind.StateCapital => new SubjectTable(layout, cells).Of(lines, line => FundAmounts(line.State)),
        TableKind.ThreePublic => new AccountsTable(
            layout.Key, unit, [new AccountsRow("合计", "合计", cells.Cells(layout.Blocks[0].ValueColumns, ThreePublic))]),
        _ => new OtherTable(layout, cells, dice, set.FiscalYear).Of(),
    };

    /// <summary>The tables whose figures are not booked: rules of the set may say them.</summary>
    public static IReadOnlySet<string> Own(TemplateSet set) => set.Tables
        .Where(layout => TableKinds.Of(layout) is TableKind.Unknown || (TableKinds.Of(layout) == TableKind.ThreePublic && layout.Kind == RowKind.Fixed)).Select(layout => layout.Key).ToHashSet();

    private static Dictionary<string, decimal> Revenue(LedgerLine line) => new(line.Sources)
    {
        ["本年收入合计"] = line.Received,
        ["财政拨款收入"] = line.FiscalIncome,
        ["上级补助收入"] = line.Sources.GetValueOrDefault("上级补助收入"),
        ["事业收入"] = line.Sources.GetValueOrDefault("事业收入"),
        ["经营收入"] = line.Sources.GetValueOrDefault("经营收入"),
        ["附属单位上缴收入"] = line.Sources.GetValueOrDefault("附属单位上缴收入"),
        ["其他收入"] = line.Sources.GetValueOrDefault("其他收入"),
    };

    private static Dictionary<string, decimal> Expenditure(LedgerLine line) => new()
    {
        ["本年支出合计"] = line.Spent,
        ["基本支出"] = line.Basic,
        ["项目支出"] = line.Project,
        ["上缴上级支出"] = line.ToSuperior,
        ["经营支出"] = line.Business,
        ["对附属单位补助支出"] = line.ToSubordinates,
    };

    private static Dictionary<string, decimal> FundAmounts(Fund fund) => new()
    {
        ["年初结转和结余"] = fund.Opening,
        ["本年收入"] = fund.Income,
        ["小计"] = fund.Spent,
        ["合计"] = fund.Spent,
        ["本年支出"] = fund.Spent,
        ["基本支出"] = fund.Basic,
        ["项目支出"] = fund.Project,
        ["年末结转和结余"] = fund.Closing,
        ["本年收入基本支出"] = Math.Min(fund.Basic, fund.Income),
        ["本年收入项目支出"] = fund.Income - Math.Min(fund.Basic, fund.Income),
        ["年初基本支出结转"] = fund.Basic - Math.Min(fund.Basic, fund.Income),
        ["年初项目支出结转"] = fund.Opening - (fund.Basic - Math.Min(fund.Basic, fund.Income)),
        ["年末基本支出结转"] = 0,
        ["年末项目支出结转"] = fund.Closing,
    };

    private decimal? Summary(string row) => row switch
    {
        "一般公共预算财政拨款收入" => Sum(line => line.General.Income),
        "政府性基金预算财政拨款收入" => Sum(line => line.Government.Income),
        "国有资本经营预算财政拨款收入" => Sum(line => line.State.Income),
        "上级补助收入" or "事业收入" or "经营收入" or "附属单位上缴收入" or "其他收入" => Sum(line => line.Sources.GetValueOrDefault(row)),
        "本年收入合计" => Sum(line => line.Received),
        "使用非财政拨款结余" => ledger.UsedSurplus,
        "年初结转和结余" => Openings(line => [line.General, line.Government, line.State, line.Other]),
        "收入总计" => Sum(line => line.Received) + ledger.UsedSurplus + Openings(line => [line.General, line.Government, line.State, line.Other]),
        "本年支出合计" => Sum(line => line.Spent),
        "结余分配" => ledger.Distributed,
        "年末结转和结余" => Closings(line => [line.General, line.Government, line.State, line.Other]),
        "支出总计" => Sum(line => line.Spent) + ledger.Distributed + Closings(line => [line.General, line.Government, line.State, line.Other]),
        _ => Category(row, line => line.Spent),
    };

    private decimal? Fiscal(string row, string column)
    {
        if (column.Length == 0)
        {
            return row switch
            {
                General => Sum(line => line.General.Income),
                Government => Sum(line => line.Government.Income),
                State => Sum(line => line.State.Income),
                "本年收入合计" => Sum(line => line.FiscalIncome),
                "年初财政拨款结转和结余" => Openings(Fiscal),
                "年初" + General => Openings(line => [line.General]),
                "年初" + Government => Openings(line => [line.Government]),
                "年初" + State => Openings(line => [line.State]),
                "收入总计" => Sum(line => line.FiscalIncome) + Openings(Fiscal),
                _ => null,
            };
        }

        Func<LedgerLine, Fund[]>? funds = column switch
        {
            "合计" => Fiscal,
            General => line => [line.General],
            Government => line => [line.Government],
            State => line => [line.State],
            _ => null,
        };
        return funds is null ? null : row switch
        {
            "本年支出合计" => Sum(line => funds(line).Sum(fund => fund.Spent)),
            "年末财政拨款结转和结余" => Closings(funds),
            "支出总计" => Sum(line => funds(line).Sum(fund => fund.Spent)) + Closings(funds),
            _ => Category(row, line => funds(line).Sum(fund => fund.Spent)),
        };
    }

    private decimal? Economic(string row) => row switch
    {
        "人员经费合计" => Classes("301", "303"),
        "公用经费合计" => Classes("302", "307", "310", "399"),
        { Length: 3 } when row.All(char.IsAsciiDigit) => Classes(row),
        _ => ledger.Economic.TryGetValue(row, out var amount) ? amount : null,
    };

    // Project spending by economic 款: most is commissioned work.
    private decimal? Projects(string row)
    {
        var whole = Sum(line => line.General.Project);
        var commissioned = Math.Round(whole * 0.6m, 2);
        var other = Math.Round(whole * 0.3m, 2);
        return row switch
        {
            "30227" => commissioned,
            "30299" => other,
            "31099" or "310" => whole - commissioned - other,
            "302" => commissioned + other,
            "公用经费合计" => whole,
            "人员经费合计" => 0,
            _ => null,
        };
    }

    // Rows of items, columns of budget and final amount; numbers of groups and cars follow from the set's rules.
    private decimal? ThreePublic(string row, string column) =>
        row.Contains('数', StringComparison.Ordinal) || row.Contains("批次", StringComparison.Ordinal) || row.Contains("人次", StringComparison.Ordinal) || row.Contains("运行经费", StringComparison.Ordinal) ? null
        : Item(row) is not { } item ? null
        : column.Contains("预算", StringComparison.Ordinal) ? item.Budget : item.Final;

    // Nobody budgets groups and cars: the form has a dash there.
    private static AccountsTable WithDashes(TableLayout layout, AccountsTable table) => table with
    {
        Rows = [.. table.Rows.Select(row => layout.FixedRow(row.Key)?.Row is not { Kind: CellKind.Count } listed ? row : row with
        {
            Cells = layout.CellColumnsOf(row.Key).Where(column => listed.Unit is null || column.Contains("预算", StringComparison.Ordinal))
                .ToDictionary(column => column, _ => new AccountsCell(null, null) { Text = AccountsCell.NotApplicable }),
        })],
    };

    private BudgetAndFinal? Item(string row) => row switch
    {
        _ when row.Contains("出国", StringComparison.Ordinal) => ledger.Travel,
        _ when row.Contains("购置及运行", StringComparison.Ordinal) => ledger.Purchase + ledger.Operation,
        _ when row.Contains("购置费", StringComparison.Ordinal) => ledger.Purchase,
        _ when row.Contains("运行维护费", StringComparison.Ordinal) => ledger.Operation,
        _ when row.Contains("接待费", StringComparison.Ordinal) => ledger.Reception,
        _ when row.Contains("支出合计", StringComparison.Ordinal) || row.Contains("三公", StringComparison.Ordinal) => ledger.Travel + ledger.Purchase + ledger.Operation + ledger.Reception,
        _ => null,
    };

    private decimal? ThreePublic(string column)
    {
        var item = column switch
        {
            _ when column.Contains("出国", StringComparison.Ordinal) => ledger.Travel,
            _ when column.Contains("小计", StringComparison.Ordinal) || column.Contains("购置及运行", StringComparison.Ordinal) => ledger.Purchase + ledger.Operation,
            _ when column.Contains("购置费", StringComparison.Ordinal) => ledger.Purchase,
            _ when column.Contains("运行", StringComparison.Ordinal) => ledger.Operation,
            _ when column.Contains("接待", StringComparison.Ordinal) => ledger.Reception,
            _ => ledger.Travel + ledger.Purchase + ledger.Operation + ledger.Reception,
        };
        return column.StartsWith("预算", StringComparison.Ordinal) ? item.Budget
            : column.StartsWith("决算", StringComparison.Ordinal) ? item.Final : null;
    }

    private static Fund[] Fiscal(LedgerLine line) => [line.General, line.Government, line.State];

    private decimal Sum(Func<LedgerLine, decimal> amount) => lines.Sum(amount);

    private decimal Openings(Func<LedgerLine, Fund[]> funds) => lines.Sum(line => funds(line).Sum(fund => fund.Opening));

    private decimal Closings(Func<LedgerLine, Fund[]> funds) => lines.Sum(line => funds(line).Sum(fund => fund.Closing));

    private decimal Classes(params string[] classes) =>
        ledger.Economic.Where(pair => classes.Contains(pair.Key[..3])).Sum(pair => pair.Value);

    private decimal? Category(string name, Func<LedgerLine, decimal> amount)
    {
        var found = lines.Where(line => SubjectPool.Name(line.Code[..3]) == name).ToList();
        return found.Count == 0 ? null : found.Sum(amount);
    }
}
