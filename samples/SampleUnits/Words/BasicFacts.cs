using System.Globalization;
using FinalAccounts.Samples.Ledgers;

namespace FinalAccounts.Samples.Words;

/// <summary>Facts besides the evaluations: the unit, its tasks, “三公”经费, 机关运行经费, 采购, 资产, budgets and reasons.</summary>
internal sealed class BasicFacts(UnitOptions options, UnitIdentity unit, Ledger ledger, Dice dice, FactBook facts)
{
    private static readonly string[] TripTasks = ["赴新加坡开展招商推介", "赴日本开展技术交流", "赴德国参加行业展会", "赴香港参加经贸活动"];
    private static readonly string[] CarUses = ["机要通信用车", "应急保障用车", "执法执勤用车", "其他用车"];

    /// <summary>Adds all sheets.</summary>
    /// <param name="operatingBefore">机关运行经费 of the year before, in 元; null when there is none.</param>
    public void Add(decimal? operatingBefore)
    {
        AddUnit();
        AddThreePublic();
        AddOperating(operatingBefore);
        AddProcurement();
        AddBudgets();
        AddTerms();
    }

    /// <summary>机关运行经费 in 元; null for an institution.</summary>
    public decimal? Operating
    {
        get
        {
            if (options.Nature == UnitNature.Institution)
            {
                return null;
            }

            var all = ledger.Economic.Where(pair => pair.Key[..3] is "302" or "307" or "310" or "399").Sum(pair => pair.Value);
            // With institutions among them, their part is not 机关运行经费.
            return options.Subordinates > 1 ? Math.Round(all * 0.8m, 2) : all;
        }
    }

    private void AddUnit()
    {
        facts.Add(
            "基本情况",
            ("单位名称", unit.Full), ("公开名称", unit.Public), ("简称", unit.Short), ("单位代码", unit.Code),
            ("公开层级", options.Level switch { UnitLevel.Department => "部门", UnitLevel.Unit => "单位", _ => "本级" }),
            ("单位性质", options.Nature switch
            {
                UnitNature.Agency => "行政单位",
                UnitNature.CivilServiceInstitution => "参照公务员法管理的事业单位",
                _ => "事业单位",
            }),
            ("年度", unit.Year), ("监督索引号", $"53{unit.Code}000701"), ("批复日期", unit.Approved), ("公开日期", unit.Published),
            ("成立日期", options.Prior == PriorYear.NewUnit ? new DateOnly(unit.Year, 1, dice.Whole(2, 28)) : null));
        facts.Add("主要职责", ("级次", "一级"), ("内容", $"（一）贯彻执行国家和省市关于{unit.Task}的方针政策和法律法规。"));
        facts.Add("主要职责", ("级次", "一级"), ("内容", $"（二）拟订{unit.Task}的发展规划并组织实施。"));
        facts.Add("主要职责", ("级次", "正文"), ("内容", "承担上级交办的其他任务。"));
        facts.Add("重点工作", ("级次", "正文"), ("内容", $"（一）围绕{unit.Task}持续推进重点任务，各项工作有序开展。"));
        facts.Add("重点工作", ("级次", "正文"), ("内容", "（二）加强预算管理，提高资金使用效益。"));
        for (var i = 0; i < options.Subordinates; i++)
        {
            facts.Add(
                "所属单位", ("单位名称", string.Create(CultureInfo.InvariantCulture, $"{unit.Full}{i + 1}号服务中心")),
                ("单位性质", i == 0 ? "参照公务员法管理的事业单位" : "事业单位"));
        }
    }

