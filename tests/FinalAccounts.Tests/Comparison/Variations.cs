using FinalAccounts.Accounts;
using FinalAccounts.Documents;

namespace FinalAccounts.Tests.Comparison;

/// <summary>Copies of documents and accounts with changes in them.</summary>
internal static class Variations
{
    /// <summary>A cell raised by an amount in 元.</summary>
    public static DepartmentAccounts Raised(DepartmentAccounts accounts, string table, string row, string column, decimal by)
    {
        var tables = accounts.Tables.ToDictionary();
        tables[table] = tables[table] with
        {
            Rows = [.. tables[table].Rows.Select(each => each.Key != row ? each : each with { Cells = Raised(each.Cells, column, by) })],
        };
        return accounts with { Tables = tables };
    }

    /// <summary>Some blocks removed, doubled with other words, or changed; the same for the same seed.</summary>
    public static Document Edited(Document document, int seed)
    {
        var chance = new Random(seed);
        var headings = 0;
        return document with
        {
            Sections =
            [
                .. document.Sections.Select(section => section with { Blocks = [.. section.Blocks.SelectMany(block => Edited(block, chance, () => $"v-{++headings}"))] }),
            ],
        };
    }

    private static Dictionary<string, AccountsCell> Raised(IReadOnlyDictionary<string, AccountsCell> cells, string column, decimal by)
    {
        var raised = cells.ToDictionary();
        raised[column] = raised[column] with { Value = raised[column].Value + by };
        return raised;
    }

    private static IEnumerable<Block> Edited(Block block, Random chance, Func<string> id)
    {
        switch (chance.Next(12))
        {
            case 0 when block is Paragraph or ListBlock or PageBreak or Chart or Table:
                yield break;
            case 1 when block is Paragraph:
                yield return new Paragraph([new Text($"新增的一段，{chance.Next(1000)}万元。")]);
                yield return block;
                break;
            case 2 when block is Heading heading:
                yield return heading with { Inlines = [.. heading.Inlines, new Text("（新）")] };
                break;
            case 3 when block is Heading heading:
                yield return heading with { Id = id(), Inlines = [new Text("新的一节"), new LineBreak(), new Text("说明")] };
                yield return new Paragraph([new Strong([new Text("加粗")]), new Text("、"), new Checkbox(true)]);
                yield return heading;
                break;
            case < 6 when block is Paragraph paragraph:
                yield return paragraph with { Inlines = [.. paragraph.Inlines.SelectMany(inline => Edited(inline, chance))] };
                break;
            case < 6 when block is ListBlock list:
                yield return list with { Items = [.. list.Items.Skip(1), [new Text($"另一项{chance.Next(9)}")]] };
                break;
            case < 6 when block is Chart chart:
                yield return chart with { Caption = chart.Caption + "（修订）", Series = [.. chart.Series.Select(series => series with { Values = [.. series.Values.Reverse()] })] };
                break;
            case < 6 when block is Cover cover:
                yield return cover with { TitleLines = [.. cover.TitleLines.Skip(1), "修订版"], Date = "2024年10月8日" };
                break;
            case < 9 when block is Table table:
                yield return table with { Rows = Edited(table.Rows, chance), Frame = table.Frame is { } frame && chance.Next(3) == 0 ? frame with { Unit = "金额单位：元" } : table.Frame };
                break;
            default:
                yield return block;
                break;
        }
    }

    private static IEnumerable<Inline> Edited(Inline inline, Random chance) => chance.Next(4) switch
    {
        0 => [inline, new Text("补充说明")],
        1 when inline is Figure figure => [figure with { Text = $"{chance.Next(100000)}.{chance.Next(10, 99)}" }],
        2 when inline is Text text => [new Text(text.Value[..(text.Value.Length / 2)])],
        _ => [inline],
    };

    // Rows go only where no cell spans them.
    private static List<TableRow> Edited(IReadOnlyList<TableRow> rows, Random chance)
    {
        var simple = rows.All(row => row.Cells.All(cell => cell.RowSpan == 1));
        return
        [
            .. rows.Where(_ => !simple || rows.Count < 3 || chance.Next(8) != 0)
                .Select(row => row with { Cells = [.. row.Cells.Select(cell => chance.Next(6) == 0 ? cell with { Inlines = [new Text($"改{chance.Next(100)}")] } : cell)] }),
        ];
    }
}
