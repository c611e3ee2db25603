namespace FinalAccounts.Formulas;

/// <summary>Leaves the parser at the first mistake of a formula; it never leaves this folder.</summary>
internal sealed class FormulaSyntaxException(int position, string message) : Exception(message)
{
    /// <summary>Of the character, from 0.</summary>
    public int Position { get; } = position;
}
