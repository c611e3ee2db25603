using FinalAccounts.Samples.Ledgers;

namespace FinalAccounts.Samples.Words;

/// <summary>Facts that only some regions ask for: budgets by 项 of all three budgets, 绩效管理, 采购 by 预留 and 中标, vehicles by kind, what money was used for.</summary>
internal sealed class FurtherFacts(UnitOptions options, UnitIdentity unit, Ledger ledger, FactBook facts)
{
    // Throws of its own, so that the facts that every region asks for stay as they are.
    private const int Apart = 6_007;
    private const string Reason = "根据工作进度据实支出";

    private static readonly string[] ExplainedSources = ["事业收入", "经营收入", "其他收入"];

    private readonly Dice dice = new(unchecked(options.Seed + Apart));

    /// <summary>Adds all sheets; those of every region must be there already.</summary>
    public void Add()
    {
        AddUnits();
        AddBudgets();
        AddUses();
        AddProcurement();
        AddVehicles();
        AddEvaluation();
        foreach (var source in ExplainedSources.Where(source => ledger.Lines.Any(line => line.Sources.GetValueOrDefault(source) != 0)))
        {
            facts.Add("收入内容", ("收入", source), ("内容", source == "其他收入" ? "利息" : "培训"));
        }
    }

    private void AddUnits()
    {
        if (options.Subordinates == 0)
        {
            facts.Add("机构设置", ("级次", "正文"), ("内容", $"{unit.Full}设办公室、财务处、{unit.Task}处等内设机构。"));
            return;
        }

        facts.Add("编制范围单位", ("单位名称", $"{unit.Full}（本级）"));
        foreach (var record in facts.Records("所属单位"))
        {
            facts.Add("编制范围单位", ("单位名称", record["单位名称"]));
        }
    }

    private void AddBudgets()
    {
        var general = ledger.Lines.Where(line => line.General.Spent > 0 || line.General.Closing > 0).ToList();
        var budgets = general.ConvertAll(line => (line.Code, Budget: Budget(line.General, options.Unbudgeted && line == general[^1])));
        facts.Add("一般公共预算支出", ("科目编码", "合计"), ("年初预算", budgets.Sum(budget => budget.Budget)), ("原因", Reason));
        foreach (var (code, budget) in budgets.Where(one => one.Budget > 0 || general.Exists(line => line.Code == one.Code && line.General.Spent > 0)))
        {
            AddBudget("一般公共预算支出", code, budget);
        }

        foreach (var line in ledger.Lines.Where(line => line.Government.Spent > 0))
        {
            AddBudget("政府性基金预算支出", line.Code, Budget(line.Government, options.Unbudgeted));
        }

        foreach (var line in ledger.Lines.Where(line => line.State.Spent > 0))
        {
            AddBudget("国有资本经营预算支出", line.Code, Budget(line.State, options.Unbudgeted));
        }
    }

    private decimal Budget(Fund fund, bool none) =>
        none ? 0 : Amounts.Typed(dice.OnceIn(3) ? fund.Spent + fund.Closing : dice.Part(fund.Spent + fund.Closing, 0.85m, 1.2m));

    private void AddBudget(string sheet, string code, decimal budget)
    {
        var name = SubjectPool.Name(code);
        facts.Add(sheet, ("科目编码", code), ("年初预算", budget), ("用途", name.EndsWith("支出", StringComparison.Ordinal) ? name[..^2] : name), ("原因", Reason));
    }

    private void AddUses() => facts.Add(
        "三公经费",
        ("出国开支内容", ledger.Travel.Final > 0 ? "国际旅费、住宿费、伙食费" : null),
        ("公务用车购置用途", ledger.Purchase.Final > 0 ? "报废车辆的更新" : null),
        ("公务用车运行用途", ledger.Operation.Final > 0 ? "燃料费、维修费、保险费" : null),
        ("公务接待用途", ledger.Reception.Final > 0 ? "接待来访的学习交流" : null));

    private void AddProcurement()
    {
        var total = (decimal)facts.Records("政府采购")[0]["总额"]!;
        var reserved = Amounts.Typed(dice.Part(total, 0.3m, 0.5m));
        var small = Amounts.Typed(dice.Part(reserved, 0.3m, 0.8m));
        facts.Amend(
            "政府采购", ("预留中小企业预算", reserved), ("预留小微企业预算", small),
            ("预留项目中小企业中标", Amounts.Typed(dice.Part(reserved, 0.8m, 1m))), ("预留项目小微企业中标", Amounts.Typed(dice.Part(small, 0.8m, 1m))),
            ("其他项目中小企业中标", Amounts.Typed(dice.Part(total - reserved, 0.1m, 0.6m))));
    }

    private void AddVehicles()
    {
        foreach (var record in facts.Records("车辆用途"))
        {
            facts.Amend("国有资产", ((string)record["用途"]!, record["数量"]));
        }
    }

    private void AddEvaluation()
    {
        var evaluation = facts.Records("绩效自评")[0];
        var projects = (int)evaluation["项目数"]!;
        var good = projects > 1 ? 1 : 0;
        var problems = projects == 0 ? 0 : dice.Whole(1, projects);
        var mended = problems == 0 ? 0 : dice.Whole(0, problems);
        facts.Amend(
            "绩效自评", ("平均得分", projects == 0 ? null : evaluation["整体得分"]), ("优", projects - good), ("良", good), ("合格", 0), ("不合格", 0),
            ("发现问题", problems), ("完成整改", mended), ("正在整改", problems - mended));
        facts.Add(
            "绩效管理", ("工作机制", "全过程"), ("目标项目数", projects), ("目标金额", evaluation["自评资金"]),
            ("跟踪项目数", projects), ("跟踪金额", evaluation["自评资金"]));
        facts.Add("绩效制度", ("制度名称", $"《{unit.Full}预算绩效管理办法》"));
        facts.Add("绩效制度", ("制度名称", $"《{unit.Full}项目支出绩效自评操作规程》"));
    }
}
