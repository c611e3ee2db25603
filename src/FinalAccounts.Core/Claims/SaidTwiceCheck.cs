using FinalAccounts.Checks.Text;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>One claim made twice with different figures, where no table says which is right (CLM-02): amounts, budgets and last year's figures of one metric, amounts of one subject within a section, counts beside one noun.</summary>
internal static class SaidTwiceCheck
{
    private const int ShortestSubject = 6;

    /// <summary>The findings, at the later one.</summary>
    public static IEnumerable<Finding> Run(ClaimData data) => Amounts(data).Concat(Counts(data));

    private static IEnumerable<Finding> Amounts(ClaimData data)
    {
        var first = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var passage in data.Passages.Where(passage => passage.Section is { Subjects.Count: > 0 }))
        {
            foreach (var claim in passage.Claims.Where(claim => !claim.Number.Approximate && claim.Number.Kind == MentionKind.Amount))
            {
                if (Key(data, passage, claim) is { } key && !first.TryAdd(key, claim) && !ClaimArithmetic.Same(first[key].Value, claim.Value, claim.Number.Precision))
                {
                    yield return Differs(Name(claim), claim.Number, first[key].Number);
                }
            }
        }
    }

    // What a table knows is held against the table.
    private static string? Key(ClaimData data, ClaimedPassage passage, Claim claim) => claim switch
    {
        { IsAmount: true, Metric: { } metric } => data.Metric(metric) is null ? metric : null,
        { Role: ClaimRole.Budget, Metric: { } metric } => $"{claim.Base} {metric}",
        { Role: ClaimRole.Prior, Metric: { } metric } => data.Metric(metric)?.PriorValue is null ? $"上年 {metric}" : null,
        { IsAmount: true, Subject.Length: >= ShortestSubject } when passage.Topic is null && passage.Section!.Rows is null && !NumberedList.IsItem(passage.Passage.Content) =>
            $"{passage.Section.Name}：{LooseText.Of(claim.Subject)}",
        _ => null,
    };

    private static string Name(Claim claim) => claim.Subject.Length > 0 ? claim.Subject : claim.Metric!;

    // 共有车辆63辆 … 共有车辆62辆: where the unit's own count is not known.
    private static IEnumerable<Finding> Counts(ClaimData data)
    {
        var figures = data.Text.Formulas.Figures.Where(figure => figure.Figure.Unit is not "万元" and not "%" && !figure.Values.Any(value => data.Text.Book.Evaluate(value).Number is not null)).Select(figure => figure.Figure).ToList();
        var first = new Dictionary<MentionFigure, NumberMention>();
        foreach (var mention in figures.Count == 0 ? [] : data.Text.Mentions.SelectMany(mentions => mentions).Where(mention => mention is { Kind: MentionKind.Count, Approximate: false }))
        {
            if (figures.Find(figure => MentionText.IsUnit(mention, figure.Unit) && BesideCheck.Name(figure, mention) is not null) is { } figure
                && !MentionText.IsChange(mention) && !MentionText.IsOfOtherYear(mention, data.Text.Book.Accounts.FiscalYear)
                && !first.TryAdd(figure, mention) && first[figure].Value != mention.Value)
            {
                yield return Differs(figure.Names[0], mention, first[figure]);
            }
        }
    }

    private static Finding Differs(string name, NumberMention now, NumberMention first) => ClaimData.Differs(
        Severity.Error, "CLM-02", $"“{name}”这里是{now.Written}，前面是{first.Written}，同一个数两处不同", now, first.Value, [first.Place], "核对后改成一致");
}
