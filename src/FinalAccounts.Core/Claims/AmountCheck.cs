using FinalAccounts.Checks.Text;
using FinalAccounts.Documents;

namespace FinalAccounts.Claims;

/// <summary>Amounts whose subject names a figure of the tables and that are another (CLM-01), and amounts of one subject that differ where no table says which is right (CLM-02).</summary>
internal static class AmountCheck
{
    /// <summary>The findings, each number once.</summary>
    public static IEnumerable<Finding> Run(ClaimData data)
    {
        var unknown = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var passage in data.Passages)
        {
            foreach (var claim in passage.Claims.Where(claim => claim.IsAmount && !claim.Number.Approximate))
            {
                if (Known(data, passage, claim) is { } known)
                {
                    if (!ClaimArithmetic.Same(claim.Value, known.Value, claim.Number.Precision))
                    {
                        yield return Wrong(claim, known.Name, known.Value, known.Places);
                    }
                }
                else if (claim.Metric is { } metric && !unknown.TryAdd(metric, claim) && !ClaimArithmetic.Same(unknown[metric].Value, claim.Value, claim.Number.Precision))
                {
                    var first = unknown[metric];
                    yield return ClaimData.Differs(
                        Severity.Error, "CLM-02", $"“{claim.Subject}”这里是{claim.Number.Written}，前面是{first.Number.Written}，同一个数两处不同", claim.Number, first.Value, [first.Number.Place],
                        "核对后改成一致");
                }
            }
        }
    }

    private static Finding Wrong(Claim claim, string name, decimal value, IEnumerable<Place?> places) => ClaimData.Differs(
        Severity.Error, "CLM-01", $"文字写“{(claim.Subject.Length > 0 ? claim.Subject : name)}”{claim.Number.Written}，表里{name}是{MentionFindings.Print(value, claim.Number)}{ClaimArithmetic.Scale(claim.Value, value)}",
        claim.Number, value, places, "以表为准改正文字；表错的改正表");

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
        var code = claim.Role == Templates.ClaimRole.Actual && IsFirstActual(passage, claim) ? passage.Topic : null;
        var row = code is null && claim.Role == Templates.ClaimRole.Amount ? data.Reader.Subjects.Row(rows, claim.Subject) : null;
        var cell = row is null ? data.Cell(rows, code) : row.Cell(rows.Column);
        var name = row?.Name ?? data.Text.Book.Accounts.Tables.GetValueOrDefault(rows.Table)?.Row(code ?? "")?.Name;
        return cell.Value is { } value && name is not null ? ($"“{name}”", value, [cell.Place]) : null;
    }

    private static bool IsFirstActual(ClaimedPassage passage, Claim claim) =>
        ReferenceEquals(passage.Claims.FirstOrDefault(one => one.Role == Templates.ClaimRole.Actual), claim) && claim.Subject.Length == 0;
}
