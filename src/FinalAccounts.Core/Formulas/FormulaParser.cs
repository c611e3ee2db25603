using System.Globalization;
using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Reads a formula by recursive descent: 或, 且, 非, comparisons, + -, * /, sign, operand.</summary>
internal sealed class FormulaParser : FormulaTokenReader
{
    private const int MaxLength = 4000;

    private FormulaParser(IReadOnlyList<FormulaToken> tokens) : base(tokens)
    {
    }

    /// <summary>The formula's root.</summary>
    /// <exception cref="FormulaSyntaxException">At the first mistake.</exception>
    public static FormulaNode Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new FormulaSyntaxException(0, $"公式超过 {MaxLength} 个字符，请拆成几个指标");
        }

        var parser = new FormulaParser(FormulaLexer.Read(text));
        if (parser.Current.Kind == TokenKind.End)
        {
            throw new FormulaSyntaxException(0, "公式是空的");
        }

        var root = parser.Or();
        return parser.Current.Kind == TokenKind.End
            ? root
            : throw new FormulaSyntaxException(parser.Current.Position, $"“{parser.Current.Text}”之前缺少运算符，或它是多余的");
    }

    private FormulaNode Or() => Linked("或", or: true, And);

    private FormulaNode And() => Linked("且", or: false, Not);

    private FormulaNode Linked(string word, bool or, Func<FormulaNode> operand)
    {
        var left = operand();
        var links = 0;
        while (Word(word))
        {
            Deeper(++links);
            left = new LogicNode(left, or, operand(), left.Position);
        }

        return left;
    }

    private FormulaNode Not()
    {
        var position = Current.Position;
        return Word("非") ? Nested(() => new NotNode(Not(), position)) : Comparison();
    }

    private FormulaNode Comparison()
    {
        var left = Sum();
        ComparisonOperator? found = Current is { Kind: TokenKind.Symbol } ? Current.Text switch
        {
            "=" => ComparisonOperator.Equal,
            "<>" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.AtMost,
            ">" => ComparisonOperator.Greater,
            ">=" => ComparisonOperator.AtLeast,
            _ => null,
        } : null;
        if (found is not { } comparison)
        {
            return left;
        }

        Next();
        return new ComparisonNode(left, comparison, Sum(), left.Position);
    }

    private FormulaNode Sum()
    {
        var first = Product();
        if (!IsSymbol("+") && !IsSymbol("-"))
        {
            return first;
        }

        var parts = new List<SumPart> { new(false, first) };
        while (IsSymbol("+") || IsSymbol("-"))
        {
            var minus = Next().Text == "-";
            parts.Add(new SumPart(minus, Product()));
        }

        return new SumNode(parts, first.Position);
    }

    private FormulaNode Product()
    {
        var left = Signed();
        var links = 0;
        while (IsSymbol("*") || IsSymbol("/"))
        {
            Deeper(++links);
            var divide = Next().Text == "/";
            left = new ProductNode(left, divide, Signed(), left.Position);
        }

        return left;
    }

    private FormulaNode Signed()
    {
        var position = Current.Position;
        if (Symbol("-"))
        {
            return Nested(() => new NegationNode(Signed(), position));
        }

        return Symbol("+") ? Nested(Signed) : Operand();
    }

    private FormulaNode Operand()
    {
        var token = Current;
        if (Symbol("("))
        {
            return Nested(() =>
            {
                var inner = Or();
                Expect(")", "缺少右括号“)”");
                return inner;
            });
        }

        switch (token.Kind)
        {
            case TokenKind.Number:
                Next();
                return decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? new NumberNode(number, token.Position)
                    : throw new FormulaSyntaxException(token.Position, "数字太大");
            case TokenKind.Identifier when token.Text is not ("且" or "或" or "非"):
                Next();
                return Named(token);
            case TokenKind.End:
                throw new FormulaSyntaxException(token.Position, "公式没有写完");
            default:
                throw new FormulaSyntaxException(token.Position, $"“{token.Text}”不能在这里，这里应当是单元格、资料、指标或数字");
        }
    }

    private FormulaNode Named(FormulaToken name)
    {
        if (IsSymbol("["))
        {
            return CellReferenceParser.Read(name, Tokens, ref At);
        }

        if (name.Text == FormulaWords.Facts)
        {
            return Fact(name);
        }

        if (name.Text == FormulaWords.CurrentRecord)
        {
            Expect(".", "“本条”之后应当是“.项目”");
            var field = Current;
            Expect(TokenKind.Identifier, "“本条.”之后应当是项目的名称");
            return new RecordNode(field.Text, field.Position, name.Position);
        }

        if (!Symbol("("))
        {
            return new MetricNode(name.Text, name.Position);
        }

        if (name.Text == "上年")
        {
            var metric = Current;
            Expect(TokenKind.Identifier, "“上年”的括号里应当是一个指标");
            Expect(")", "“上年”的括号里只能有一个指标");
            return new PriorNode(metric.Text, metric.Position, name.Position);
        }

        return FormulaWords.Functions.TryGetValue(name.Text, out var function)
            ? Nested(() => new CallNode(function, Arguments(), name.Position))
            : throw new FormulaSyntaxException(
                name.Position, $"没有函数“{name.Text}”{Suggestion.For(name.Text, FormulaWords.Functions.Keys.Append("上年"))}");
    }

    private List<FormulaNode> Arguments()
    {
        var arguments = new List<FormulaNode> { Or() };
        while (Symbol(","))
        {
            arguments.Add(Or());
        }

        Expect(")", "函数缺少右括号“)”，或参数之间缺少逗号");
        return arguments;
    }

    private FactNode Fact(FormulaToken start)
    {
        Expect(".", "“资料”之后应当是“.工作表”");
        var sheet = Current;
        Expect(TokenKind.Identifier, "“资料.”之后应当是工作表的名称");
        var filters = IsSymbol("[") ? Filters() : [];
        if (!Symbol("."))
        {
            return new FactNode(sheet.Text, null, sheet.Position, sheet.Position, start.Position) { Filters = filters };
        }

        var field = Current;
        Expect(TokenKind.Identifier, $"“资料.{sheet.Text}.”之后应当是项目的名称");
        return new FactNode(sheet.Text, field.Text, sheet.Position, field.Position, start.Position) { Filters = filters };
    }

    private List<FactFilter> Filters()
    {
        var filters = new List<FactFilter>();
        do
        {
            Next();
            filters.Add(Current.Kind == TokenKind.Name
                ? FactFilter.Read(Next())
                : throw new FormulaSyntaxException(Current.Position, "方括号里应当是项目的名称，或“项目=…”"));
        }
        while (IsSymbol(","));

        Expect("]", "缺少右方括号“]”；方括号里是“项目”或“项目=…”，用逗号分开");
        return filters;
    }
}
