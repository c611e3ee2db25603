namespace FinalAccounts.Documents;

/// <summary>A part of a line of text. The hierarchy is closed.</summary>
public abstract record Inline
{
    private protected Inline()
    {
    }
}

/// <summary>Text, printed literally.</summary>
/// <param name="Value">The characters; never markup.</param>
/// <param name="Origin">Where text from data came from (a fact's cell); null for a template's own words.</param>
public sealed record Text(string Value, Origin? Origin = null) : Inline;

/// <summary>Emphasised text.</summary>
public sealed record Strong(IReadOnlyList<Inline> Inlines) : Inline;

/// <summary>A number in the text or in a table, with where it came from.</summary>
/// <param name="Text">The figure as printed, its unit included where the text names it (95,205.29万元).</param>
/// <param name="Value">The number as printed, rounded, in <paramref name="Unit"/>.</param>
/// <param name="Unit">万元, 元, %, 人次, 分…; empty for a bare count.</param>
/// <param name="Origin">The cells and the formula it follows from.</param>
public sealed record Figure(string Text, decimal Value, string Unit, Origin Origin) : Inline;

/// <summary>A forced end of line inside a paragraph or cell.</summary>
public sealed record LineBreak : Inline;

/// <summary>A box of a form, ☑ or ☐, after its label.</summary>
public sealed record Checkbox(bool Checked) : Inline;
