using FinalAccounts.Documents;

namespace FinalAccounts.Service.Data;

/// <summary>Where the places of findings lead: the form that corrects the cell or field, the grid that shows it, the template's line.</summary>
/// <param name="Home">The unit's year: /units/whdh/years/2023.</param>
/// <param name="MayCorrect">Else everything leads to what only shows it.</param>
public sealed record FindingLinks(DataView Data, PlaceIndex Index, string Home, bool MayCorrect)
{
    /// <summary>Of the data in force; without data nothing leads anywhere.</summary>
    public static Func<PlaceRun, string?> Of(DataView? data, string home, bool mayCorrect) =>
        data is null ? _ => null : new FindingLinks(data, PlaceIndex.Of(data), home, mayCorrect).Of;

    /// <summary>The form for a single cell, the grid for a run of cells.</summary>
    public string? Of(PlaceRun run) => run.First is { Line: { } line, Sheet: null } template ? Template(template.File, line)
        : run.Count == 1 && MayCorrect && Index.Find(run.First) is { } spot ? Form(Home, spot)
        : Index.SheetOf(run.First) is { } sheet ? Grid(sheet, run.First)
        : null;

    /// <summary>The form that corrects this cell or fact.</summary>
    public static string Form(string home, DataSpot spot) =>
        $"{home}/corrections/new?{(spot.IsFact ? "fact=true&" : "")}sheet={Uri.EscapeDataString(spot.Sheet)}&row={Uri.EscapeDataString(spot.Row)}&column={Uri.EscapeDataString(spot.Column)}";

    // A field that was left empty has no cell yet: its sheet's form has it.
    private string Grid((string Name, bool IsFacts) sheet, Place place) =>
        $"{Home}/{(sheet.IsFacts ? "facts" : "tables")}/{Uri.EscapeDataString(sheet.Name)}{(sheet.IsFacts && MayCorrect && Index.Find(place) is null ? "/edit" : "")}#{place.Cell}";

    private string? Template(string file, int line) =>
        file.EndsWith(".sbn", StringComparison.Ordinal) ? $"/templates/{Uri.EscapeDataString(Data.Set.Set.Key)}?path={Uri.EscapeDataString(file)}&line={line}" : null;
}
