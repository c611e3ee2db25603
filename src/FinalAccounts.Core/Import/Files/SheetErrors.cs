namespace FinalAccounts.Import.Files;

/// <summary>Errors of cells that no spreadsheet program shows.</summary>
internal static class SheetErrors
{
    /// <summary>Stands for a formula without a stored result, or with one that is not its own.</summary>
    public const string NotCalculated = "#未计算";
}
