namespace FinalAccounts.Formulas;

/// <summary>A mistake in a formula.</summary>
/// <param name="Position">Of the character, from 0.</param>
internal sealed record FormulaError(string Rule, int Position, string Message);
