namespace FinalAccounts.Formulas;

/// <summary>A word of a formula.</summary>
/// <param name="Text">Operators and punctuation in their half-width form.</param>
/// <param name="Position">Of the first character, from 0.</param>
internal readonly record struct FormulaToken(TokenKind Kind, string Text, int Position);

/// <summary>The kinds of words.</summary>
internal enum TokenKind
{
    /// <summary>A name outside brackets: letters, digits, underline.</summary>
    Identifier,

    /// <summary>A row's or column's name inside brackets: anything up to the next separator.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>+ - * / ( ) [ ] , . .. = &lt;&gt; &lt; &lt;= &gt; &gt;=.</summary>
    Symbol,

    /// <summary>The end of the formula.</summary>
    End,
}
