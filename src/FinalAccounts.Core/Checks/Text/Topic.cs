namespace FinalAccounts.Checks.Text;

/// <summary>What a figure is about, as the pairs of characters in the words around it.</summary>
internal static class Topic
{
    // Words that stand beside every figure tell nothing.
    private static readonly string[] Everywhere =
    [
        "业务经费", "项目", "经费", "支出", "收入", "预算", "决算", "调整后", "实际", "执行数", "执行", "使用", "全年", "年初", "上年", "本年", "年度",
        "金额", "资金", "合计", "小计", "总计", "其中", "用于", "万元", "自评表", "综述", "自评", "绩效", "工作", "情况", "结果", "工程", "建设",
    ];

    /// <summary>The pairs of characters of a text, but for those that tell nothing.</summary>
    public static void Collect(string text, HashSet<(char, char)> pairs)
    {
        foreach (var word in Everywhere)
        {
            text = text.Replace(word, " ", StringComparison.Ordinal);
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (IsHan(text[i - 1]) && IsHan(text[i]))
            {
                pairs.Add((text[i - 1], text[i]));
            }
        }
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
