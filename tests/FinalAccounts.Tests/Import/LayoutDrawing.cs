using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Import;

/// <summary>Draws a layout as the published form has it, every value cell filled with a figure of its own.</summary>
internal static class LayoutDrawing
{
    private static readonly string[] Codes = ["合计", "201", "20103", "2010301"];

    public static IEnumerable<(string Row, string Column, int Value)> Figures(TableLayout table)
    {
        var number = 100;
        foreach (var block in table.Blocks)
        {
            var rows = table.Kind switch
            {
                RowKind.Fixed => block.Rows.Where(row => row.Key is not null).Select(row => row.Key!),
                RowKind.Subjects => Codes,
                _ => ["合计"],
            };
            foreach (var row in rows)
            {
                foreach (var column in block.ValueColumns)
                {
                    yield return (row, column.Key, ++number);
                }
            }
        }
    }

    public static string Of(TableLayout table, int year, string unit)
    {
        var width = table.Blocks.Sum(block => block.Columns.Sum(column => column.Span));
        var lines = new List<string>
        {
            table.Title.Replace("{年度}", year.ToString()),
            string.Join('|', Enumerable.Repeat("", width - 1).Append(table.Mark)),
            string.Join('|', Enumerable.Repeat("", width - 2).Prepend("部门：" + unit).Append("金额单位：万元")),
        };
        lines.AddRange(Header(table, width));
        if (table.ColumnNumbers)
        {
            var number = 0;
            lines.Add(string.Join('|', table.Blocks.SelectMany(block => block.Columns).SelectMany(column =>
                column.Role switch { ColumnRole.Name => ["栏　次"], ColumnRole.Value => [(++number).ToString()], ColumnRole.Code => new[] { "类", "款", "项" }.Take(column.Span), _ => [""] })));
        }

        lines.AddRange(Rows(table));
        lines.AddRange(table.Notes);
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Header(TableLayout table, int width)
    {
        var cells = new Dictionary<(int Row, int Column), string>();
        for (var row = 0; row < table.Header.Count; row++)
        {
            var at = 0;
            foreach (var cell in table.Header[row])
            {
                while (cells.ContainsKey((row, at)))
                {
                    at++;
                }

                for (var r = 0; r < cell.Rows; r++)
                {
                    for (var c = 0; c < cell.Columns; c++)
                    {
                        cells[(row + r, at + c)] = (r, c) switch { (0, 0) => cell.Text.Replace("\n", "\\n", StringComparison.Ordinal), (_, 0) => "^", (0, _) => "<", _ => "" };
                    }
                }
            }
        }

        return Enumerable.Range(0, table.Header.Count).Select(row => string.Join('|', Enumerable.Range(0, width).Select(column => cells.GetValueOrDefault((row, column), ""))));
    }

    private static IEnumerable<string> Rows(TableLayout table)
    {
        var figures = Figures(table).ToList();
        var next = 0;
        var columns = new List<List<string[]>>();
        foreach (var block in table.Blocks)
        {
            IEnumerable<LayoutRow> rows = table.Kind switch
            {
                RowKind.Fixed => block.Rows,
                RowKind.Subjects => Codes.Select(code => new LayoutRow(code, code == "合计" ? "合　计" : "科目" + code) { Code = code == "合计" ? null : code }),
                _ => [new LayoutRow("合计", "")],
            };
            columns.Add([.. rows.Select(row => block.Columns.SelectMany(column => column.Role switch
            {
                ColumnRole.Value => [row.Key is null ? "" : "=" + figures[next++].Value],
                ColumnRole.Name => [row.Label],
                ColumnRole.Line => ["7"],
                _ => Enumerable.Repeat("", column.Span - 1).Prepend(row.Code ?? ""),
            }).ToArray())]);
            foreach (var (row, i) in block.Rows.Select((row, i) => (row, i)).Where(pair => pair.row.Across > 0))
            {
                // The label begins in the block to the left.
                columns[^1][i][1] = "";
                columns[^2][i][0] = row.Label;
            }
        }

        for (var i = 0; i < columns.Max(block => block.Count); i++)
        {
            yield return string.Join('|', columns.SelectMany((block, b) => i < block.Count ? block[i] : [.. Enumerable.Repeat("", table.Blocks[b].Columns.Sum(column => column.Span))]));
        }
    }
}
