namespace FinalAccounts.Rendering.Typst;

/// <summary>Pages as they will be printed, drawn.</summary>
/// <param name="Pages">SVG of the first pages. Letters are shapes: no font and no other file is named, and no text can become markup.</param>
/// <param name="Count">How many pages the document has.</param>
/// <param name="Places">Where what each place of the templates printed begins, in reading order; on all pages, drawn or not.</param>
public sealed record DrawnPages(IReadOnlyList<string> Pages, int Count, IReadOnlyList<DrawnPlace> Places);

/// <summary>Where something that a template printed begins.</summary>
/// <param name="Place">The template's line and column.</param>
/// <param name="Page">From 1.</param>
/// <param name="X">From the page's left edge, in pt.</param>
/// <param name="Y">The line that the letters stand on, from the page's upper edge, in pt.</param>
public sealed record DrawnPlace(Place Place, int Page, double X, double Y);
