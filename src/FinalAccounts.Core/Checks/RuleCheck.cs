using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Checks;

/// <summary>One rule applied to one unit's accounts, at each row and column that it repeats over.</summary>
internal sealed class RuleCheck(CompiledRule rule, CompiledSet set, MetricBook book, IReadOnlySet<Place> causes)
{
    /// <summary>The findings; a rule whose data are not there says so once.</summary>
    public IEnumerable<Finding> Run(CancellationToken cancellation)
    {
        if (rule.Over is null)
        {
            return At(null, []);
        }

        if (rule.Over.Sheet is { } sheet)
        {
            return OverRecords(sheet, cancellation);
        }

        if (book.Cells.Rows(rule.Over) is not { } rows)
        {
            return [NotChecked($"没有读到{rule.Over.Table}", [])];
        }

        var findings = new List<Finding>();
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var column in rule.Columns ?? [null!])
            {
                findings.AddRange(At(
                    new RowContext(row.Key, SubjectIndex.CodeOf(row) ?? row.Key, row.Name, column), row.Cells.Values.Select(cell => cell.Place)));
                if (findings is [.., { Severity: Severity.Warning, Rule: NotCheckedRule }])
                {
                    return findings;
                }
            }
        }

        return findings;
    }

    private const string NotCheckedRule = "CHK-03";

    private List<Finding> OverRecords(string sheet, CancellationToken cancellation)
    {
        if (!book.Accounts.Facts.Sheets.ContainsKey(sheet))
        {
            return [NotChecked(MissingSheet.Reason(sheet), [])];
        }

        var findings = new OrderedDictionary<string, Finding>();
        foreach (var (number, record) in book.Records.Find(new FactNode(sheet, null, 0, 0, 0), null))
        {
            cancellation.ThrowIfCancellationRequested();
            var key = $"第{number}条";
            var at = new RowContext(key, key, sheet, null) { Record = record };
            foreach (var (part, finding) in At(at, record.Values.Values.Select(value => value.Place)).Index())
            {
                // The records of a group repeat the group's figure: a mistake in it is one mistake, with all their cells.
                var shared = Shared(rule.Formula.Root, at);
                var mistake = shared.Length == 0 ? $"{key} {part}" : $"{finding.Rule} {finding.Actual} {finding.Expected} {shared}";
                findings[mistake] = findings.TryGetValue(mistake, out var said) ? said with { Places = said.Places.Union(finding.Places).ToList() } : finding;
            }
        }

        return [.. findings.Values];
    }

    // The cells of what several records are held against, in words.
    private string Shared(FormulaNode node, RowContext at) => node switch
    {
        LogicNode both => Shared(both.Left, at) + Shared(both.Right, at),
        ComparisonNode comparison => string.Join('|', Places(book.Evaluate(comparison.Right, at).Cells)),
        _ => "",
    };

    /// <param name="own">Where the row or record stands, for a rule that rests on no cell (a count of nothing).</param>
    private List<Finding> At(RowContext? at, IEnumerable<Place?> own)
    {
        if (rule.When is { } condition)
        {
            var applies = book.Evaluate(condition, at);
            if (applies.Problem is { } problem)
            {
                return [NotChecked(problem, applies.Cells)];
            }

            // A rule for what is not there does not apply where it is not known.
            if (applies.Truth != true || applies.Cells.Any(cell => cell.Place is { } place && causes.Covers(place)))
            {
                return [];
            }
        }

        return Check(rule.Formula.Root, at)
            .Select(finding => finding is { Places: [], Rule: not NotCheckedRule } ? finding with { Places = own.OfType<Place>().ToList() } : finding)
            .ToList();
    }

    // Both sides of 且 are rules of their own, so that each says its figures.
    private IEnumerable<Finding> Check(FormulaNode node, RowContext? at) => node switch
    {
        LogicNode { Or: false } both => Check(both.Left, at).Concat(Check(both.Right, at)),
        ComparisonNode comparison => Compare(comparison, at),
        _ => Plain(node, at),
    };

    private IEnumerable<Finding> Plain(FormulaNode node, RowContext? at)
    {
        var value = book.Evaluate(node, at);
        if (value.Problem is { } problem)
        {
            yield return NotChecked(problem, value.Cells);
        }
        else if (value.Truth != true)
        {
            yield return new Finding(rule.Definition.Severity, rule.Definition.Code, Message(at), Places(value.Cells)) { Remedy = rule.Definition.Remedy };
        }
    }

    private IEnumerable<Finding> Compare(ComparisonNode comparison, RowContext? at)
    {
        var left = book.Evaluate(comparison.Left, at);
        var right = book.Evaluate(comparison.Right, at);
        if ((left.Problem ?? right.Problem) is { } problem)
        {
            yield return NotChecked(problem, left.Cells.Concat(right.Cells));
            yield break;
        }

        var unit = FormulaUnits.Of(comparison, set.Index, set.Set.Metrics, rule.Over?.Sheet);
        var money = unit == FormulaUnits.Yuan;
        var cells = left.Cells.Concat(right.Cells).DistinctBy(cell => (cell.Table, cell.Row, cell.Column)).ToList();
        var difference = new RuleDifference(
            comparison.Operator, left.Number ?? 0, right.Number ?? 0, unit,
            money && !rule.Definition.Exact ? RoundingBound.Of(cells, book.Accounts) : 0, rule.Definition.Tolerance);
        if (!difference.IsBreach)
        {
            yield break;
        }

        var severity = difference.IsRounding ? Severity.Rounding : rule.Definition.Severity;
        yield return new Finding(severity, rule.Definition.Code, $"{Message(at)}：{difference.InWords}", Places(cells))
        {
            Expected = difference.Expected,
            Actual = difference.Actual,
            Difference = difference.Difference,
            Remedy = rule.Definition.Remedy,
        };
    }

    private string Message(RowContext? at)
    {
        if (at is null)
        {
            return rule.Definition.Message;
        }

        if (at.Record is { } record)
        {
            var name = rule.Over!.Sheet is { } sheet && set.Index.Sheets[sheet].Fields.Values.FirstOrDefault(field => field.Type == FactType.Text) is { } field
                ? record.Values.GetValueOrDefault(field.Name)?.Text : null;
            return $"{rule.Definition.Message}（{at.Name}{at.Key}{(name is null ? "" : " " + name)}）";
        }

        var row = at.Key == at.Name ? at.Name : $"{at.Key} {at.Name}";
        return $"{rule.Definition.Message}（{rule.Over!.Table} {row}{(at.Column is { } column ? "，" + column : "")}）";
    }

    private Finding NotChecked(string problem, IEnumerable<OriginCell> cells) =>
        new(Severity.Warning, NotCheckedRule, $"规则 {rule.Definition.Code} 没有检查：{problem}", Places(cells));

    private static List<Place> Places(IEnumerable<OriginCell> cells) =>
        cells.Select(cell => cell.Place).OfType<Place>().Distinct().ToList();
}
