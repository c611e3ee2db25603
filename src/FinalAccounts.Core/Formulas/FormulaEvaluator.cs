using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>Evaluates one checked formula for one unit's accounts and collects the cells that take part.</summary>
internal sealed class FormulaEvaluator : IFormulaVisitor<FormulaItem>
{
    private const string TooLarge = "结果太大，超出可以表示的范围";

    // Differences, percentages and sums of what formulas yield stay within decimal.
    private const decimal Largest = 1e24m;

    private readonly MetricBook book;
    private readonly RowContext? at;
    private readonly FormulaEvidence evidence = new();

    private FormulaEvaluator(MetricBook book, RowContext? at) => (this.book, this.at) = (book, at);

    /// <summary>The value; it is blank and says why when a table is missing or a number becomes too large.</summary>
    public static FormulaValue Evaluate(FormulaNode root, MetricBook book, RowContext? at)
    {
        var evaluator = new FormulaEvaluator(book, at);
        FormulaItem item = default;
        try
        {
            item = root.Accept(evaluator);
        }
        catch (OverflowException)
        {
            evaluator.evidence.Fails(TooLarge);
        }

        if (item.Number is { } number && Math.Abs(number) > Largest)
        {
            evaluator.evidence.Fails(TooLarge);
        }

        return evaluator.evidence.Problem is null
            ? new FormulaValue(item.Number, item.Truth, evaluator.evidence.Cells)
            : new FormulaValue(null, null, evaluator.evidence.Cells) { Problem = evaluator.evidence.Problem };
    }

    public FormulaItem Visit(NumberNode node) => new(node.Value);

    public FormulaItem Visit(CellNode node) => new(Members(node) is [var only] ? only : null);

    public FormulaItem Visit(FactNode node)
    {
        if (!book.Accounts.Facts.Sheets.ContainsKey(node.Sheet))
        {
            evidence.Fails(MissingSheet.Reason(node.Sheet));
            return default;
        }

        var fact = book.Accounts.Facts.Field(node.Sheet, node.Field!);
        evidence.Take(new OriginCell(book.Year + node.Sheet, "", node.Field!, fact?.Number, book.Accounts.Facts.PlaceOf(node.Sheet, book.Accounts.Facts.Record(node.Sheet), node.Field!)));
        Check(fact, node);
        return FormulaItem.Of(fact);
    }

    public FormulaItem Visit(RecordNode node)
    {
        var fact = at!.Record!.Values.GetValueOrDefault(node.Field);
        evidence.Take(new OriginCell(at.Name, at.Key, node.Field, fact?.Number, fact?.Place ?? at.Record.Blanks.GetValueOrDefault(node.Field)));
        if (fact?.Error is { } error)
        {
            evidence.Fails($"{node.Field}是 {error}");
        }

        return FormulaItem.Of(fact);
    }

    public FormulaItem Visit(MetricNode node) => evidence.Take(book.ValueOf(node.Name));

    public FormulaItem Visit(PriorNode node) => evidence.Take(book.PriorOf(node.Name));

    public FormulaItem Visit(SumNode node)
    {
        decimal? total = null;
        foreach (var part in node.Parts)
        {
            if (part.Node.Accept(this).Number is { } number)
            {
                total = (total ?? 0) + (part.Minus ? -number : number);
            }
        }

        return new FormulaItem(total);
    }

    public FormulaItem Visit(NegationNode node) => new(-node.Operand.Accept(this).Number);

    public FormulaItem Visit(ProductNode node)
    {
        var left = node.Left.Accept(this).Number;
        var right = node.Right.Accept(this).Number;
        return new FormulaItem(!node.Divide ? left * right : right is null or 0 ? null : left / right);
    }

    public FormulaItem Visit(ComparisonNode node)
    {
        var left = node.Left.Accept(this).Number ?? 0;
        var right = node.Right.Accept(this).Number ?? 0;
        return FormulaItem.Of(node.Operator switch
        {
            ComparisonOperator.Equal => left == right,
            ComparisonOperator.NotEqual => left != right,
            ComparisonOperator.Less => left < right,
            ComparisonOperator.AtMost => left <= right,
            ComparisonOperator.Greater => left > right,
            _ => left >= right,
        });
    }

    public FormulaItem Visit(LogicNode node)
    {
        var left = node.Left.Accept(this).Truth == true;
        return FormulaItem.Of(left == node.Or ? left : node.Right.Accept(this).Truth == true);
    }

    public FormulaItem Visit(NotNode node) => FormulaItem.Of(node.Operand.Accept(this).Truth != true);

