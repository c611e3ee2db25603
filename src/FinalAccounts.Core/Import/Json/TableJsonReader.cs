using System.Text.Json;
using FinalAccounts.Accounts;
using FinalAccounts.Import.Tables;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Json;

/// <summary>Reads one table of the canonical form.</summary>
internal sealed class TableJsonReader(TableLayout layout, JsonScope scope, ImportFindings findings)
{
    private readonly List<string> order = [.. layout.CellColumns];
    private readonly HashSet<string> rowKeys = layout.Blocks.SelectMany(block => block.Rows).Select(row => row.Key).OfType<string>().ToHashSet();

    public AccountsTable? Read(JsonTree node)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            scope.Wrong(node, "应为对象 { unit, rows }。");
            return null;
        }

        scope.Unknown(node, "unit", "rows");
        var unitNode = scope.Needed(node, "unit");
        var unit = Money.Unit(scope.Text(unitNode));
        if (unit is null && unitNode is { Kind: JsonValueKind.String })
        {
            findings.Fatal("IMP-15", $"{unitNode.Path}：金额单位“{unitNode.Text}”不认识，应为“元”或“万元”（表原来的单位；数字一律为元）。", scope.Place(unitNode));
        }

        var rows = new List<AccountsRow>();
        var nodes = new Dictionary<string, JsonTree>();
        foreach (var item in scope.Items(scope.Needed(node, "rows")))
        {
            if (Row(item) is not { } row)
            {
                continue;
            }

            if (nodes.TryAdd(row.Key, item))
            {
                rows.Add(row);
            }
            else
            {
                findings.Fatal(row.Code is null ? "IMP-25" : "IMP-42", $"{item.Path}：“{row.Key}”一行写了两次。请合并或删除一行。", scope.Place(item), scope.Place(nodes[row.Key]));
            }
        }

        if (layout.Kind == RowKind.Subjects)
        {
            SubjectLevels.Check(rows, row => scope.Place(nodes[row.Key]), node.Path, findings);
        }

        if (layout.TotalNeeded && rows.Count > 0 && !nodes.ContainsKey(SubjectRowsReader.Total))
        {
            findings.Fatal("IMP-24", $"{node.Path}：没有“合计”一行。请补上。", scope.Place(node));
        }

        if (layout.Kind == RowKind.Fixed && rows.Count > 0)
        {
            foreach (var total in layout.Blocks.SelectMany(block => block.Rows).Where(row => row.Total && row.Key is not null && !nodes.ContainsKey(row.Key)))
            {
                findings.Fatal("IMP-24", $"{node.Path}：没有“{total.Key}”一行。请补上。", scope.Place(node));
            }
        }

        return new AccountsTable(layout.Key, unit ?? MoneyUnit.Yuan, rows);
    }

    private AccountsRow? Row(JsonTree node)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            scope.Wrong(node, "应为对象 { key, name, cells }。");
            return null;
        }

        scope.Unknown(node, "key", "name", "code", "cells");
        var key = scope.Text(scope.Needed(node, "key"));
        var name = scope.Text(scope.Needed(node, "name"));
        var code = node.Member("code") is { Kind: not JsonValueKind.Null } stated ? scope.Text(stated) : null;
        var cells = new Dictionary<string, AccountsCell>();
        // In the order of the table, as the workbook gives them: members of the canonical form are sorted by name.
        foreach (var (column, cell) in scope.Members(scope.Needed(node, "cells")).OrderBy(member => order.IndexOf(member.Name)))
        {
            if (layout.CellColumns.Contains(column))
            {
                cells.Add(column, Cell(cell, layout.FormOf(key ?? "", column) ?? CellForm.Money));
            }
            else
            {
                findings.Fatal("IMP-22", $"{cell.Path}：{layout.Key} 没有“{column}”列。可用的列：{string.Join("、", layout.CellColumns)}。", scope.Place(cell));
            }
        }

        if (key is null || name is null)
        {
            return null;
        }

        CheckKey(node, key, code);
        return new AccountsRow(key, name, cells) { Code = code };
    }

    private void CheckKey(JsonTree node, string key, string? code)
    {
        switch (layout.Kind)
        {
            case RowKind.Fixed when !rowKeys.Contains(key):
                var near = LooseText.Nearest(key, rowKeys) is { } known ? $"是否应为“{known}”？{NameDifference.Of(key, known)}" : "";
                findings.Fatal("IMP-23", $"{node.Path}：{layout.Key} 没有“{key}”这一行。{near}", scope.Place(node));
                break;
            case RowKind.Subjects when key != SubjectRowsReader.Total && (SubjectCode.Level(key) is null || code != key):
                findings.Fatal("IMP-40", $"{node.Path}：科目行的 key 和 code 应为同一个 3、5 或 7 位编码，现在是“{key}”和“{code}”。", scope.Place(node));
                break;
            case RowKind.List when key != SubjectRowsReader.Total && (!key.StartsWith('第') || !key.EndsWith('行')):
                findings.Fatal("IMP-23", $"{node.Path}：{layout.Key} 是逐行的表，key 应为“第1行”“第2行”……，合计行为“合计”，现在是“{key}”。", scope.Place(node));
                break;
            case RowKind.Single when key != SubjectRowsReader.Total:
                findings.Fatal("IMP-23", $"{node.Path}：{layout.Key} 只有一行，key 应为“合计”。", scope.Place(node));
                break;
        }
    }

    private AccountsCell Cell(JsonTree node, CellForm form)
    {
        var value = node;
        string? text = null;
        if (node.Kind == JsonValueKind.Object)
        {
            scope.Unknown(node, "value", "text", "place");
            text = node.Member("text") is { Kind: not JsonValueKind.Null } words ? scope.Text(words) : null;
            value = text is null ? scope.Needed(node, "value") : node.Member("value");
        }

        if (!form.IsFigure && value is { Kind: not JsonValueKind.Null })
        {
            findings.Fatal("IMP-30", $"{value.Path}：这一列是文字，应为 {{ \"text\": … }}。", scope.Place(value));
        }
        else if (value is { Kind: not (JsonValueKind.Number or JsonValueKind.Null) })
        {
            findings.Fatal("IMP-30", $"{value.Path}：应为数字（元）或 null。", scope.Place(value));
        }
        else if (value is not null && !JsonScope.IsPossible(value))
        {
            findings.Fatal("IMP-30", $"{value.Path}：{FigureText.TooLarge}。", scope.Place(value));
        }

        return new AccountsCell(text is null && form.IsFigure && value is { Number: { } amount } && JsonScope.IsPossible(value) ? amount : null, scope.StatedPlace(node)) { Text = text };
    }
}
