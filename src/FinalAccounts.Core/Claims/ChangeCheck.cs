using FinalAccounts.Checks.Text;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Changes: their directions against each other (FRM-09), growth from nothing (FRM-10), the percentage against amount and change (CLM-03), the change against last year's figure (CLM-04).</summary>
internal static class ChangeCheck
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(ClaimData data)
    {
        foreach (var passage in data.Passages)
        {
            for (var i = 0; i < passage.Claims.Count; i++)
            {
                var claim = passage.Claims[i];
                if (claim.Role == ClaimRole.Change && Compared(data, passage, i) is { } change)
                {
                    yield return change;
                }
                else if (claim.Role == ClaimRole.Rate && !claim.Number.Approximate && Rated(data, passage, i) is { } rate)
                {
                    yield return rate;
                }
            }
        }
    }

    /// <summary>The amounts that a change may be of: those of its subject, else the nearest one before it.</summary>
    public static IReadOnlyList<decimal> Amounts(ClaimData data, ClaimedPassage passage, Claim change)
    {
        var before = passage.Before(change.Number.Start).Where(claim => claim.IsAmount).ToList();
        var own = change.Subject.Length == 0 ? before.TakeLast(1)
            : before.Where(claim => IsSame(claim, change));
        var amounts = own.Select(claim => claim.Value).ToList();
        if (data.Metric(change.Metric) is { } metric)
        {
            amounts.Add(metric.Value!.Value);
        }

        return amounts;
    }

    private static bool IsSame(Claim amount, Claim change) =>
        (amount.Metric is not null && amount.Metric == change.Metric) || (amount.Subject.Length > 1
            && (amount.Subject.EndsWith(change.Subject, StringComparison.Ordinal) || change.Subject.EndsWith(amount.Subject, StringComparison.Ordinal)));

    private static Finding? Compared(ClaimData data, ClaimedPassage passage, int at)
    {
        var change = passage.Claims[at];
        if (change.Base != "上年" || change.Number.Approximate)
        {
            return null;
        }

        var metric = data.Metric(change.Metric ?? (change.Subject.Length == 0 ? passage.Before(change.Number.Start).LastOrDefault(claim => claim.IsAmount)?.Metric : null));
        if (metric?.PriorValue is not { } prior || Math.Abs(metric.Value!.Value - prior) is var difference
            && ClaimArithmetic.Same(change.Value, difference, change.Number.Precision) && (difference <= ClaimArithmetic.Half * 3 || Math.Sign(metric.Value.Value - prior) == change.Sign))
        {
            return null;
        }

        var exact = metric.Value.Value - prior;
        return ClaimData.Differs(
            Severity.Error, "CLM-04",
            $"文字写比上年{(change.Sign > 0 ? "增加" : "减少")}{change.Number.Written}，{metric.Name}是{MentionFindings.Amount(metric.Value.Value)}－上年{MentionFindings.Amount(prior)}＝{MentionFindings.Amount(exact)}",
            change.Number, Math.Abs(exact), [.. metric.Origin.Cells.Take(1).Select(cell => cell.Place), .. metric.PriorOrigin!.Cells.Take(1).Select(cell => cell.Place)], "核对上年数和增减额");
    }

    private static Finding? Rated(ClaimData data, ClaimedPassage passage, int at)
    {
        var rate = passage.Claims[at];
        var (start, _) = passage.Sentence(rate.Number.Start);
        var change = at > 0 && passage.Claims[at - 1] is { Role: ClaimRole.Change } one && one.Number.Start >= start ? one : null;
        if (change is null || change.Number.Approximate)
        {
            return null;
        }

        if (change.Sign * rate.Sign < 0)
        {
            return new Finding(
                Severity.Warning, "FRM-09", $"“{passage.Passage.Content[Math.Max(start, change.Number.Start - 6)..rate.Number.End]}”前后说的增减方向相反", Places(rate))
            {
                Actual = rate.Number.Written,
                Remedy = "核对后改成同一个方向",
            };
        }

        var amounts = Amounts(data, passage, change);
        var budget = change.Base is not null and not "上年" ? passage.Before(change.Number.Start).LastOrDefault(claim => claim.Role == ClaimRole.Budget) : null;
        var bases = budget is not null ? [budget.Value] : amounts.Select(amount => amount - (change.Sign * change.Value)).ToList();
        if (bases.Count == 0)
        {
            return null;
        }

        if (bases.TrueForAll(basis => Math.Abs(basis) <= ClaimArithmetic.Half * 2 || (basis < 0 && change.Sign > 0)) && change.Sign > 0 && change.Value > ClaimArithmetic.Half * 2)
        {
            return bases.TrueForAll(basis => Math.Abs(basis) <= ClaimArithmetic.Half * 2) ? new Finding(
                Severity.Warning, "FRM-10", $"“{passage.Passage.Content[Math.Max(start, change.Number.Start - 6)..rate.Number.End]}”：增加额就是全部决算数，基数为0时没有增减幅度", Places(rate))
            {
                Actual = rate.Number.Written,
                Remedy = "改为“基数为0，不可比”，或删去增减幅度",
            }
            : null;
        }

        var fits = bases.Select(basis => (Basis: basis, Fit: ClaimArithmetic.Ratio(rate, change.Value, basis, ClaimArithmetic.Half * 2))).ToList();
        if (fits.Exists(one => one.Fit is Fit.Yes or Fit.Unknown))
        {
            return null;
        }

        var (basis, fit) = fits.Find(one => one.Fit == Fit.LastDigit) is { Fit: Fit.LastDigit } near ? near : fits[0];
        if (basis <= 0)
        {
            return null;
        }

        var sum = budget is not null
            ? $"{change.Number.Written}÷{budget.Number.Written}"
            : $"{change.Number.Written}÷（{MentionFindings.Amount(basis + (change.Sign * change.Value))}{(change.Sign > 0 ? "－" : "＋")}{change.Number.Written}）";
        return ClaimData.Differs(
            fit == Fit.LastDigit ? Severity.Rounding : Severity.Error, "CLM-03",
            $"增减幅写的是{rate.Number.Written}，{sum}＝{MentionFindings.Print(change.Value / basis, rate.Number)}{(fit == Fit.LastDigit ? "，差在末位的舍入" : "")}",
            rate.Number, change.Value / basis, [change.Number.Place], "核对决算数、增减额和增减幅");
    }

    private static Place[] Places(Claim claim) => claim.Number.Place is { } place ? [place] : [];
}
