using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Checks the names and types of a parsed formula against the set; collects all mistakes.</summary>
internal sealed class FormulaChecker : IFormulaVisitor<FormulaType>
{
    private readonly SetIndex index;
    private readonly CellReferenceChecker cells;
    private readonly FormulaScope scope;
    private readonly List<FormulaError> errors = [];

    private FormulaChecker(SetIndex index, FormulaScope scope)
    {
        this.index = index;
        this.scope = scope;
        cells = new CellReferenceChecker(index, scope, Report);
    }

    /// <summary>All mistakes in the order of the formula; the formula must yield the expected type.</summary>
    public static IReadOnlyList<FormulaError> Check(FormulaNode root, SetIndex index, FormulaScope scope, FormulaType expected)
    {
        var checker = new FormulaChecker(index, scope);
        checker.Expect(root, expected);
        return checker.errors;
    }

    public FormulaType Visit(NumberNode node) => FormulaType.Number;

    public FormulaType Visit(CellNode node) => cells.Check(node);

    public FormulaType Visit(FactNode node)
    {
        if (!index.Sheets.TryGetValue(node.Sheet, out var sheet))
        {
            return Wrong(node.SheetPosition, $"资料没有工作表“{node.Sheet}”{Suggestion.For(node.Sheet, index.Sheets.Keys)}");
        }

        CheckFilters(node, sheet);
        if (node.Field is null)
        {
            return sheet.IsRecords || node.Filters.Count > 0
                ? FormulaType.Rows
                : Wrong(node.SheetPosition, $"要写出项目：资料.{node.Sheet}.…");
        }

        if (!sheet.Fields.TryGetValue(node.Field, out var field))
        {
            return Wrong(node.FieldPosition, $"资料.{node.Sheet} 没有项目“{node.Field}”{Suggestion.For(node.Field, sheet.Fields.Keys)}");
        }

        return FormulaTypes.Of(field, sheet.IsRecords || node.Filters.Count > 0);
    }

    public FormulaType Visit(RecordNode node)
    {
        if (scope.RecordSheet is not { } name)
        {
            return Wrong(node.Position, "“本条”只能用在 over 写了“资料.工作表”的规则里");
        }

        var fields = index.Sheets[name].Fields;
        return fields.TryGetValue(node.Field, out var field)
            ? FormulaTypes.Of(field, many: false)
            : Wrong(node.FieldPosition, $"资料.{name} 没有项目“{node.Field}”{Suggestion.For(node.Field, fields.Keys)}");
    }

    private void CheckFilters(FactNode node, SheetIndex sheet)
    {
        foreach (var filter in node.Filters)
        {
            if (!sheet.Fields.ContainsKey(filter.Field))
            {
                Wrong(filter.Position, $"资料.{node.Sheet} 没有项目“{filter.Field}”{Suggestion.For(filter.Field, sheet.Fields.Keys)}");
            }

            if (filter.Kind == FilterKind.Row && !scope.HasRow)
            {
                Wrong(filter.Position, "“行”“行名”只能用在写了 over 的规则里");
            }

            if (filter.Kind == FilterKind.Record && scope.RecordSheet is null)
            {
                Wrong(filter.Position, $"“{filter.Other}”要与本条比较，只能用在 over 写了“资料.工作表”的规则里；要与文字比较，请加引号");
            }
            else if (filter.Kind == FilterKind.Record && !index.Sheets[scope.RecordSheet!].Fields.ContainsKey(filter.Other))
            {
                Wrong(filter.Position, $"资料.{scope.RecordSheet} 没有项目“{filter.Other}”{Suggestion.For(filter.Other, index.Sheets[scope.RecordSheet!].Fields.Keys)}");
            }
        }
    }

    public FormulaType Visit(MetricNode node) => Metric(node.Name, node.Position);

    public FormulaType Visit(PriorNode node) => Metric(node.Name, node.NamePosition);

    public FormulaType Visit(SumNode node)
    {
        foreach (var part in node.Parts)
        {
            Expect(part.Node, FormulaType.Number);
        }

        return FormulaType.Number;
    }

    public FormulaType Visit(NegationNode node) => Expect(node.Operand, FormulaType.Number);

    public FormulaType Visit(ProductNode node)
    {
        Expect(node.Left, FormulaType.Number);
        return Expect(node.Right, FormulaType.Number);
    }

    public FormulaType Visit(ComparisonNode node)
    {
        Expect(node.Left, FormulaType.Number);
        Expect(node.Right, FormulaType.Number);
        return FormulaType.Truth;
    }

