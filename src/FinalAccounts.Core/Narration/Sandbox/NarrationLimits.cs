namespace FinalAccounts.Narration.Sandbox;

/// <summary>
/// How much a section may do. The bound on work counts evaluation steps instead of reading a clock, so that a template
/// fails everywhere or nowhere; time is bounded by the caller's cancellation token.
/// </summary>
internal static class NarrationLimits
{
    /// <summary>Characters of a template file.</summary>
    public const int TemplateLength = 100_000;

    /// <summary>Nesting of expressions and statements, checked while parsing.</summary>
    public const int Depth = 100;

    /// <summary>Evaluated nodes in a section; the largest real section takes about a tenth of it.</summary>
    public const int Steps = 500_000;

    /// <summary>Rounds of one loop.</summary>
    public const int Loop = 20_000;

    /// <summary>Functions inside functions.</summary>
    public const int Recursion = 40;

    /// <summary>Rows that helpers go through at the price of one step.</summary>
    public const int RowsAStep = 16;

    /// <summary>Characters that a section may print, the data's own included.</summary>
    public const int Output = 1_000_000;

    /// <summary>Characters that a section and its phrases may write altogether, whether they are printed in the end or not; a value counts as its marker.</summary>
    public const int Written = 4_000_000;

    /// <summary>Paragraphs, rows, cells, figures and texts of the data that a section may print (<see cref="Documents.PrintedSize"/>); each is an element of the page with its origin.</summary>
    public const int Elements = 40_000;

    /// <summary>The same for all sections of a document.</summary>
    public const int DocumentElements = 200_000;

    /// <summary>Characters of one text value.</summary>
    public const int TextLength = 200_000;

    /// <summary>Findings of a section, after which it stops.</summary>
    public const int Findings = 100;

    /// <summary>Cells and rows that a section may ask for in vain, after which it stops.</summary>
    public const int Missing = 1_000;
}
