using FinalAccounts.Samples.Ledgers;

namespace FinalAccounts.Samples.Words;

/// <summary>绩效自评: the projects of the general public budget with their forms and results, and the unit as a whole.</summary>
internal sealed class EvaluationFacts(UnitIdentity unit, Ledger ledger, Dice dice, FactBook facts)
{
    private static readonly string[] Firsts = ["产出指标", "效益指标", "满意度指标"];

    /// <summary>Adds all sheets.</summary>
    public void Add()
    {
        var projects = ledger.Lines.Where(line => line.General.Project > 0 || line.General is { Spent: 0, Closing: > 0 }).Select(Project).ToList();
        foreach (var project in projects)
        {
            if (project.Spent > 0)
            {
                facts.Add("项目支出", ("名称", project.Name), ("金额", project.Spent), ("用途", $"用于{project.Name}所需的各项支出。"));
            }

            AddProject(project);
        }

        var overall = Overall();
        facts.Add(
            "绩效自评", ("项目数", projects.Count), ("自评资金", Amounts.Typed(ledger.Lines.Sum(line => line.General.Project))),
            ("占项目支出比重", projects.All(project => project.Spent == 0) ? 0m : null), ("整体得分", overall.Total), ("一级项目数", projects.Count), ("涉密项目", false));
        if (projects.Count > 0)
        {
            facts.Add("自评组织", ("级次", "二级"), ("内容", "1.成立自评工作组"));
            facts.Add("自评组织", ("级次", "正文"), ("内容", "成立由分管领导任组长、各科室负责人为成员的自评工作组。"));
            facts.Add("自评结果应用", ("级次", "正文"), ("内容", "把自评结果作为以后年度编制预算、安排资金的依据。"));
        }

        AddOverall(overall);
    }

    private ProjectSheet Project(LedgerLine line)
    {
        var spent = Amounts.Typed(line.General.Project);
        var budget = spent == 0 ? Amounts.Typed(line.General.Closing) : dice.OnceIn(2) ? spent : Amounts.Typed(dice.Part(spent, 1.01m, 1.12m));
        var name = $"{SubjectPool.Name(line.Code[..5])}{(line.Name.EndsWith("支出", StringComparison.Ordinal) ? line.Name[..^2] : line.Name)}项目";
        return new ProjectSheet(name, budget, spent, new IndicatorMaker(dice).Make(line.Name, 80));
    }

    private void AddProject(ProjectSheet project)
    {
        facts.Add(
            "项目自评综述", ("名称", project.Name), ("全年预算", project.Budget), ("执行数", project.Spent),
            ("产出得分", project.Of(Firsts[0])), ("效益得分", project.Of(Firsts[1])), ("满意度得分", project.Of(Firsts[2])),
            ("问题及原因", Problem(project)), ("改进措施", "细化绩效目标，加强过程跟踪。"));
        var title = $"{unit.Year}年度{project.Name}自评";
        facts.Add(
            "项目自评表",
            ("项目", project.Name), ("表题", $"{title}表"), ("单位名称", unit.Full), ("填报日期", unit.Approved.AddDays(-90)),
            ("项目名称", project.Name), ("主管部门", unit.Full), ("项目实施单位", unit.Full),
            ("项目类别", "部门预算项目"), ("项目属性", "持续性项目"), ("项目类型", "常年性项目"),
            ("预算数", project.Budget), ("执行数", project.Spent), ("执行率", project.Rate), ("执行得分", project.RateScore),
            ("总分", project.Total), ("偏差原因", Problem(project)), ("改进措施", "细化绩效目标，加强过程跟踪。"), ("结果标题", $"{title}结果（摘要版）"));
        foreach (var indicator in project.Indicators)
        {
            facts.Add("项目绩效指标", [("项目", project.Name), .. Fields(indicator, project.Indicators)]);
        }

        foreach (var (level, text) in Result(project))
        {
            facts.Add("项目自评结果", ("项目", project.Name), ("级次", level), ("内容", text));
        }
    }

