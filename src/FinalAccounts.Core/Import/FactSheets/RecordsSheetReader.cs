using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>Reads a sheet with a record per row below a row of field names; blank rows do not count.</summary>
internal sealed class RecordsSheetReader(FactSheetSchema sheet, SheetGrid grid, ImportFindings findings)
{
    private const int SearchedRows = 20;

    private sealed record Column(int Index, FactField Field, MoneyUnit Unit);

    public FactSheet Read()
    {
        if (HeaderRow() is not { } headerRow)
        {
            if (grid.LastRow >= 0)
            {
                findings.Error("IMP-57", $"工作表“{sheet.Name}”没有找到表头（{string.Join("、", sheet.Fields.Select(field => field.Name))}）。请恢复表头，或用空白的文字资料表重新填写。", grid.Whole);
            }

            return new FactSheet(sheet.Name, []);
        }

        var columns = Columns(headerRow);
        var parser = new FactParser(findings);
        var records = new List<FactRecord>();
        for (var row = headerRow + 1; row <= grid.LastRow; row++)
        {
            if (Record(row, headerRow, columns, parser) is { } record)
            {
                records.Add(record);
            }
        }

        return new FactSheet(sheet.Name, records);
    }

    private FactRecord? Record(int row, int headerRow, List<Column> columns, FactParser parser)
    {
        var values = new Dictionary<string, FactValue>();
        var blanks = new Dictionary<string, Documents.Place>();
        if (!columns.Exists(column => grid.Cell(row, column.Index) is not null))
        {
            return null;
        }

        foreach (var column in columns)
        {
            if (parser.Read(Cell(row, headerRow, column), column.Field, $"{sheet.Name}，“{column.Field.Name}”", column.Unit, grid.Place(row, column.Index)) is { } value)
            {
                values.Add(column.Field.Name, value);
            }
            else
            {
                blanks[column.Field.Name] = grid.Place(row, column.Index);
            }
        }

        if (values.Count == 0)
        {
            return null;
        }

        foreach (var column in columns.Where(column => column.Field.IsAsked && !values.ContainsKey(column.Field.Name)))
        {
            findings.Error("IMP-52", $"{sheet.Name}，“{column.Field.Name}”：必填，现在是空的。请填写{(column.Field.Hint is null ? "" : $"（{column.Field.Hint}）")}。", grid.Place(row, column.Index));
        }

        return new FactRecord(values) { Blanks = blanks };
    }

    // A cell merged downwards says the same of each of its rows; money would be counted twice.
    private GridCell? Cell(int row, int headerRow, Column column)
    {
        if (grid.Cell(row, column.Index) is not null
            || grid.MergedAt(row, column.Index) is not { } range || range.Top <= headerRow || grid.Cell(range.Top, range.Left) is not { } shown)
        {
            return grid.Cell(row, column.Index);
        }

        if (column.Field.Type == FactType.Money)
        {
            findings.Error(
                "IMP-33", $"{sheet.Name}，“{column.Field.Name}”：金额写在合并的单元格 {CellAddress.Of(range)} 里，不知道各行是多少。请取消合并，每一行各填自己的数。", grid.Place(row, column.Index));
            return null;
        }

        return shown;
    }

    private int? HeaderRow()
    {
        var best = Enumerable.Range(0, Math.Min(grid.LastRow, SearchedRows) + 1)
            .Select(row => (row, count: Enumerable.Range(0, grid.LastColumn + 1).Count(column => Heading(row, column) is not null)))
            .OrderByDescending(pair => pair.count).ThenBy(pair => pair.row)
            .FirstOrDefault();
        return best.count > 0 && best.count * 2 >= sheet.Fields.Count(field => field.Required) ? best.row : null;
    }

    private (FactField Field, MoneyUnit? Unit)? Heading(int row, int column) =>
        grid.Cell(row, column) is { Value: string text } ? HeadingText.Find(text, sheet.Fields) : null;

    private List<Column> Columns(int headerRow)
    {
        var columns = new List<Column>();
        for (var index = 0; index <= grid.LastColumn; index++)
        {
            if (Heading(headerRow, index) is var (field, unit))
            {
                if (columns.Find(column => column.Field == field) is { } first)
                {
                    findings.Error("IMP-56", $"工作表“{sheet.Name}”：列“{field.Name}”出现了两次，取前一列。请核对哪一列是对的，把另一列改成它自己的名称。", grid.Place(headerRow, index), grid.Place(headerRow, first.Index));
                    continue;
                }

                columns.Add(new Column(index, field, unit ?? HeadingText.UnitOf(field)));
            }
            else
            {
                ReportUnknown(headerRow, index);
            }
        }

        foreach (var field in sheet.Fields.Where(field => field.IsAsked && !columns.Exists(column => column.Field == field)))
        {
            findings.Error("IMP-52", $"工作表“{sheet.Name}”缺少必填的列“{field.Name}”。请补上。", grid.Place(headerRow, 0));
        }

        return columns;
    }

    private void ReportUnknown(int headerRow, int index)
    {
        var content = Enumerable.Range(headerRow + 1, Math.Max(0, grid.LastRow - headerRow)).Select(row => grid.Cell(row, index)).FirstOrDefault(cell => cell is not null);
        if (content is null)
        {
            return;
        }

        var heading = grid.Cell(headerRow, index);
        var near = heading is null ? null : LooseText.Nearest(heading.Display, sheet.Fields.Select(field => field.Name));
        findings.Warn(
            "IMP-51",
            $"工作表“{sheet.Name}”：{(heading is null ? $"{CellAddress.ColumnName(index)} 列没有列名" : $"不认识列“{heading.Display.Trim()}”")}，没有读取。{(near is null ? "这一列的内容不会进入文档" : $"是否应为“{near}”？{NameDifference.Of(heading?.Display.Trim() ?? "", near)}请改正列名")}。",
            heading is null ? grid.Place(content) : grid.Place(heading));
    }
}
