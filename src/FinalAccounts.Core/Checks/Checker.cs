using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Checks;

/// <summary>Checks a unit's accounts against the rules of the template set (勾稽关系) and the facts that formulas use.</summary>
public static class Checker
{
    /// <summary>All findings, in the order of the rules and of the tables' rows.</summary>
    public static IReadOnlyList<Finding> Check(CompiledSet set, DepartmentAccounts accounts, CancellationToken cancellation) =>
        Check(set, new MetricBook(set, accounts), cancellation);

    /// <summary>The same with metrics that other stages use as well.</summary>
    public static IReadOnlyList<Finding> Check(CompiledSet set, MetricBook book, CancellationToken cancellation) => Check(set, book, new HashSet<Place>(), cancellation);

    /// <summary>The same, silent about what rests on cells that the import already reported.</summary>
    internal static IReadOnlyList<Finding> Check(CompiledSet set, MetricBook book, IReadOnlySet<Place> causes, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var rule in set.Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(new RuleCheck(rule, set, book, causes).Run(cancellation));
        }

        findings.AddRange(book.Metrics.Where(metric => metric.Problem is not null).Select(metric => new Finding(
            Severity.Error, "CHK-01", $"指标“{metric.Name}”算不出：{metric.Problem}",
            metric.Origin.Cells.Select(cell => cell.Place).OfType<Place>().ToList())));
        findings = [.. SaidOnce.Of(causes, findings)];
        findings.AddRange(PriorNames(set, book.Accounts));
        return findings;
    }

    // A name that no metric has would be ignored in silence.
    private static IEnumerable<Finding> PriorNames(CompiledSet set, DepartmentAccounts accounts)
    {
        var money = set.Set.Metrics.Where(metric => metric.Unit == FormulaUnits.Yuan).Select(metric => metric.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var record in accounts.Facts.Records(PriorFigures.Sheet))
        {
            if (record.Values.GetValueOrDefault(PriorFigures.NameField) is { Text: { } name } value && !money.Contains(name.Trim()))
            {
                yield return new Finding(
                    Severity.Warning, "CHK-02",
                    $"上年数里的“{name}”不是金额指标的名称，没有用上{Suggestion.For(name.Trim(), money.Order(StringComparer.Ordinal))}",
                    value.Place is { } place ? [place] : []);
            }
        }
    }
}
