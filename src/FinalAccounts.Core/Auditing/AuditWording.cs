namespace FinalAccounts.Auditing;

/// <summary>What the import says of workbooks that people fill in, said of a document that was published: nobody audits to change a template set, and nothing is imported.</summary>
internal static class AuditWording
{
    private static readonly (string Of, string Said)[] Words =
    [
        ("；本省的写法不同的，在模板集的 synonyms.yaml 里加上", ""),
        ("；这一列确是本省的表有的，请在模板集的表样里加上", ""),
        ("；本省的表确有这一行的，请在模板集的表样里加上", ""),
        ("把另一份移到别的工作簿里再导入", "删去另一份"),
        ("这个工作簿里没有认出一张公开表", "文档里没有认出一张公开表"),
        ("不在这张表的表样里", "不是这张表应有的"),
        ("在版式里有", "应有"),
        ("，工作表里有", "，文档里有"),
        ("请按版式补齐这些行", "请补齐这些行"),
        ("请改为版式里的名称", "请改为规定的名称"),
        ("没有导入表", "没有读到表"),
        ("请用 Excel 或 WPS 打开工作簿，重新计算并保存", "请填入计算的结果"),
        ("工作簿", "文档"),
        ("再导入", "再审核"),
        ("工作表", "表"),
    ];

    /// <summary>The message.</summary>
    public static string Of(string message) => Words.Aggregate(message, (said, word) => said.Replace(word.Of, word.Said, StringComparison.Ordinal));
}
