using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>Reads a table whose rows the layout lists (表01, 表04, 表06): by economic code where there is one, else by label.</summary>
internal sealed partial class FixedRowsReader(TableSheet sheet)
{
    private readonly Dictionary<LayoutRow, RowLabel> matched = [];
    private readonly HashSet<(int Row, FoundBlock Block)> consumed = [];
    private readonly List<(LayoutRow Row, AccountsRow Read)> rows = [];

    /// <summary>The rows found, in the layout's order.</summary>
    public List<AccountsRow> Read()
    {
        var labels = sheet.Blocks.SelectMany(Labels).ToList();
        foreach (var (label, row) in new RowMatcher(sheet).Match(labels))
        {
            if (matched.TryGetValue(row, out var first))
            {
                ReportTwice(row, first, label);
                continue;
            }

            matched.Add(row, label);
            rows.Add((row, Row(row, label)));
        }

        ReportUnknown(labels);
        ReportMissing();
        var order = sheet.Layout.Blocks.SelectMany(block => block.Rows).ToList();
        return [.. rows.OrderBy(pair => order.IndexOf(pair.Row)).Select(pair => pair.Read)];
    }

    [GeneratedRegex(@"^\s*(其中[：:])?\s*([一二三四五六七八九十]+[、.．]|\d{1,2}[、.．]|[（(][一二三四五六七八九十\d]+[）)])?\s*")]
    private static partial Regex Ordinal();

    private IEnumerable<RowLabel> Labels(FoundBlock block, int index)
    {
        var codes = new CodeReader(sheet, block);
        foreach (var row in sheet.DataRows)
        {
            var cells = codes.Cells(row);
            var name = sheet.Content(row, block.Name);
            var numeric = CodeReader.IsCode(cells);
            if ((name ?? cells.FirstOrDefault()) is { } cell)
            {
                var text = name ?? (numeric ? null : cell);
                yield return new RowLabel(index, row, cell, sheet.Region.Canonical(text?.Loose ?? ""), numeric ? codes.Read(cells) : null);
            }
        }
    }

    private AccountsRow Row(LayoutRow row, RowLabel label)
    {
        var block = ValueBlock(row, label);
        consumed.Add((label.Row, block));
        consumed.Add((label.Row, sheet.Blocks[label.Block]));
        var home = sheet.Layout.Blocks.First(layout => layout.Rows.Contains(row));
        var cells = new Dictionary<string, AccountsCell>();
        foreach (var column in block.Values)
        {
            var key = home.ValueColumns.FirstOrDefault(value => value.Key == column.Expected.Column.Key)?.Key ?? home.ValueColumns.First().Key;
            cells.TryAdd(key, sheet.Read(label.Row, column, row.Label, row));
        }

        foreach (var column in sheet.Blocks[label.Block].Cells.Where(column => column.Expected.Role == ColumnRole.Text))
        {
            cells.TryAdd(column.Expected.Column.Key, sheet.Read(label.Row, column, row.Label));
        }

        return new AccountsRow(row.Key!, Name(row, label), cells) { Code = row.Code };
    }

    // A wording of its own (使用非财政拨款结余（含专用结余）) is the office's and stays; ordinals and blanks are the form's.
    private static string Name(LayoutRow row, RowLabel label)
    {
        var written = label.Cell.Loose;
        return row.Total || row.Code is not null || label.Text.Length == 0 || LooseText.WithoutOrdinal(written) == LooseText.WithoutOrdinal(LooseText.Of(row.Label)) || LooseText.WithoutOrdinal(written) == LooseText.Of(row.Key)
            ? row.Label
            : Ordinal().Replace(label.Cell.Display.Trim(), "", 1);
    }

