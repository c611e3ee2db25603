using FinalAccounts.Templates;

namespace FinalAccounts.Import.Tables;

/// <summary>A column to look for: the texts its lowest header cell may have, and the text that must stand above where the lowest alone is not enough.</summary>
internal sealed record ExpectedColumn(LayoutColumn Column, IReadOnlySet<string> Texts, string? Above)
{
    public ColumnRole Role => Column.Role;

    /// <summary>Whether it has cells of its own: figures or words.</summary>
    public bool IsCell => Role is ColumnRole.Value or ColumnRole.Text;

    /// <summary>The name for messages.</summary>
    public string Label => Above is null ? Column.Key : $"{Above} ▸ {Column.Key}";

    /// <summary>The same in the words that stand for their synonyms.</summary>
    public ExpectedColumn In(Synonyms words) =>
        this with { Texts = Texts.Select(words.Canonical).ToHashSet(), Above = Above is null ? null : words.Canonical(Above), Printed = [.. Printed.Select(words.Canonical)] };

    /// <summary>What the form prints over it, the lowest last; empty where the form prints nothing.</summary>
    public IReadOnlyList<string> Printed { get; init; } = [];

    /// <summary>Whether it stands just as the form prints it: goes before a column that could be meant as well.</summary>
    public bool Fits(HeaderPath path) => Printed.Count > 0 && Printed[^1] == path.Leaf && Printed.SkipLast(1).All(path.Above.Contains);

    public bool Matches(HeaderPath path) =>
        Texts.Contains(path.Leaf) && (Above is null || path.Above.Contains(Above));
}

/// <summary>What the header of a table looks like, from its layout: keys, aliases and the header as printed.</summary>
internal static class ExpectedColumns
{
    /// <summary>What stands over codes, in comparable form.</summary>
    public static IReadOnlySet<string> CodeTexts { get; } = new HashSet<string>
    {
        "科目编码", "科目代码", "科目编号", "编码", "代码", "类", "款", "项", "功能分类科目编码", "支出功能分类科目编码", "功能分类编码", "功能分类科目代码",
        "经济分类科目编码", "支出经济分类科目编码", "经济分类编码", "经济科目编码", "经济分类科目代码", "部门预算支出经济分类科目编码",
    };

    /// <summary>What stands over names, in comparable form.</summary>
    public static IReadOnlySet<string> NameTexts { get; } = new HashSet<string>
    {
        "科目名称", "项目", "项目名称", "科目", "名称", "项目(按功能分类)", "功能分类科目名称", "支出功能分类科目名称", "经济分类科目名称", "支出经济分类科目名称",
    };

    private static readonly HashSet<string> LineTexts = ["行次", "序号"];

    /// <summary>The columns of each block.</summary>
    public static IReadOnlyList<IReadOnlyList<ExpectedColumn>> Of(TableLayout layout, Synonyms words)
    {
        var printed = PrintedPaths(layout);
        var blocks = new List<IReadOnlyList<ExpectedColumn>>();
        var at = 0;
        foreach (var block in layout.Blocks)
        {
            var columns = new List<(LayoutColumn Column, IReadOnlyList<string> Path)>();
            foreach (var column in block.Columns)
            {
                columns.Add((column, printed.GetValueOrDefault(at) ?? []));
                at += column.Span;
            }

            blocks.Add([.. columns.Select(entry => Expect(entry.Column, entry.Path, columns).In(words))]);
        }

        return blocks;
    }

    private static ExpectedColumn Expect(
        LayoutColumn column, IReadOnlyList<string> path, List<(LayoutColumn Column, IReadOnlyList<string> Path)> block)
    {
        var texts = column.Aliases.Append(column.Key).Select(LooseText.Of).ToHashSet();
        texts.UnionWith(column.Role switch
        {
            ColumnRole.Code => CodeTexts,
            ColumnRole.Name => NameTexts,
            ColumnRole.Line => LineTexts,
            _ => [],
        });
        if (column.Role is not (ColumnRole.Value or ColumnRole.Text))
        {
            // A column of words may be called what elsewhere stands over names (项目 beside 项目名称).
            texts.ExceptWith(block.Where(other => other.Column.Role is ColumnRole.Value or ColumnRole.Text)
                .SelectMany(other => other.Column.Aliases.Append(other.Column.Key).Select(LooseText.Of).Concat(other.Path.TakeLast(1))));
            if (path is [.., var over] && column.Role == ColumnRole.Name)
            {
                texts.Add(over);
            }

            return new ExpectedColumn(column, texts, null);
        }

        if (path is [.., var leaf])
        {
            texts.Add(leaf);
        }

        return new ExpectedColumn(column, texts, column.Group is { } group ? LooseText.Of(group) : Distinguishing(column, path, block)) { Printed = path };
    }

    // 合计 stands under 预算数 and under 决算数: the ancestor that the namesakes do not share tells them apart.
    private static string? Distinguishing(
        LayoutColumn column, IReadOnlyList<string> path, List<(LayoutColumn Column, IReadOnlyList<string> Path)> block)
    {
        var namesakes = block
            .Where(other => other.Column != column && other.Column.Role is ColumnRole.Value or ColumnRole.Text && path.Count > 0 && other.Path.Count > 0 && other.Path[^1] == path[^1])
            .ToList();
        return namesakes.Count == 0 ? null : path.SkipLast(1).FirstOrDefault(above => !namesakes.Exists(other => other.Path.Contains(above)));
    }

    private static Dictionary<int, IReadOnlyList<string>> PrintedPaths(TableLayout layout)
    {
        var taken = new Dictionary<(int Row, int Column), string>();
        for (var row = 0; row < layout.Header.Count; row++)
        {
            var column = 0;
            foreach (var cell in layout.Header[row])
            {
                while (taken.ContainsKey((row, column)))
                {
                    column++;
                }

                for (var r = 0; r < cell.Rows; r++)
                {
                    for (var c = 0; c < cell.Columns; c++)
                    {
                        taken[(row + r, column + c)] = LooseText.Of(cell.Text);
                    }
                }

                column += cell.Columns;
            }
        }

        return taken.GroupBy(pair => pair.Key.Column).ToDictionary(
            group => group.Key,
            group => (IReadOnlyList<string>)group.OrderBy(pair => pair.Key.Row).Select(pair => pair.Value).Where(text => text.Length > 0).Distinct().ToList());
    }
}
