namespace FinalAccounts.Findings;

/// <summary>What people read of a finding: the name of its severity, and what to do about it.</summary>
public static class FindingWords
{
    /// <summary>错误, 提醒, 尾差….</summary>
    public static string Name(Severity severity) => severity switch
    {
        Severity.Fatal => "无法读取",
        Severity.Error => "错误",
        Severity.Warning => "提醒",
        Severity.Rounding => "尾差",
        _ => "说明",
    };

    /// <summary>The finding's own remedy, else that of its severity.</summary>
    public static string Remedy(Finding finding) => finding.Remedy ?? finding.Severity switch
    {
        Severity.Fatal => "改正文件后再读",
        Severity.Error => "改正后再公开",
        Severity.Warning => "请核对",
        Severity.Rounding => "万元换算的尾差，不用改",
        _ => "",
    };

    /// <summary>错误 2，提醒 1，尾差 3.</summary>
    public static string Summary(IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? "没有发现问题" : string.Join("，", findings
            .GroupBy(finding => finding.Severity)
            .OrderByDescending(group => group.Key)
            .Select(group => $"{Name(group.Key)} {group.Count()}"));
}
