using FinalAccounts.Checks.Text;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Final amounts against budgets: the completion rate (TXT-04), a rate where the budget is zero (CLM-05), 决算数大于预算数 against the amounts (CLM-06).</summary>
internal static class BudgetCheck
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(ClaimData data)
    {
        foreach (var passage in data.Passages)
        {
            foreach (var rate in passage.Claims.Where(claim => claim.Role == ClaimRole.Completion && !claim.Number.Approximate))
            {
                if (Completed(data, passage, rate) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var words in passage.Words.Where(words => words.WithBudget))
            {
                if (Compared(passage, words) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    // The budget and the amount nearest before the words, within one subject: no other subject stands between. Where both
    // 年初预算 and 全年预算 are said, the one that is named.
    private static (Claim Budget, Claim Actual)? Pair(ClaimedPassage passage, int position, string? named)
    {
        var before = passage.Before(position).ToList();
        var actual = before.FindLastIndex(claim => claim.IsAmount);
        var last = before.FindLastIndex(claim => claim.Role == ClaimRole.Budget);
        var budget = before.FindLastIndex(claim => claim.Role == ClaimRole.Budget && claim.Base == named) is var meant && meant >= 0 && last - meant == 1 ? meant : last;
        if (actual < 0 || budget < 0 || Math.Abs(actual - budget) > 2)
        {
            return null;
        }

        var (said, planned) = (before[actual], before[budget]);
        var between = passage.Passage.Content[Math.Min(said.Number.End, planned.Number.End)..Math.Max(said.Number.Start, planned.Number.Start)];
        return between.Contains('。', StringComparison.Ordinal) || between.Contains("其中", StringComparison.Ordinal) || (said.Subject.Length > 0 && planned.Subject.Length > 0 && !Alike(said, planned))
            ? null : (planned, said);
    }

    private static bool Alike(Claim a, Claim b) =>
        (a.Metric is not null && a.Metric == b.Metric) || a.Subject.Contains(b.Subject, StringComparison.Ordinal) || b.Subject.Contains(a.Subject, StringComparison.Ordinal);

    private static Finding? Completed(ClaimData data, ClaimedPassage passage, Claim rate)
    {
        var (start, _) = passage.Sentence(rate.Number.Start);
        if (Pair(passage, rate.Number.Start, rate.Base) is not var (budget, actual) || actual.Number.Start < start || budget.Number.Start < start
            || passage.Before(rate.Number.Start).Any(claim => claim.Number.Start > Math.Max(actual.Number.Start, budget.Number.Start)))
        {
            return OfUnsaidBudget(data, passage, rate, start);
        }

        if (budget.Value == 0)
        {
            return new Finding(
                Severity.Error, "CLM-05", $"{budget.Base}是{budget.Number.Written}，没有完成率，文字写的是{rate.Number.Written}", Places(rate, budget))
            {
                Actual = rate.Number.Written,
                Remedy = "删去完成率，写明没有年初预算和支出的原因；或核对预算数",
            };
        }

        return Wrong(rate, actual, budget.Value, budget.Number.Written, [budget.Number.Place]);
    }

    // 支出决算为15.79万元，完成全年预算的92%: the budget stands in a table only.
    private static Finding? OfUnsaidBudget(ClaimData data, ClaimedPassage passage, Claim rate, int start)
    {
        const string final = "决算", planned = "预算";
        if (passage.Before(rate.Number.Start).LastOrDefault() is not { IsAmount: true, Number.Approximate: false, Metric: { } metric } actual || actual.Number.Start < start
            || !metric.EndsWith(final, StringComparison.Ordinal) || data.Metric(metric[..^final.Length] + planned) is not { Value: > 0 } budget)
        {
            return null;
        }

        return Wrong(rate, actual, budget.Value.Value, budget.Name + MentionFindings.Amount(budget.Value.Value), budget.Origin.Cells.Select(cell => cell.Place));
    }

    private static Finding? Wrong(Claim rate, Claim actual, decimal budget, string written, IEnumerable<Place?> places)
    {
        var fit = ClaimArithmetic.Ratio(rate, actual.Value, budget);
        return fit is Fit.Yes or Fit.Unknown ? null : ClaimData.Differs(
            fit == Fit.LastDigit ? Severity.Rounding : Severity.Error, "TXT-04",
            $"{actual.Number.Written}÷{written}＝{MentionFindings.Print(actual.Value / budget, rate.Number)}，完成率写的是{rate.Number.Written}{(fit == Fit.LastDigit ? "，差在末位的舍入" : "")}",
            rate.Number, actual.Value / budget, places.Prepend(actual.Number.Place), "核对预算数、决算数和完成率");
    }

    private static Finding? Compared(ClaimedPassage passage, WordClaim words)
    {
        var named = passage.Before(words.Start).LastOrDefault(claim => claim.Role == ClaimRole.Completion)?.Base;
        if (Pair(passage, words.Start, named) is not var (budget, actual) || (named is null && SaysTwo(passage, budget)) || (words.Subject.Length > 1 && !Names(actual, words) && !Names(budget, words)))
        {
            return null;
        }

        // What rounding hides cannot be told.
        var difference = actual.Value - budget.Value;
        var equal = Math.Abs(difference) <= (words.Sign == 0 ? ClaimArithmetic.Half * 2 : 0);
        if (Math.Sign(difference) == words.Sign || (equal && words.Sign == 0))
        {
            return null;
        }

        var relation = difference > 0 ? "大于" : difference < 0 ? "小于" : "等于";
        return new Finding(
            Severity.Error, "CLM-06", $"文字写“{words.Text}”，而决算{actual.Number.Written}{relation}{budget.Base}{budget.Number.Written}",
            [.. new[] { passage.Passage.CellAt(words.Start)?.Place }.OfType<Place>().Concat(Places(actual, budget)).Distinct()])
        {
            Expected = relation,
            Actual = words.Text,
            Remedy = "改正“大于”“小于”，并核对原因",
        };
    }

    // 年初预算为0万元，全年预算为5万元: which of them the words mean is not said.
    private static bool SaysTwo(ClaimedPassage passage, Claim budget) =>
        passage.Before(budget.Number.Start).LastOrDefault() is { Role: ClaimRole.Budget } other && other.Base != budget.Base;

    private static bool Names(Claim claim, WordClaim words) =>
        (claim.Metric is not null && claim.Metric == words.Metric) || (claim.Subject.Length > 1
            && (claim.Subject.Contains(words.Subject, StringComparison.Ordinal) || words.Subject.Contains(claim.Subject, StringComparison.Ordinal)));

    private static Place[] Places(Claim first, Claim second) => [.. new[] { first.Number.Place, second.Number.Place }.OfType<Place>().Distinct()];
}
