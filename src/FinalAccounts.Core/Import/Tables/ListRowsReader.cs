using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>Reads a table whose rows are a list (projects, assets, contracts): each row with content is one, in the order of the sheet; codes and words merged downwards count for all their rows.</summary>
internal sealed class ListRowsReader(TableSheet sheet)
{
    // 无 alone in a list says that it has no rows.
    private static readonly HashSet<string> Notes = ["注", "说明", "备注", "填表", "编制"];

    /// <summary>The rows, 合计 among them where there is one.</summary>
    public List<AccountsRow> Read()
    {
        var block = sheet.Blocks[0];
        var rows = new List<AccountsRow>();
        var total = -1;
        foreach (var row in sheet.DataRows)
        {
            var own = block.Columns.Where(column => column.Expected.Role != ColumnRole.Line).Select(column => sheet.Content(row, column)).OfType<GridCell>().ToList();
            if (own.Count == 0 || IsNote(own, block) || own.TrueForAll(cell => cell.Value is string && BlankText.Is(cell.Loose)))
            {
                continue;
            }

            if (block.Columns.Where(column => column.Expected.Role != ColumnRole.Value).Select(column => sheet.Content(row, column)).OfType<GridCell>().Any(cell => HeaderPath.Totals.Contains(cell.Loose)))
            {
                if (total >= 0)
                {
                    sheet.Findings.Fatal("IMP-25", $"{sheet.Label}：“合计”一行出现了两次。请核对哪一行是对的，另一行请删去或改名。", sheet.Grid.Place(row, block.Left), sheet.Grid.Place(total, block.Left));
                    continue;
                }

                total = row;
                rows.Add(Row(block, row, SubjectRowsReader.Total, SubjectRowsReader.Total, null));
                continue;
            }

            var key = Key(rows.Count(read => read.Key != SubjectRowsReader.Total) + 1);
            var name = (sheet.Content(row, block.Name) ?? Above(row, block.Name))?.Display.Trim() ?? "";
            rows.Add(Row(block, row, key, name, Code(block, row)));
        }

        if (sheet.Layout.TotalNeeded && rows.Count > 0 && total < 0)
        {
            sheet.Findings.Fatal("IMP-24", $"{sheet.Label}：没有找到“合计”一行。请补上合计行。", sheet.Grid.Whole);
        }

        return rows;
    }

    /// <summary>What a row of a list is called in origins and corrections: 第1行.</summary>
    public static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"第{number}行");

    private AccountsRow Row(FoundBlock block, int row, string key, string name, string? code) =>
        new(key, name, block.Cells.ToDictionary(column => column.Expected.Column.Key, column => sheet.Read(row, column, name.Length > 0 ? name : key))) { Code = code };

    // A code split over cells is one code; what is no code is kept as it is written.
    private string? Code(FoundBlock block, int row)
    {
        var codes = new CodeReader(sheet, block);
        var cells = codes.Cells(row);
        return cells.Count == 0 ? null : CodeReader.IsCode(cells) ? codes.Read(cells) : string.Concat(cells.Select(cell => cell.Display.Trim()));
    }

    private GridCell? Above(int row, FoundColumn? column) => column is null ? null : sheet.Above(row, column.Left);

    private bool IsNote(List<GridCell> own, FoundBlock block) => own is [var only]
        && only is { Value: string } && block.Columns.Count > 1
        && (Notes.Any(note => only.Loose.StartsWith(note, StringComparison.Ordinal))
            || (sheet.Grid.MergedAt(only.Row, only.Column) is { } range && range.Right - range.Left > 0 && range.Right >= block.Right));
}