    private ProjectSheet Overall()
    {
        var spent = Amounts.Typed(ledger.Lines.Sum(line => line.Spent));
        var budget = spent == 0 ? Amounts.Typed(ledger.Lines.Sum(line => line.Received)) : dice.OnceIn(2) ? spent : Amounts.Typed(dice.Part(spent, 1.005m, 1.05m));
        return new ProjectSheet("部门整体", budget, spent, new IndicatorMaker(dice).Make(unit.Task, 80));
    }

    private void AddOverall(ProjectSheet overall)
    {
        var title = $"{unit.Year}年度{unit.Full}部门整体绩效自评";
        facts.Add(
            "整体自评表",
            ("表题", $"{title}表"), ("结果标题", $"{title}结果（摘要版）"), ("单位名称", unit.Full), ("填报日期", unit.Approved.AddDays(-80)),
            ("基本支出总额", ledger.Lines.Sum(line => line.Basic)), ("项目支出总额", ledger.Lines.Sum(line => line.Project)),
            ("预算数", overall.Budget), ("执行数", overall.Spent), ("执行率", overall.Rate), ("执行得分", overall.RateScore),
            ("总分", overall.Total), ("偏差原因", Problem(overall)), ("改进措施", "细化绩效目标，加强过程跟踪。"));
        facts.Add("整体自评得分", ("评价准则", "预算执行情况"), ("权重", 20m), ("得分", overall.RateScore));
        foreach (var first in Firsts)
        {
            facts.Add("整体自评得分", ("评价准则", first), ("权重", overall.WeightOf(first)), ("得分", overall.Of(first)));
        }

        facts.Add("整体自评得分", ("评价准则", "综合绩效"), ("权重", 100m), ("得分", overall.Total));
        foreach (var (number, first) in Firsts.Index())
        {
            facts.Add("整体绩效目标", ("序号", number + 1), ("目标", $"完成{unit.Task}的年度任务，实现{first}。"), ("权重", overall.WeightOf(first)));
            foreach (var indicator in overall.Indicators.Where(indicator => indicator.First == first))
            {
                facts.Add("整体绩效指标", [("目标序号", number + 1), .. Fields(indicator, overall.Indicators)]);
            }
        }

        facts.Add("整体自评结果", ("级次", "一级"), ("内容", "一、自评结论"));
        facts.Add("整体自评结果", ("级次", "正文"), ("内容", $"{unit.Full}{unit.Year}年度部门整体绩效自评综合得分为{Amounts.Plain(overall.Total)}分，各指标得分情况如下："));
        facts.Add("整体自评结果", ("级次", "得分表"));
        facts.Add("整体自评结果", ("级次", "正文"), ("内容", $"全年预算{Amounts.Text(overall.Budget)}，预算执行{Amounts.Text(overall.Spent)}，预算执行率{Amounts.Percent(overall.Rate)}。"));
    }

    private static (string, object?)[] Fields(Indicator indicator, IReadOnlyList<Indicator> all) =>
    [
        ("一级指标", indicator.First), ("一级权重", all.Where(other => other.First == indicator.First).Sum(other => other.Weight)),
        ("二级指标", indicator.Second),
        ("二级权重", all.Where(other => other.First == indicator.First && other.Second == indicator.Second).Sum(other => other.Weight)),
        ("三级指标", indicator.Name), ("权重", indicator.Weight), ("年初目标值", indicator.Target), ("实际完成值", indicator.Achieved), ("得分", indicator.Score),
    ];

    private IEnumerable<(string Level, string Text)> Result(ProjectSheet project) =>
    [
        ("一级", "一、自评结论"),
        ("正文", $"{unit.Full}{project.Name}自评得分为{Amounts.Plain(project.Total)}分。"),
        ("正文", $"{unit.Year}年度{project.Name}全年预算数{Amounts.Text(project.Budget)}，实际执行数{Amounts.Text(project.Spent)}，预算执行率{Amounts.Percent(project.Rate)}。"),
    ];

    private static string Problem(ProjectSheet project) =>
        project.Indicators.FirstOrDefault(indicator => indicator.Short) is { } missed
            ? $"“{missed.Name}”年初目标值为{missed.Target}，实际完成值为{missed.Achieved}，没有完全达到目标。"
            : "目标完成情况无偏差。";
}
