namespace FinalAccounts.Import.Files;

/// <summary>Cells of an .xls workbook that hold an error (#REF!), by zero-based worksheet, row and column.</summary>
/// <remarks>ExcelDataReader gives them as blank cells; a lost figure must not look like a blank one, so they are read from the file itself.</remarks>
internal sealed class SheetErrors
{
    /// <summary>Stands for a formula without a stored result.</summary>
    public const string NotCalculated = "#未计算";

    private readonly Dictionary<(int Sheet, int Row, int Column), string> errors = [];

    public IEnumerable<(int Row, int Column, string Error)> Of(int sheet) =>
        errors.Where(pair => pair.Key.Sheet == sheet).Select(pair => (pair.Key.Row, pair.Key.Column, pair.Value));

    public void Add(int sheet, int row, int column, string error)
    {
        if (errors.Count < 100_000)
        {
            errors[(sheet, row, column)] = error;
        }
    }
}
