using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>A table as read, with what its caption says.</summary>
/// <param name="Codes">Where the code of each subject row stands, by the row's key.</param>
internal sealed record ReadTable(AccountsTable Table, TableLayout Layout, TableCaption Caption, Place Title, IReadOnlyDictionary<string, Place> Codes);

/// <summary>Reads one table below its title.</summary>
internal sealed class TableReader(TemplateSet set, int year, ImportFindings findings)
{
    /// <summary>The table; null when a column or the unit of money is missing, which is reported.</summary>
    public ReadTable? Read(LocatedTable table, TableCaption caption)
    {
        var (layout, region, header) = (table.Layout, table.Region, table.Header);
        var blocks = header.Blocks(region, layout, table.Expected, findings);
        ReportUnknownColumns(table, blocks);
        if (!HasColumns(table, blocks) || caption.Unit is not { } unit)
        {
            return null;
        }

        var sheet = new TableSheet(layout, region, header.DataRow, blocks, unit, findings)
        {
            OtherYear = code => Classification.OtherYear(set.Classification.Economic(code), year),
            Headings = header.Headings,
        };
        var subjects = new SubjectRowsReader(sheet);
        var rows = layout.Kind switch
        {
            RowKind.Fixed => new FixedRowsReader(sheet).Read(),
            RowKind.Subjects => subjects.Read(),
            RowKind.List => new ListRowsReader(sheet).Read(),
            _ => new SingleRowReader(sheet).Read(),
        };
        sheet.ReportMergedFigures();
        return new ReadTable(new AccountsTable(layout.Key, unit, rows), layout, caption, table.Place, subjects.Codes);
    }

    private bool HasColumns(LocatedTable table, List<FoundBlock> blocks)
    {
        var missing = new List<(ExpectedColumn Column, string Where, Place Place)>();
        for (var i = 0; i < table.Expected.Count; i++)
        {
            var block = i < blocks.Count ? blocks[i] : new FoundBlock([]);
            var where = table.Expected.Count > 1 ? $"（第 {i + 1} 栏组）" : "";
            missing.AddRange(table.Expected[i].Where(column => IsNeeded(column, table.Layout, block) && !block.Columns.Any(found => IsSame(found, column)))
                .Select(column => (column, where, Beside(column, table.Region, table.Header, block, table.Expected[i]))));
        }

        if (missing.Count > 0)
        {
            var names = string.Join("、", missing.Select(column => $"“{column.Column.Label}”{column.Where}"));
            findings.Fatal(
                "IMP-20",
                $"{table.Label}：表头里没有认出{names}列。请核对表头的写法（例如“{missing[0].Column.Texts.First()}”）{findings.Words.InSet("；本省的写法不同的，在模板集的 synonyms.yaml 里加上")}。{HeaderPicture.Of(table, set)}",
                [.. missing.Select(column => column.Place).Distinct()]);
        }

        return missing.Count == 0;
    }

    private static bool IsSame(FoundColumn found, ExpectedColumn column) => found.Expected.Role == column.Role && found.Expected.Column.Key == column.Column.Key;

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
        ColumnRole.Value or ColumnRole.Text => true,
        ColumnRole.Line => false,
        // Several rows may stand under one code, or none have one.
        ColumnRole.Code when layout.Kind == RowKind.List => false,
        // A fixed row is known by its code or by its name.
        _ => layout.Kind is RowKind.Subjects or RowKind.List || (block.Code is null && block.Name is null && column.Role == ColumnRole.Name),
    };

    private void ReportUnknownColumns(LocatedTable table, List<FoundBlock> blocks)
    {
        var (region, header) = (table.Region, table.Header);
        var known = blocks.SelectMany(block => block.Columns).ToList();
        foreach (var path in header.Paths)
        {
            if (known.Exists(column => path.Column >= column.Left && path.Column <= column.Right)
                || path.Leaf is "行次" or "序号" or "备注" || table.Expected.SelectMany(block => block).Any(column => column.Matches(path)))
            {
                continue;
            }

            var cell = Enumerable.Range(header.DataRow, Math.Max(0, region.Bottom - header.DataRow + 1))
                .Select(row => region.Grid.Cell(row, path.Column)).FirstOrDefault(TableSheet.IsFigure);
            if (cell is not null)
            {
                var free = table.Expected.SelectMany(block => block).Where(column => column.Role == ColumnRole.Value && !known.Exists(found => IsSame(found, column)));
                var near = path.Leaf.Length == 0 ? null : LooseText.Nearest(path.Leaf, free.Select(column => column.Label));
                findings.Fatal(
                    "IMP-22",
                    $"{table.Label}：{CellAddress.ColumnName(path.Column)} 列{(path.Leaf.Length == 0 ? "有数字，却没有表头" : $"“{path.LeafCell!.Display.Trim()}”不是这张表应有的，其中有数字")}。{(near is null ? $"请核对表头{findings.Words.InSet("；这一列确是本省的表有的，请在模板集的表样里加上")}" : $"是否应为“{near}”？{NameDifference.Of(path.LeafCell?.Display.Trim() ?? "", near)}请改正表头")}。",
                    region.Grid.Place(cell));
            }
        }
    }
}
