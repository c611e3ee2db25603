using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>A table as read, with what its caption says.</summary>
/// <param name="Codes">Where the code of each subject row stands, by the row's key.</param>
internal sealed record ReadTable(AccountsTable Table, TableLayout Layout, TableCaption Caption, Place Title, IReadOnlyDictionary<string, Place> Codes);

/// <summary>Reads one table below its title.</summary>
internal sealed class TableReader(TemplateSet set, int year, ImportFindings findings)
{
    /// <summary>The table; null when the header or the unit of money is missing, which is reported.</summary>
    public ReadTable? Read(TableTitle title, TableRegion region, TableHeader header, IReadOnlyList<IReadOnlyList<ExpectedColumn>> expected)
    {
        var layout = title.Layout!;
        var caption = TableCaption.Read(region, header.DataRow - 1, $"{layout.Key} {layout.Name}", findings);
        var blocks = header.Blocks(region, layout, expected, findings);
        ReportUnknownColumns(layout, region, header, blocks, expected);
        if (!HasColumns(layout, region, header, blocks, expected) || caption.Unit is not { } unit)
        {
            return null;
        }

        var sheet = new TableSheet(layout, region, header.DataRow, blocks, unit, findings)
        {
            OtherYear = code => Classification.OtherYear(set.Classification.Economic(code), year),
        };
        var subjects = new SubjectRowsReader(sheet);
        var rows = layout.Kind switch
        {
            RowKind.Fixed => new FixedRowsReader(sheet).Read(),
            RowKind.Subjects => subjects.Read(),
            _ => new SingleRowReader(sheet).Read(),
        };
        return new ReadTable(new AccountsTable(layout.Key, unit, rows), layout, caption, region.Grid.Place(title.Row, title.Left), subjects.Codes);
    }

    private bool HasColumns(
        TableLayout layout, TableRegion region, TableHeader header, List<FoundBlock> blocks, IReadOnlyList<IReadOnlyList<ExpectedColumn>> expected)
    {
        var complete = true;
        for (var i = 0; i < expected.Count; i++)
        {
            var block = i < blocks.Count ? blocks[i] : new FoundBlock([]);
            var missing = expected[i].Where(column => IsNeeded(column, layout, block) && !block.Columns.Any(found => found.Expected.Role == column.Role && found.Expected.Column.Key == column.Column.Key)).ToList();
            foreach (var column in missing)
            {
                var where = expected.Count > 1 ? $"（第 {i + 1} 栏组）" : "";
                findings.Fatal("IMP-20", $"{layout.Key} {layout.Name}：没有找到“{column.Label}”列{where}。请补上这一列，表头写作“{column.Texts.First()}”。", Beside(column, region, header, block, expected[i]));
                complete = false;
            }
        }

        return complete;
    }

    // The heading after which the missing column belongs.
    private static Place Beside(
        ExpectedColumn missing, TableRegion region, TableHeader header, FoundBlock block, IReadOnlyList<ExpectedColumn> expected)
    {
        var before = expected.TakeWhile(column => column != missing)
            .SelectMany(column => block.Columns.Where(found => found.Expected.Role == column.Role && found.Expected.Column.Key == column.Column.Key)).LastOrDefault();
        var heading = header.Paths.FirstOrDefault(path => path.LeafCell is not null && (before is null || path.Column == before.Right))?.LeafCell;
        return heading is null ? region.Grid.Place(region.Top, region.Left) : region.Grid.Place(heading);
    }

    private static bool IsNeeded(ExpectedColumn column, TableLayout layout, FoundBlock block) => column.Role switch
    {
        ColumnRole.Value => true,
        ColumnRole.Line => false,
        // A fixed row is known by its code or by its name.
        _ => layout.Kind == RowKind.Subjects || (block.Code is null && block.Name is null && column.Role == ColumnRole.Name),
    };

    private void ReportUnknownColumns(
        TableLayout layout, TableRegion region, TableHeader header, List<FoundBlock> blocks, IReadOnlyList<IReadOnlyList<ExpectedColumn>> expected)
    {
        var known = blocks.SelectMany(block => block.Columns).ToList();
        foreach (var path in header.Paths)
        {
            if (known.Exists(column => path.Column >= column.Left && path.Column <= column.Right)
                || path.Leaf is "行次" or "序号" || expected.SelectMany(block => block).Any(column => column.Matches(path)))
            {
                continue;
            }

            var cell = Enumerable.Range(header.DataRow, Math.Max(0, region.Bottom - header.DataRow + 1))
                .Select(row => region.Grid.Cell(row, path.Column)).FirstOrDefault(TableSheet.IsFigure);
            if (cell is not null)
            {
                var name = path.Leaf.Length == 0 ? "没有表头的列" : $"不认识的列“{path.LeafCell!.Display.Trim()}”";
                var near = LooseText.Nearest(path.Leaf, expected.SelectMany(block => block).Select(column => column.Column.Key));
                findings.Fatal(
                    "IMP-22",
                    $"{layout.Key} {layout.Name}：{CellAddress.ColumnName(path.Column)} 列是{name}，其中有数字。{(near is null || path.Leaf.Length == 0 ? "请删除这一列，或把它移出表格" : $"是否应为“{near}”？请改正表头")}。",
                    region.Grid.Place(cell));
            }
        }
    }
}
