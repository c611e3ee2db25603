namespace FinalAccounts.Templates;

/// <summary>One thing that a set says otherwise than those it inherits from, or adds to them, without replacing a whole file.</summary>
/// <param name="Kind">指标, 规则, 图, 表样, 文字资料, 名词, 语句, 去掉….</param>
/// <param name="Name">What is changed: 收支总计, 表05 列“小计”.</param>
/// <param name="File">The file that says it, with its set: jiangnan-2024/metrics/本省.yaml.</param>
/// <param name="Over">The file whose entry no longer counts, with its set; null for an addition.</param>
public sealed record SetChange(string Kind, string Name, string File, string? Over);
