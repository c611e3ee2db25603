namespace FinalAccounts.Rendering.Typst;

/// <summary>Pages as they will be printed, drawn.</summary>
/// <param name="Pages">SVG of the first pages. Letters are shapes: no font and no other file is named, and no text can become markup.</param>
/// <param name="Count">How many pages the document has.</param>
public sealed record DrawnPages(IReadOnlyList<string> Pages, int Count);