    // 公用经费合计 of 表06 is merged over the next block up to that block's figures; unmerged, its figure stands there as well.
    // Only a row that the layout puts so may take another block's figure.
    private FoundBlock ValueBlock(LayoutRow row, RowLabel label)
    {
        var own = sheet.Blocks[label.Block];
        var right = sheet.Grid.MergedAt(label.Cell.Row, label.Cell.Column)?.Right ?? label.Cell.Column;
        if (right > own.Right)
        {
            return sheet.Blocks.FirstOrDefault(block => block.Values.Any(column => column.Left > right)) ?? own;
        }

        var elsewhere = row.Across > 0 || !sheet.Layout.Blocks[Math.Min(label.Block, sheet.Layout.Blocks.Count - 1)].Rows.Contains(row);
        if (elsewhere && label.Block + 1 < sheet.Blocks.Count && !sheet.HasFigure(label.Row, own.Values))
        {
            var next = sheet.Blocks[label.Block + 1];
            if (sheet.Content(label.Row, next.Code) is null && sheet.Content(label.Row, next.Name) is null && sheet.HasFigure(label.Row, next.Values))
            {
                return next;
            }
        }

        return own;
    }

    private void ReportTwice(LayoutRow row, RowLabel first, RowLabel second)
    {
        consumed.Add((second.Row, sheet.Blocks[second.Block]));
        sheet.Findings.Fatal("IMP-25", $"{sheet.Label}：“{row.Label}”一行出现了两次。请核对哪一行是对的；另一行如果是别的项目，请改正它的名称。", sheet.Grid.Place(second.Cell), sheet.Grid.Place(first.Cell));
    }

    private void ReportUnknown(List<RowLabel> labels)
    {
        foreach (var row in sheet.DataRows)
        {
            foreach (var (block, index) in sheet.Blocks.Select((block, index) => (block, index)))
            {
                if (consumed.Contains((row, block)) || !sheet.HasFigure(row, block.Values))
                {
                    continue;
                }

                var label = labels.Find(label => label.Row == row && label.Block == index);
                var place = label is null ? sheet.Grid.Place(row, block.Values.First().Left) : sheet.Grid.Place(label.Cell);
                var known = sheet.Layout.Blocks.SelectMany(b => b.Rows).Where(r => r.Key is not null).Select(r => r.Label);
                var message = label is null ? "这一行有数字，却没有项目名称。请补上项目名称。"
                    : label.Code is not null && sheet.OtherYear(label.Code) is { } why ? $"经济分类科目编码 {label.Code}（{label.Text}）是{why}。请改用当年的科目。"
                    : label.Code is not null ? $"经济分类科目编码 {label.Code}（{label.Text}）不是本表应有的，而这一行有数字。请核对编码。"
                    : $"不认识项目“{label.Cell.Display.Trim()}”，而这一行有数字。{Suggest(label.Text, known)}";
                sheet.Findings.Fatal("IMP-23", $"{sheet.Label}：{message}", place);
            }
        }
    }

    private string Suggest(string text, IEnumerable<string> known) =>
        LooseText.Nearest(text, known) is { } near ? $"是否应为“{near}”？请改为规定的名称。" : $"请改为规定的名称{sheet.Findings.Words.InSet("；本省的表确有这一行的，请在模板集的表样里加上")}。";

    private void ReportMissing()
    {
        var missing = sheet.Layout.Blocks.SelectMany(block => block.Rows).Where(row => row.Key is not null && !matched.ContainsKey(row)).ToList();
        foreach (var row in missing.Where(row => row.Total))
        {
            sheet.Findings.Fatal("IMP-24", $"{sheet.Label}：没有找到“{row.Label}”（{row.Key}）一行。请补上这一行。", sheet.Grid.Whole);
        }

        var others = missing.Where(row => row is { Total: false, Optional: false }).Select(row => row.Label).ToList();
        if (others.Count > 0)
        {
            sheet.Findings.Note("IMP-26", $"{sheet.Label}：没有这些行，按无数处理：{string.Join("、", others.Take(10))}{(others.Count > 10 ? $"等 {others.Count} 行" : "")}。", sheet.Grid.Whole);
        }
    }
}

/// <summary>What names a row: its label in comparable form, its economic code where it has one.</summary>
/// <param name="Block">Index of the block it stands in.</param>
internal sealed record RowLabel(int Block, int Row, GridCell Cell, string Text, string? Code);
