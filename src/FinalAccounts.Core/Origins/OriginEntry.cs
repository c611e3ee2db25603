namespace FinalAccounts.Origins;

/// <summary>A number of the document and where it came from.</summary>
/// <param name="Section">The heading below which it stands.</param>
/// <param name="Text">As printed.</param>
/// <param name="Context">The words around it.</param>
/// <param name="Label">The metric's, field's or cell's name; empty when there is no origin.</param>
/// <param name="Formula">Null for a cell taken as it is.</param>
/// <param name="Exact">In the base unit (元 for money); null for a number in an office's sentence.</param>
/// <param name="Cells">The cells it follows from.</param>
/// <param name="Place">Where it can be mended: the first cell's, else the template's line.</param>
public sealed record OriginEntry(
    OriginKind Kind, string Section, string Text, string Context, string Label, string? Formula, decimal? Exact,
    IReadOnlyList<OriginCell> Cells, Place? Place)
{
    /// <summary>Whether it can be traced to cells.</summary>
    public bool IsKnown => Kind != OriginKind.TemplateNumber && (Cells.Count > 0 || Exact == 0);
}

/// <summary>The kinds of numbers.</summary>
public enum OriginKind
{
    /// <summary>A cell of a published table.</summary>
    TableFigure,

    /// <summary>A figure in a sentence, form or small table.</summary>
    TextFigure,

    /// <summary>A number in a sentence that an office wrote: its origin is the facts' cell.</summary>
    OfficeNumber,

    /// <summary>A number in a template's own words: nobody can trace it.</summary>
    TemplateNumber,
}
