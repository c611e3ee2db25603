using FinalAccounts.Accounts;
using FinalAccounts.Documents;

namespace FinalAccounts.Formulas;

/// <summary>Evaluates one checked formula for one unit's accounts and collects the cells that take part.</summary>
internal sealed class FormulaEvaluator : IFormulaVisitor<FormulaEvaluator.Item>
{
    private const string TooLarge = "结果太大，超出可以表示的范围";

    // Differences, percentages and sums of what formulas yield stay within decimal.
    private const decimal Largest = 1e24m;

    private readonly MetricBook book;
    private readonly RowContext? at;
    private readonly List<OriginCell> cells = [];
    private readonly HashSet<(string, string, string)> seen = [];
    private string? problem;

    private FormulaEvaluator(MetricBook book, RowContext? at) => (this.book, this.at) = (book, at);

    /// <summary>The value; it is blank and says why when a table is missing or a number becomes too large.</summary>
    public static FormulaValue Evaluate(FormulaNode root, MetricBook book, RowContext? at)
    {
        var evaluator = new FormulaEvaluator(book, at);
        Item item = default;
        try
        {
            item = root.Accept(evaluator);
        }
        catch (OverflowException)
        {
            evaluator.problem ??= TooLarge;
        }

        if (item.Number is { } number && Math.Abs(number) > Largest)
        {
            evaluator.problem ??= TooLarge;
        }

        return evaluator.problem is null
            ? new FormulaValue(item.Number, item.Truth, evaluator.cells)
            : new FormulaValue(null, null, evaluator.cells) { Problem = evaluator.problem };
    }

    public Item Visit(NumberNode node) => new(node.Value);

    public Item Visit(CellNode node) => new(Members(node) is [var only] ? only : null);

    public Item Visit(FactNode node)
    {
        if (!book.Accounts.Facts.Sheets.ContainsKey(node.Sheet))
        {
            problem ??= $"文字资料没有工作表“{node.Sheet}”";
            return default;
        }

        var fact = book.Accounts.Facts.Field(node.Sheet, node.Field!);
        Take(new OriginCell(book.Year + node.Sheet, "", node.Field!, fact?.Number, book.Accounts.Facts.PlaceOf(node.Sheet, book.Accounts.Facts.Record(node.Sheet), node.Field!)));
        Check(fact, node);
        return Item.Of(fact);
    }

    public Item Visit(RecordNode node)
    {
        var fact = at!.Record!.Values.GetValueOrDefault(node.Field);
        Take(new OriginCell(at.Name, at.Key, node.Field, fact?.Number, fact?.Place ?? at.Record.Blanks.GetValueOrDefault(node.Field)));
        if (fact?.Error is { } error)
        {
            problem ??= $"{node.Field}是 {error}";
        }

        return Item.Of(fact);
    }

    public Item Visit(MetricNode node) => Take(book.ValueOf(node.Name));

    public Item Visit(PriorNode node) => Take(book.PriorOf(node.Name));

    public Item Visit(SumNode node)
    {
        decimal? total = null;
        foreach (var part in node.Parts)
        {
            if (part.Node.Accept(this).Number is { } number)
            {
                total = (total ?? 0) + (part.Minus ? -number : number);
            }
        }

        return new Item(total);
    }

    public Item Visit(NegationNode node) => new(-node.Operand.Accept(this).Number);

    public Item Visit(ProductNode node)
    {
        var left = node.Left.Accept(this).Number;
        var right = node.Right.Accept(this).Number;
        return new Item(!node.Divide ? left * right : right is null or 0 ? null : left / right);
    }

    public Item Visit(ComparisonNode node)
    {
        var left = node.Left.Accept(this).Number ?? 0;
        var right = node.Right.Accept(this).Number ?? 0;
        return Item.Of(node.Operator switch
        {
            ComparisonOperator.Equal => left == right,
            ComparisonOperator.NotEqual => left != right,
            ComparisonOperator.Less => left < right,
            ComparisonOperator.AtMost => left <= right,
            ComparisonOperator.Greater => left > right,
            _ => left >= right,
        });
    }

    public Item Visit(LogicNode node)
    {
        var left = node.Left.Accept(this).Truth == true;
        return Item.Of(left == node.Or ? left : node.Right.Accept(this).Truth == true);
    }

