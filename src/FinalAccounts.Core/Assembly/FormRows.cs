using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The rows that the self-evaluation forms share. A form has eight physical columns.</summary>
internal sealed class FormRows(FormTexts texts, FactCells facts)
{
    /// <summary>The columns: target, levels 1 and 2, level 3 over two, planned, achieved, score.</summary>
    public static readonly IReadOnlyList<TableColumn> Columns =
    [
        new(10, CellAlign.Center), new(11, CellAlign.Center), new(15, CellAlign.Center), new(12, CellAlign.Center),
        new(14, CellAlign.Center), new(14, CellAlign.Center), new(14, CellAlign.Center), new(10, CellAlign.Center),
    ];

    /// <summary>A label over two columns and one content over the rest.</summary>
    public TableRow Wide(string label, IReadOnlyList<Inline> content, CellAlign? align = null) =>
        new([Cells.Label(texts.Label(label), 2), Cells.Of(content, 6, align)]);

    /// <summary>Two labels with their contents, side by side.</summary>
    public TableRow Pair(string left, IReadOnlyList<Inline> leftContent, string right, IReadOnlyList<Inline> rightContent) =>
        new([
            Cells.Label(texts.Label(left), 2), Cells.Of(leftContent, 2),
            Cells.Label(texts.Label(right), 2), Cells.Of(rightContent, 2),
        ]);

    /// <summary>预算执行情况: the money, the rate and the score. A label of what is counted stands beside both rows or beside the figures.</summary>
    public IReadOnlyList<TableRow> Execution(FactSource form, string counted, bool beside)
    {
        TableCell[] heads =
        [
            Cells.Label(texts.Label("预算数")), Cells.Label(texts.Label("执行数")),
            Cells.Label(texts.Label("执行率")), Cells.Label(texts.Label("执行得分"), 2),
        ];
        TableCell[] figures =
        [
            Cells.Of(facts.Money(form, "预算数")), Cells.Of(facts.Money(form, "执行数")),
            Cells.Of(facts.Percent(form, "执行率")), Cells.Of(facts.Points(form, "执行得分"), 2),
        ];
        var title = Cells.Label(texts.Label("预算执行情况"), 2, 2);
        return beside
            ? [new([title, Cells.Label(texts.Label(counted), 1, 2), .. heads]), new(figures)]
            : [new([title, Cells.Blank(), .. heads]), new([Cells.Label(texts.Label(counted)), .. figures])];
    }

    /// <summary>总分, the reasons and the measures.</summary>
    public IReadOnlyList<TableRow> End(FactSource form) =>
    [
        Wide("总分", facts.Points(form, "总分")),
        Wide("偏差原因", FactCells.Words(form, "偏差原因"), CellAlign.Left),
        Wide("改进措施", FactCells.Words(form, "改进措施"), CellAlign.Left),
    ];

    /// <summary>The indicators below their header, beside a target that spans them; equal levels that follow each other are one cell.</summary>
    public IReadOnlyList<TableRow> Indicators(TableCell target, IReadOnlyList<FactSource> indicators)
    {
        var rows = new List<TableRow>
        {
            new([
                target with { RowSpan = indicators.Count + 1 },
                Cells.Label(texts.Label("一级指标")), Cells.Label(texts.Label("二级指标")), Cells.Label(texts.Label("三级指标"), 2),
                Cells.Label(texts.Label("年初目标值")), Cells.Label(texts.Label("实际完成值")), Cells.Label(texts.Label("得分")),
            ]),
        };
        foreach (var first in Runs(indicators, "一级指标", "一级权重"))
        {
            var leading = new List<TableCell> { Level(first, "一级指标", "一级权重") };
            foreach (var second in Runs(first, "二级指标", "二级权重"))
            {
                leading.Add(Level(second, "二级指标", "二级权重"));
                foreach (var indicator in second)
                {
                    rows.Add(new TableRow([.. leading, .. Indicator(indicator)]));
                    leading.Clear();
                }
            }
        }

        return rows;
    }

    private static TableCell Level(List<FactSource> run, string level, string weight) =>
        Cells.Of(FactCells.Weighted(run[0], level, weight)) with { RowSpan = run.Count, Header = true };

    private TableCell[] Indicator(FactSource indicator) =>
    [
        Cells.Of(FactCells.Weighted(indicator, "三级指标", "权重"), 2),
        Cells.Of(FactCells.Words(indicator, "年初目标值")),
        Cells.Of(FactCells.Words(indicator, "实际完成值")),
        Cells.Of(facts.Points(indicator, "得分")),
    ];

    private static List<List<FactSource>> Runs(List<FactSource> indicators, string level, string weight) => Runs((IReadOnlyList<FactSource>)indicators, level, weight);

    private static List<List<FactSource>> Runs(IReadOnlyList<FactSource> indicators, string level, string weight)
    {
        var runs = new List<List<FactSource>>();
        foreach (var indicator in indicators)
        {
            if (runs.Count > 0 && Same(runs[^1][0], indicator, level) && Same(runs[^1][0], indicator, weight))
            {
                runs[^1].Add(indicator);
            }
            else
            {
                runs.Add([indicator]);
            }
        }

        return runs;
    }

    private static bool Same(FactSource a, FactSource b, string field) =>
        (a.Value(field)?.Text, a.Value(field)?.Number) == (b.Value(field)?.Text, b.Value(field)?.Number);
}
