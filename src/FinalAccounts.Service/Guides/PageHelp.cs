namespace FinalAccounts.Service.Guides;

/// <summary>The paragraph of the guides that each page's “?” opens.</summary>
public static class PageHelp
{
    // By the page's name; what is not here is judged by its folder. A test finds a page or an anchor that is missing.
    private static readonly Dictionary<string, string> ByPage = new()
    {
        ["/Index"] = "web#全部单位",
        ["/Account"] = "web",
        ["/Audit"] = "web#审计记录",
        ["/Batches"] = "web#全部单位",
        ["/Comments"] = "web#意见",
        ["/Data/Upload"] = "web#提交工作簿",
        ["/Data/Import"] = "web#提交工作簿",
        ["/Data/Correct"] = "web#更正",
        ["/Data/Corrections"] = "web#更正",
        ["/Data/Undo"] = "web#更正",
        ["/Data/Tables"] = "web#更正",
        ["/Data/Facts"] = "web#填写文字资料",
        ["/Data/FactsEdit"] = "web#填写文字资料",
        ["/Data/Findings"] = "web#核对结果",
        ["/Data/Generate"] = "web#生成",
        ["/Data/Decide"] = "web#提交工作簿",
        ["/Deliveries"] = "web#全部单位",
        ["/Editions"] = "web#审核",
        ["/Help"] = "web",
        ["/Notices/Index"] = "web#通知",
        ["/Notices/Settings"] = "web#通知",
        ["/Notices/Robots"] = "web#通知机器人",
        ["/People/Tokens"] = "interface",
        ["/People/Token"] = "interface",
        ["/People"] = "web#人员",
        ["/Reviews"] = "web#公开文档审核",
        ["/Runs"] = "web#生成",
        ["/Schedules"] = "web#全部单位",
        ["/Templates"] = "words",
        ["/Templates/Set"] = "sets",
        ["/Templates/New"] = "sets",
        ["/Templates/Design"] = "sets",
        ["/Templates/Workbench"] = "web#文字",
        ["/Templates/Proposals"] = "web#审核",
        ["/Templates/Proposal"] = "web#审核",
        ["/Units/Index"] = "web#全部单位",
        ["/Units/Unit"] = "web#财务",
        ["/Units/Year"] = "web#财务",
        ["/Units"] = "web#单位",
        ["/Upkeep"] = "service#备份和恢复",
    };

    /// <summary>The paragraph's address; null for a page that has none.</summary>
    /// <param name="page">As Razor names it: /Units/Year.</param>
    public static string? Of(string page) =>
        (ByPage.GetValueOrDefault(page) ?? ByPage.GetValueOrDefault(page[..Math.Max(0, page.LastIndexOf('/'))])) is { } place ? $"/help/{place}" : null;
}