    public Item Visit(NotNode node) => Item.Of(node.Operand.Accept(this).Truth != true);

    public Item Visit(CallNode node) => node.Function switch
    {
        FormulaFunction.Sum => new Item(Sum(All(node))),
        FormulaFunction.Count => new Item(node.Arguments.Sum(Count)),
        FormulaFunction.Max => new Item(All(node).Max()),
        FormulaFunction.Min => new Item(All(node).Min()),
        FormulaFunction.Abs => new Item(node.Arguments[0].Accept(this).Number is { } number ? Math.Abs(number) : null),
        FormulaFunction.Round => new Item(node.Arguments[0].Accept(this).Number is { } exact
            ? Math.Round(exact, (int)((NumberNode)node.Arguments[1]).Value, MidpointRounding.AwayFromZero) : null),
        FormulaFunction.If => node.Arguments[node.Arguments[0].Accept(this).Truth == true ? 1 : 2].Accept(this),
        FormulaFunction.Days => new Item(Days(node.Arguments[0].Accept(this).Fact?.Day, node.Arguments[1].Accept(this).Fact?.Day)),
        FormulaFunction.HighestScore => new Item(Score(node)?.Highest),
        FormulaFunction.LowestScore => new Item(Score(node)?.Lowest),
        FormulaFunction.HasFigure => Item.Of(node.Arguments[0].Accept(this).Number is not (null or 0)),
        _ => Item.Of(node.Arguments[0].Accept(this).IsBlank),
    };

    private List<decimal?> All(CallNode node) => node.Arguments.SelectMany(Members).ToList();

    // Nothing to add up is 0: no trips cost nothing. Members that are all blank stay blank.
    private static decimal? Sum(List<decimal?> members) =>
        members.Count == 0 ? 0 : members.All(member => member is null) ? null : members.Sum();

    private decimal Count(FormulaNode argument)
    {
        switch (argument)
        {
            case CellNode { Row: LevelRows or ChildRows or EachRow, Column: null } cell when cell.Row is EachRow || book.Index.Tables[cell.Table].OnlyColumn is null:
                if (book.Cells.Rows(cell, at) is not { } rows)
                {
                    problem ??= $"没有导入{cell.Table}";
                    return 0;
                }

                foreach (var row in rows)
                {
                    Take(new OriginCell(book.Year + cell.Table, row.Key, "", null, null));
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
                    problem ??= $"没有导入{cell.Table}";
                    return [];
                }

                found.ToList().ForEach(Take);
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
            Take(new OriginCell(book.Year + node.Sheet, $"第{number}条", node.Field!, value?.Number, value?.Place));
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
                Take(new OriginCell(book.Year + node.Sheet, $"第{number}条", filter.Field, value?.Number, value?.Place));
            }
        }

        return records.Count;
    }

    private IReadOnlyList<(int Number, FactRecord Record)> Records(FactNode node)
    {
        if (!book.Accounts.Facts.Sheets.ContainsKey(node.Sheet))
        {
            problem ??= $"文字资料没有工作表“{node.Sheet}”";
            return [];
        }

        return book.Records.Find(node, at);
    }

    private bool IsMany(FactNode node) => node.Filters.Count > 0 || book.Index.Sheets[node.Sheet].IsRecords;

    private static decimal? Days(DateOnly? from, DateOnly? to) => from is null || to is null ? null : to.Value.DayNumber - from.Value.DayNumber;

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
            problem ??= $"{node.Sheet}，“{node.Field}”是 {error}";
        }
    }

    private void Take(OriginCell cell)
    {
        if (seen.Add((cell.Table, cell.Row, cell.Column)))
        {
            cells.Add(cell);
        }
    }

    private Item Take(FormulaValue value)
    {
        foreach (var cell in value.Cells)
        {
            Take(cell);
        }

        problem ??= value.Problem;
        return new Item(value.Number);
    }

    /// <summary>What a node yields.</summary>
    internal readonly record struct Item(decimal? Number)
    {
        public bool? Truth { get; init; }

        public FactValue? Fact { get; init; }

        public bool IsBlank => Number is null && Truth is null && (Fact is null or { Text: null, Date: null });

        public static Item Of(FactValue? fact) => new(fact?.Number) { Truth = fact?.Flag, Fact = fact };

        public static Item Of(bool truth) => new(null) { Truth = truth };
    }
}