    private void AddThreePublic()
    {
        if (ledger.Travel.Final > 0)
        {
            foreach (var task in dice.Some(TripTasks, dice.Whole(1, 3)))
            {
                facts.Add("出国团组", ("任务", task), ("团组数", 1), ("人次", dice.Whole(1, 4)));
            }

            AddParts("出国费用", ledger.Travel.Final, ["国际旅费", "住宿费", "伙食费", "杂费"]);
        }

        var bought = ledger.Purchase.Final > 0 ? dice.Whole(1, 2) : 0;
        var cars = options.ThreePublic ? bought + dice.Whole(1, 20) : 0;
        facts.Add("公务用车", ("购置数", bought), ("购置方式", bought > 0 ? "更新" : null), ("保有量", cars));
        if (ledger.Operation.Final > 0)
        {
            AddParts("公务用车运行费用", ledger.Operation.Final, ["燃料费", "维修费", "保险费"]);
        }

        var any = ledger.Reception.Final > 0;
        var groups = any ? dice.Whole(2, 40) : 0;
        facts.Add(
            "公务接待", ("国内接待费", ledger.Reception.Final), ("国内接待批次", groups), ("国内接待人次", groups * dice.Whole(3, 12)),
            ("接待对象", any ? "省内外有关单位" : null), ("接待内容", any ? "开展学习交流和检查调研" : null));
        facts.Add("国有资产", ("车辆总数", cars), ("单价100万元以上设备", dice.Whole(0, 3)));
        var left = cars;
        foreach (var use in CarUses)
        {
            var count = use == CarUses[^1] ? left : Math.Min(left, dice.Whole(0, 8));
            left -= count;
            if (count > 0)
            {
                facts.Add("车辆用途", ("用途", use), ("数量", count));
            }
        }
    }

    private void AddParts(string sheet, decimal whole, string[] names)
    {
        foreach (var (name, part) in names.Zip(dice.Split(Amounts.Typed(whole), names.Length, 100m)).Where(pair => pair.Second > 0))
        {
            facts.Add(sheet, ("费用", name), ("金额", part));
        }
    }

    private void AddOperating(decimal? before)
    {
        if (Operating is { } amount)
        {
            facts.Add(
                "机关运行经费", ("支出决算", amount), ("年初预算", dice.Part(amount, 0.9m, 1.3m)), ("上年决算", before),
                ("原因", "落实过紧日子要求，压减一般性支出"));
        }
    }

    private void AddProcurement()
    {
        var spent = ledger.Lines.Sum(line => line.Spent);
        var parts = spent == 0 ? [0m, 0m, 0m] : dice.Split(Amounts.Typed(dice.Part(spent, 0.05m, 0.3m)), 3, 100m);
        var total = parts.Sum();
        var small = Amounts.Typed(dice.Part(total, 0.4m, 0.9m));
        facts.Add(
            "政府采购", ("总额", total), ("货物", parts[0]), ("工程", parts[1]), ("服务", parts[2]),
            ("授予中小企业合同金额", small), ("授予小微企业合同金额", dice.OnceIn(3) ? null : Amounts.Typed(dice.Part(small, 0.3m, 0.9m))));
    }

    private void AddBudgets()
    {
        var spent = ledger.Lines.Where(line => line.General.Spent > 0 || line.General.Closing > 0).ToList();
        var groups = spent.GroupBy(line => options.BudgetByItem ? line.Code : line.Code[..3])
            .Select(group => (Code: group.Key, Final: Amounts.Typed(group.Sum(line => line.General.Spent)), Planned: group.Sum(line => line.General.Spent + line.General.Closing)))
            .ToList();
        var unbudgeted = options.Unbudgeted ? groups[^1].Code : null;
        var budgets = groups
            .Select(group => (group.Code, Budget: group.Code == unbudgeted ? 0
                : dice.OnceIn(3) ? group.Final : Amounts.Typed(dice.Part(group.Planned, 1m, 1.1m)), group.Final))
            .ToList();
        AddBudget("合计", budgets.Sum(budget => budget.Budget));
        foreach (var (code, budget, _) in budgets)
        {
            AddBudget(code, budget);
        }

        foreach (var code in spent.Select(line => line.Code[..3]).Distinct())
        {
            facts.Add("支出用途", ("科目编码", code), ("用途", $"{SubjectPool.Name(code)[..^2]}方面的工作"));
        }
    }

    private void AddBudget(string code, decimal budget) => facts.Add(
        "支出预算",
        ("科目编码", code), ("年初预算", budget == 0 ? 0 : dice.Part(budget, 0.85m, 1m)), ("全年预算", budget), ("原因", "根据工作进度据实支出"));

    private void AddTerms()
    {
        foreach (var code in ledger.Lines.Select(line => line.Code))
        {
            var name = SubjectPool.Name(code);
            facts.Add(
                "名词", ("名词", $"{SubjectPool.Name(code[..3])}（类）{SubjectPool.Name(code[..5])}（款）{name}（项）"),
                ("解释", $"反映{(name.EndsWith("支出", StringComparison.Ordinal) ? name : name + "方面的支出")}。"));
        }
    }
}
