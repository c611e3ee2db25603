namespace FinalAccounts.Checks.Text;

/// <summary>Percentages that the amounts of their sentence do not give: 占…的100%, 执行率98% (TXT-04).</summary>
internal static class ShareCheck
{
    // Amounts are known to 50元.
    private const decimal Half = 50m;

    private static readonly string[] Budgets = ["年初预算", "全年预算", "调整预算", "调整后预算"];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        for (var i = 0; i < data.Passages.Count; i++)
        {
            foreach (var percent in data.Mentions[i].Where(mention => mention is { Kind: MentionKind.Percent, Approximate: false }))
            {
                var start = MentionText.SentenceStart(data.Passages[i], percent.Start);
                var amounts = data.Mentions[i].Where(mention => mention.Kind == MentionKind.Amount && mention.Start >= start && mention.End <= percent.Start).ToList();
                if (amounts.Count > 0 && (Share(data, percent, amounts) ?? Execution(percent, amounts)) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? Share(TextData data, NumberMention percent, List<NumberMention> amounts)
    {
        var clause = percent.Clause;
        var at = clause.LastIndexOf('占');
        var part = amounts.LastOrDefault(amount => !MentionText.IsChange(amount));
        if (at < 0 || part is null)
        {
            return null;
        }

        var name = clause[(at + 1)..].ToString().Trim('的', '为', '达', '约', '到').Replace("比重", "", StringComparison.Ordinal).Replace("比例", "", StringComparison.Ordinal).TrimEnd('的');
        if (data.Formulas.Bases.GetValueOrDefault(name) is not { } formula || data.Book.Evaluate(formula) is not { Number: { } whole and > 0 } value
            || Fits(percent, part.Value, whole))
        {
            return null;
        }

        return MentionFindings.Differs(
            Severity.Error, "TXT-04",
            $"{part.Written}占{name}（{MentionFindings.Amount(whole)}）的{MentionFindings.Print(part.Value / whole, percent)}，写的是{percent.Written}，请改正",
            percent, part.Value / whole, value.Cells.Select(cell => cell.Place).Prepend(part.Place));
    }

    private static Finding? Execution(NumberMention percent, List<NumberMention> amounts)
    {
        var clause = percent.Clause;
        if (!clause.Contains("执行率", StringComparison.Ordinal) && !(clause.Contains("完成", StringComparison.Ordinal) && clause.Contains("预算", StringComparison.Ordinal)))
        {
            return null;
        }

        // The two amounts right before the rate; where only one of them is said, the other stands elsewhere.
        if (amounts is not [.., var budget, var executed] || !IsExecuted(executed) || IsExecuted(budget)
            || !budget.Clause.Contains("预算", StringComparison.Ordinal) || budget.Value == 0 || IsOther(clause.ToString(), budget.Clause.ToString()) || Fits(percent, executed.Value, budget.Value))
        {
            return null;
        }

        return MentionFindings.Differs(
            Severity.Error, "TXT-04",
            $"{executed.Written}是{budget.Written}的{MentionFindings.Print(executed.Value / budget.Value, percent)}，写的是{percent.Written}，请改正",
            percent, executed.Value / budget.Value, [executed.Place, budget.Place]);
    }

    // 完成年初预算的98%, where 全年预算 is what was said last.
    private static bool IsOther(string clause, string budget) =>
        Array.Find(Budgets, name => clause.Contains(name, StringComparison.Ordinal)) is { } named
        && Array.Exists(Budgets, name => name != named && budget.Contains(name, StringComparison.Ordinal));

    private static bool IsExecuted(NumberMention amount)
    {
        var clause = amount.Clause;
        return !MentionText.IsChange(amount) && (clause.Contains("执行", StringComparison.Ordinal) || clause.Contains("使用", StringComparison.Ordinal)
            || clause.Contains("决算", StringComparison.Ordinal));
    }

    // The exact ratio may lie anywhere that the rounding of both amounts allows.
    private static bool Fits(NumberMention percent, decimal part, decimal whole)
    {
        var half = percent.Precision / 2;
        var low = (part - Half) / (whole + Half);
        var high = (part + Half) / Math.Max(1, whole - Half);
        return percent.Value + half >= low && percent.Value - half <= high;
    }
}