    public FormulaType Visit(LogicNode node)
    {
        Expect(node.Left, FormulaType.Truth);
        return Expect(node.Right, FormulaType.Truth);
    }

    public FormulaType Visit(NotNode node) => Expect(node.Operand, FormulaType.Truth);

    public FormulaType Visit(CallNode node)
    {
        var arguments = node.Arguments;
        switch (node.Function)
        {
            case FormulaFunction.Sum or FormulaFunction.Max or FormulaFunction.Min:
                return Aggregate(arguments, countable: false);
            case FormulaFunction.Count:
                return Aggregate(arguments, countable: true);
            case FormulaFunction.Abs:
                Count(node, 1);
                return Expect(arguments[0], FormulaType.Number);
            case FormulaFunction.Round:
                if (Count(node, 2) && arguments[1] is not NumberNode { Value: 0 or 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 })
                {
                    Wrong(arguments[1].Position, "位数应当是 0 到 8 的整数");
                }

                return Expect(arguments[0], FormulaType.Number);
            case FormulaFunction.If:
                if (!Count(node, 3))
                {
                    return FormulaType.Unknown;
                }

                Expect(arguments[0], FormulaType.Truth);
                Expect(arguments[1], FormulaType.Number);
                return Expect(arguments[2], FormulaType.Number);
            case FormulaFunction.HasFigure:
                Count(node, 1);
                Expect(arguments[0], FormulaType.Number);
                return FormulaType.Truth;
            case FormulaFunction.Days:
                return All(node, FormulaType.Date, FormulaType.Date);
            case FormulaFunction.HighestScore or FormulaFunction.LowestScore or FormulaFunction.DueScore:
                return All(node, FormulaType.Number, FormulaType.Text, FormulaType.Text);
            default:
                Count(node, 1);
                if (arguments[0].Accept(this) is FormulaType.Numbers or FormulaType.Rows)
                {
                    Wrong(arguments[0].Position, "“为空”里应当是一个单元格、资料或指标");
                }

                return FormulaType.Truth;
        }
    }

    private FormulaType All(CallNode node, params FormulaType[] types)
    {
        if (Count(node, types.Length))
        {
            foreach (var (argument, type) in node.Arguments.Zip(types))
            {
                Expect(argument, type);
            }
        }

        return FormulaType.Number;
    }

    private FormulaType Aggregate(IReadOnlyList<FormulaNode> arguments, bool countable)
    {
        foreach (var argument in arguments)
        {
            var type = argument.Accept(this);
            if (type is FormulaType.Truth or FormulaType.Text or FormulaType.Date || (type == FormulaType.Rows && !countable))
            {
                Report("FML-03", argument.Position, countable ? "“计数”里应当是数或记录" : "这里应当是数，不是文字或整行");
            }
        }

        return FormulaType.Number;
    }

    private bool Count(CallNode node, int count)
    {
        if (node.Arguments.Count == count)
        {
            return true;
        }

        var name = FormulaWords.Functions.First(word => word.Value == node.Function).Key;
        Report("FML-01", node.Position, $"“{name}”要 {count} 个参数，这里有 {node.Arguments.Count} 个");
        return false;
    }

    private FormulaType Metric(string name, int position) =>
        index.Metrics.ContainsKey(name)
            ? FormulaType.Number
            : Wrong(position, $"没有指标“{name}”{Suggestion.For(name, index.Metrics.Keys)}");

    private FormulaType Expect(FormulaNode node, FormulaType expected)
    {
        var found = node.Accept(this);
        if (found != FormulaType.Unknown && found != expected)
        {
            Report("FML-03", node.Position, (expected, found) switch
            {
                (_, FormulaType.Numbers or FormulaType.Rows) => "这里是许多行，只能放在 求和、计数、最大、最小 里",
                (FormulaType.Date, _) => "这里应当是日期",
                (FormulaType.Text, _) => "这里应当是文字",
                (FormulaType.Number, FormulaType.Truth) => "这里应当是数，不是条件",
                (FormulaType.Truth, FormulaType.Number) => "这里应当是条件（比较、且、或、非、有数、为空），不是数",
                _ => "这里是文字，只能放在 为空 里",
            });
        }

        return expected;
    }

    private FormulaType Wrong(int position, string message)
    {
        Report("FML-02", position, message);
        return FormulaType.Unknown;
    }

    private void Report(string rule, int position, string message) => errors.Add(new FormulaError(rule, position, message));
}
