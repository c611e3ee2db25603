namespace FinalAccounts.Formulas;

/// <summary>Goes through a formula's tokens.</summary>
internal abstract class FormulaTokenReader(IReadOnlyList<FormulaToken> tokens)
{
    private const int MaxDepth = 40;

    private int at;
    private int depth;

    protected IReadOnlyList<FormulaToken> Tokens => tokens;

    /// <summary>Where the current token stands among all.</summary>
    protected ref int At => ref at;

    protected FormulaToken Current => tokens[at];

    protected FormulaToken Next() => tokens[at++];

    protected bool IsSymbol(string text) => Current.Kind == TokenKind.Symbol && Current.Text == text;

    protected bool Symbol(string text)
    {
        if (!IsSymbol(text))
        {
            return false;
        }

        Next();
        return true;
    }

    protected bool Word(string text)
    {
        if (Current.Kind != TokenKind.Identifier || Current.Text != text)
        {
            return false;
        }

        Next();
        return true;
    }

    protected void Expect(string symbol, string otherwise)
    {
        if (!Symbol(symbol))
        {
            throw new FormulaSyntaxException(Current.Position, otherwise);
        }
    }

    protected void Expect(TokenKind kind, string otherwise)
    {
        if (Current.Kind != kind)
        {
            throw new FormulaSyntaxException(Current.Position, otherwise);
        }

        Next();
    }

    protected FormulaNode Nested(Func<FormulaNode> parse)
    {
        Deeper(1);
        depth++;
        var node = parse();
        depth--;
        return node;
    }

    protected void Deeper(int by)
    {
        if (depth + by > MaxDepth)
        {
            throw new FormulaSyntaxException(Current.Position, $"公式嵌套超过 {MaxDepth} 层，请拆成几个指标");
        }
    }
}
