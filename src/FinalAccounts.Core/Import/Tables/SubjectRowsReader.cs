using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Import.Tables;

/// <summary>Reads a table of functional subjects (表02, 03, 05, 07, 08): a 合计 row and any number of 类, 款, 项.</summary>
internal sealed class SubjectRowsReader(TableSheet sheet)
{
    /// <summary>Key and name of the sum row.</summary>
    public const string Total = "合计";

    private readonly List<AccountsRow> rows = [];
    private readonly Dictionary<string, GridCell> cells = [];

    /// <summary>Where each row's code stands, by the row's key.</summary>
    public IReadOnlyDictionary<string, Place> Codes => cells.ToDictionary(pair => pair.Key, pair => sheet.Grid.Place(pair.Value));

    /// <summary>The rows in the order of the sheet.</summary>
    public List<AccountsRow> Read()
    {
        var block = sheet.Blocks[0];
        var codes = new CodeReader(sheet, block);
        foreach (var row in sheet.DataRows)
        {
            ReadRow(block, codes, row);
        }

        if (!cells.ContainsKey(Total))
        {
            if (rows.Count == 0 && sheet.Layout.EmptyStatement is not null)
            {
                rows.Add(new AccountsRow(Total, Total, new Dictionary<string, AccountsCell>()));
            }
            else
            {
                sheet.Findings.Fatal("IMP-24", $"{sheet.Label}：没有找到“合计”一行。请补上合计行。", sheet.Grid.Whole);
            }
        }

        SubjectLevels.Check(rows, row => sheet.Grid.Place(cells[row.Key]), sheet.Label, sheet.Findings);
        return rows;
    }

    private void ReadRow(FoundBlock block, CodeReader codes, int row)
    {
        var codeCells = codes.Cells(row);
        var name = sheet.Content(row, block.Name);
        var first = codeCells.FirstOrDefault() ?? name;
        if (CodeReader.IsCode(codeCells))
        {
            ReadSubject(block, row, codes, codeCells, name);
            return;
        }

        var label = name?.Loose ?? "";
        var text = label.Length > 0 ? label : string.Concat(codeCells.Select(cell => cell.Loose));
        if (HeaderPath.Totals.Contains(text))
        {
            Add(block, row, Total, Total, null, first!);
        }
        else if (sheet.HasFigure(row, block.Values))
        {
            var message = text.Length == 0 ? "这一行有数字，却没有科目编码和名称" : $"“{(first?.Display ?? text).Trim()}”一行有数字，却没有科目编码";
            sheet.Findings.Fatal("IMP-45", $"{sheet.Label}：{message}。请补上功能分类科目编码；合计行请写作“合计”。", sheet.Grid.Place(row, first?.Column ?? block.Left));
        }
    }

    private void ReadSubject(FoundBlock block, int row, CodeReader codes, List<GridCell> codeCells, GridCell? name)
    {
        var code = codes.Read(codeCells);
        if (code is null || SubjectCode.Level(code) is null)
        {
            var written = string.Join(" ", codeCells.Select(cell => cell.Display.Trim()));
            sheet.Findings.Fatal("IMP-40", $"{sheet.Label}：科目编码“{written}”不对。功能分类科目编码应为 3 位（类）、5 位（款）或 7 位（项）数字，请改正。", sheet.Grid.Place(codeCells[0]));
            return;
        }

        if (name is null)
        {
            sheet.Findings.Error("IMP-45", $"{sheet.Label}：科目 {code} 没有科目名称。请补上。", sheet.Grid.Place(row, block.Name?.Left ?? codeCells[0].Column));
        }

        Add(block, row, code, name?.Display.Trim() ?? code, code, codeCells[^1]);
    }

    private void Add(FoundBlock block, int row, string key, string name, string? code, GridCell place)
    {
        if (cells.TryGetValue(key, out var first))
        {
            sheet.Findings.Fatal(
                code is null ? "IMP-25" : "IMP-42",
                $"{sheet.Label}：{(code is null ? "“合计”一行" : $"科目编码 {code}（{name}）")}出现了两次。请核对哪一行是对的：同一科目的数请合成一行，写错编码的请改正编码。",
                sheet.Grid.Place(place), sheet.Grid.Place(first));
            return;
        }

        cells.Add(key, place);
        var values = block.Cells.ToDictionary(column => column.Expected.Column.Key, column => sheet.Read(row, column, code is null ? name : $"{code} {name}"));
        rows.Add(new AccountsRow(key, name, values) { Code = code });
    }
}
