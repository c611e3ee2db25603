using FinalAccounts.Accounts;

namespace FinalAccounts.Import.Tables;

/// <summary>Reads a table with one row of figures (表09); its row is named 合计. Notes below stand in the same columns and are passed over.</summary>
internal sealed class SingleRowReader(TableSheet sheet)
{
    // Longer text below the header is a note, shorter text a slip in a figure's cell (无, 见说明).
    private const int ShortText = 6;

    public List<AccountsRow> Read()
    {
        var columns = sheet.Blocks[0].Values.ToList();
        var filled = sheet.DataRows.Where(row => sheet.HasFigure(row, columns) || HasShortText(row, columns)).ToList();
        foreach (var row in filled.Skip(1))
        {
            sheet.Findings.Fatal("IMP-27", $"{sheet.Label}：只应有一行数字，这里又有一行。请核对哪一行是本单位的决算数，只在那一行填数。", sheet.Grid.Place(row, columns[0].Left), sheet.Grid.Place(filled[0], columns[0].Left));
        }

        var cells = new Dictionary<string, AccountsCell>();
        foreach (var column in sheet.Blocks[0].Cells)
        {
            cells.Add(column.Expected.Column.Key, filled.Count > 0 ? sheet.Read(filled[0], column, SubjectRowsReader.Total) : AccountsCell.Blank);
        }

        return [new AccountsRow(SubjectRowsReader.Total, SubjectRowsReader.Total, cells)];
    }

    private bool HasShortText(int row, List<FoundColumn> columns) => columns
        .Select(column => sheet.Content(row, column))
        .Any(cell => cell is { Value: string, Loose.Length: > 0 and <= ShortText } && !cell.Loose.StartsWith('注') && cell.Loose.Trim('-', '/').Length > 0);
}