    public FormulaItem Visit(CallNode node) => node.Function switch
    {
        FormulaFunction.Sum => FormulaItem.Sum(All(node)),
        FormulaFunction.Count => new FormulaItem(node.Arguments.Sum(Count)),
        FormulaFunction.Max => new FormulaItem(All(node).Max()),
        FormulaFunction.Min => new FormulaItem(All(node).Min()),
        FormulaFunction.Abs => new FormulaItem(node.Arguments[0].Accept(this).Number is { } number ? Math.Abs(number) : null),
        FormulaFunction.Round => new FormulaItem(node.Arguments[0].Accept(this).Number is { } exact
            ? Math.Round(exact, (int)((NumberNode)node.Arguments[1]).Value, MidpointRounding.AwayFromZero) : null),
        FormulaFunction.If => node.Arguments[node.Arguments[0].Accept(this).Truth == true ? 1 : 2].Accept(this),
        FormulaFunction.Days => FormulaItem.Days(node.Arguments[0].Accept(this).Fact?.Day, node.Arguments[1].Accept(this).Fact?.Day),
        FormulaFunction.HighestScore => new FormulaItem(Score(node)?.Highest),
        FormulaFunction.LowestScore => new FormulaItem(Score(node)?.Lowest),
        FormulaFunction.DueScore => new FormulaItem(Score(node)?.Due),
        FormulaFunction.HasFigure => FormulaItem.Of(node.Arguments[0].Accept(this).Number is not (null or 0)),
        _ => FormulaItem.Of(node.Arguments[0].Accept(this).IsBlank),
    };

    private List<decimal?> All(CallNode node) => node.Arguments.SelectMany(Members).ToList();

    private decimal Count(FormulaNode argument)
    {
        switch (argument)
        {
            case CellNode { Row: LevelRows or ChildRows or EachRow, Column: null } cell when cell.Row is EachRow || book.Index.Tables[cell.Table].OnlyColumn is null:
                if (book.Cells.Rows(cell, at) is not { } rows)
                {
                    evidence.Fails($"没有读到{cell.Table}");
                    return 0;
                }

                foreach (var row in rows)
                {
                    evidence.Take(new OriginCell(book.Year + cell.Table, row.Key, "", null, null));
                }

                return rows.Count;
            case FactNode { Field: null } fact:
                return CountRecords(fact);
            case FactNode fact when IsMany(fact):
                return Values(fact).Count(value => value is { Number: not null } or { Text: not null } or { Date: not null } or { Flag: not null });
            default:
                return Members(argument).Count(number => number is not null);
        }
    }

    private List<decimal?> Members(FormulaNode node)
    {
        switch (node)
        {
            case CellNode cell:
                if (book.Cells.Cells(cell, at) is not { } found)
                {
                    evidence.Fails($"没有读到{cell.Table}");
                    return [];
                }

                found.ToList().ForEach(evidence.Take);
                return found.Select(one => one.Value).ToList();
            case FactNode fact when IsMany(fact):
                return Values(fact).Select(value => value?.Number).ToList();
            default:
                return [node.Accept(this).Number];
        }
    }

    private List<FactValue?> Values(FactNode node)
    {
        var values = new List<FactValue?>();
        foreach (var (number, record) in Records(node))
        {
            var value = record.Values.GetValueOrDefault(node.Field!);
            values.Add(value);
            evidence.Take(new OriginCell(book.Year + node.Sheet, $"第{number}条", node.Field!, value?.Number, value?.Place));
            Check(value, node);
        }

        return values;
    }

    // A count rests on the fields by which the records were chosen.
    private int CountRecords(FactNode node)
    {
        var records = Records(node);
        foreach (var (number, record) in records)
        {
            foreach (var filter in node.Filters)
            {
                var value = record.Values.GetValueOrDefault(filter.Field);
                evidence.Take(new OriginCell(book.Year + node.Sheet, $"第{number}条", filter.Field, value?.Number, value?.Place));
            }
        }

        return records.Count;
    }

    private IReadOnlyList<(int Number, FactRecord Record)> Records(FactNode node)
    {
        if (!book.Accounts.Facts.Sheets.ContainsKey(node.Sheet))
        {
            evidence.Fails(MissingSheet.Reason(node.Sheet));
            return [];
        }

        return book.Records.Find(node, at);
    }

    private bool IsMany(FactNode node) => node.Filters.Count > 0 || book.Index.Sheets[node.Sheet].IsRecords;

    private IndicatorScore? Score(CallNode node)
    {
        var weight = node.Arguments[0].Accept(this).Number;
        var target = node.Arguments[1].Accept(this).Fact?.Text;
        var achieved = node.Arguments[2].Accept(this).Fact?.Text;
        return weight is null || target is null || achieved is null ? null : IndicatorScore.Of(weight.Value, target, achieved);
    }

    private void Check(FactValue? value, FactNode node)
    {
        if (value?.Error is { } error)
        {
            evidence.Fails($"{node.Sheet}，“{node.Field}”是 {error}");
        }
    }
}
