namespace FinalAccounts.Import.Corrections;

/// <summary>One cell or fact changed over an import, with reason. Values are text as canonical JSON writes them (元, ISO date, true); null for blank.</summary>
/// <param name="Sheet">The table's key (表01) or the fact sheet's name.</param>
/// <param name="Row">Row key of a table; record number from 1 of a records sheet; empty for a fields sheet.</param>
/// <param name="Column">Column key or field name.</param>
/// <param name="IsFact">True for a fact, false for a cell of a table.</param>
/// <param name="OldValue">What it was when corrected.</param>
/// <param name="NewValue">What it is from then on.</param>
/// <param name="By">Who corrected.</param>
/// <param name="Reason">Why.</param>
public sealed record CellCorrection(
    string Sheet, string Row, string Column, bool IsFact, string? OldValue, string? NewValue, string By, string Reason)
{
    /// <summary>For people: 表01［收入总计，金额］.</summary>
    public override string ToString() => Row.Length == 0 ? $"{Sheet}［{Column}］" : $"{Sheet}［{Row}，{Column}］";
}
