using FinalAccounts.Checks.Text;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Amounts, budgets and last year's figures whose subject names a figure of the tables and that are another (CLM-01).</summary>
internal static class AmountCheck
{
    /// <summary>The findings, each number once.</summary>
    public static IEnumerable<Finding> Run(ClaimData data)
    {
        foreach (var passage in data.Passages)
        {
            foreach (var claim in passage.Claims.Where(claim => claim.Number is { Kind: MentionKind.Amount, Approximate: false }))
            {
                if (Expected(data, passage, claim) is { } known && !ClaimArithmetic.Same(claim.Value, known.Value, claim.Number.Precision))
                {
                    yield return Wrong(claim, known.Name, known.Value, known.Places);
                }
            }
        }
    }

    private static Finding Wrong(Claim claim, string name, decimal value, IEnumerable<Place?> places) => ClaimData.Differs(
        Severity.Error, "CLM-01", $"文字写“{(claim.Subject.Length > 0 && claim.IsAmount ? claim.Subject : name)}”{claim.Number.Written}，表里{name}是{MentionFindings.Print(value, claim.Number)}{ClaimArithmetic.Scale(claim.Value, value)}",
        claim.Number, value, places, "以表为准改正文字；表错的改正表");

    private static (string Name, decimal Value, IEnumerable<Place?> Places)? Expected(ClaimData data, ClaimedPassage passage, Claim claim) => claim.Role switch
    {
        _ when claim.IsAmount => Known(data, passage, claim),
        ClaimRole.Prior => Prior(data, claim),
        ClaimRole.Budget => Budget(data, claim),
        _ => null,
    };

    // 上年结转和结余 is a figure of this year.
    private static (string Name, decimal Value, IEnumerable<Place?> Places)? Prior(ClaimData data, Claim claim) =>
        !data.Words.SaysPrior(claim.Subject) && data.Metric(claim.Metric) is { PriorValue: { } prior } metric
            ? ($"上年{metric.Name}", prior, metric.PriorOrigin!.Cells.Select(cell => cell.Place)) : null;

    // The tables' budget is the set's: an 年初预算 is not held against the 全年预算.
    private static (string Name, decimal Value, IEnumerable<Place?> Places)? Budget(ClaimData data, Claim claim)
    {
        const string final = "决算", planned = "预算";
        var other = data.Text.Set.Set.Options.BudgetBase == BudgetBase.Initial ? "年初预算" : "全年预算";
        return claim.Base == other && claim.Metric is { } name && name.EndsWith(final, StringComparison.Ordinal) && data.Metric(name[..^final.Length] + planned) is { } metric
            ? (metric.Name, metric.Value!.Value, metric.Origin.Cells.Select(cell => cell.Place)) : null;
    }

    private static (string Name, decimal Value, IEnumerable<Place?> Places)? Known(ClaimData data, ClaimedPassage passage, Claim claim)
    {
        if (data.Metric(claim.Metric) is { } metric)
        {
            return (metric.Name, metric.Value!.Value, metric.Origin.Cells.Select(cell => cell.Place));
        }

        if (claim.Metric is not null || passage.Section?.Rows is not { } rows)
        {
            return null;
        }

        // …（项）。年初预算为…，支出决算为…: the paragraph's subject; …（类）5.00万元: the number's own.
        var code = claim.Role == ClaimRole.Actual && IsFirstActual(passage, claim) ? passage.Topic : null;
        var row = code is null && claim.Role == ClaimRole.Amount ? data.Reader.Subjects.Row(rows, claim.Subject) : null;
        var cell = row is null ? data.Cell(rows, code) : row.Cell(rows.Column);
        var name = row?.Name ?? data.Text.Book.Accounts.Tables.GetValueOrDefault(rows.Table)?.Row(code ?? "")?.Name;
        return cell.Value is { } value && name is not null ? ($"“{name}”", value, [cell.Place]) : null;
    }

    private static bool IsFirstActual(ClaimedPassage passage, Claim claim) =>
        ReferenceEquals(passage.Claims.FirstOrDefault(one => one.Role == ClaimRole.Actual), claim) && claim.Subject.Length == 0;
}
