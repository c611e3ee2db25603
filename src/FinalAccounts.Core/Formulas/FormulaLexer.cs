namespace FinalAccounts.Formulas;

/// <summary>Cuts a formula into words. Full-width punctuation counts as half-width; inside brackets only , ] / and .. separate, so that names may hold （ ）.</summary>
internal sealed class FormulaLexer
{
    private readonly string text;
    private readonly List<FormulaToken> tokens = [];
    private int at;

    private FormulaLexer(string text) => this.text = text;

    /// <summary>The words, ending with <see cref="TokenKind.End"/>.</summary>
    /// <exception cref="FormulaSyntaxException">At a character that no formula has.</exception>
    public static IReadOnlyList<FormulaToken> Read(string text)
    {
        var lexer = new FormulaLexer(text);
        while (lexer.at < text.Length)
        {
            lexer.Next();
        }

        lexer.tokens.Add(new FormulaToken(TokenKind.End, "", text.Length));
        return lexer.tokens;
    }

    private void Next()
    {
        var c = Narrow(text[at]);
        if (char.IsWhiteSpace(c))
        {
            at++;
        }
        else if (char.IsAsciiDigit(c))
        {
            Number();
        }
        else if (char.IsLetter(c) || c == '_')
        {
            Take(TokenKind.Identifier, RunOf(next => char.IsLetterOrDigit(next) || next == '_'));
        }
        else
        {
            Symbol(c);
        }
    }

    private void Number()
    {
        var start = at;
        var length = RunOf(char.IsAsciiDigit);
        if (start + length + 1 < text.Length && Narrow(text[start + length]) == '.' && char.IsAsciiDigit(Narrow(text[start + length + 1])))
        {
            at += length + 1;
            length += 1 + RunOf(char.IsAsciiDigit);
            at = start;
        }

        Take(TokenKind.Number, length);
    }

    private void Symbol(char c)
    {
        var next = at + 1 < text.Length ? Narrow(text[at + 1]) : '\0';
        var length = (c, next) is ('<', '>') or ('<', '=') or ('>', '=') or ('.', '.') ? 2 : 1;
        if (length == 1 && "+-*/()[],.=<>≤≥≠".IndexOf(c) < 0)
        {
            throw new FormulaSyntaxException(at, $"不认识的符号“{text[at]}”");
        }

        Take(TokenKind.Symbol, length);
        if (c == '[')
        {
            Bracket();
        }
    }

    // From behind [ to ].
    private void Bracket()
    {
        while (at < text.Length)
        {
            var c = Narrow(text[at]);
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c == '[')
            {
                throw new FormulaSyntaxException(at, "方括号里不能再有方括号");
            }
            else if (Separates(at) is var length and > 0)
            {
                Take(TokenKind.Symbol, length);
                if (c == ']')
                {
                    return;
                }
            }
            else
            {
                Name();
            }
        }
    }

    private void Name()
    {
        var end = at;
        while (end < text.Length && Separates(end) == 0 && Narrow(text[end]) != '[')
        {
            end++;
        }

        var name = text[at..end];
        tokens.Add(new FormulaToken(TokenKind.Name, name.Trim(), at));
        at = end;
    }

    // The length of the separator inside brackets that stands here; 0 for none.
    private int Separates(int index) => Narrow(text[index]) switch
    {
        ',' or ']' or '/' => 1,
        '.' when index + 1 < text.Length && Narrow(text[index + 1]) == '.' => 2,
        _ => 0,
    };

    private int RunOf(Func<char, bool> belongs)
    {
        var end = at;
        while (end < text.Length && belongs(Narrow(text[end])))
        {
            end++;
        }

        return end - at;
    }

    private void Take(TokenKind kind, int length)
    {
        var taken = text.AsSpan(at, length);
        var narrow = string.Create(length, taken, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = Narrow(source[i]);
            }
        });
        tokens.Add(new FormulaToken(kind, narrow switch { "≤" => "<=", "≥" => ">=", "≠" => "<>", _ => narrow }, at));
        at += length;
    }

    private static char Narrow(char c) => c switch
    {
        '×' => '*',
        '÷' => '/',
        '−' or '–' => '-',
        '【' => '[',
        '】' => ']',
        '　' => ' ',
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        _ => c,
    };
}
