using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The annex 整体自评: the result with its score table, then the form with its targets.</summary>
internal sealed class OverallEvaluation(FactReader reader, FormTexts texts, FactCells facts, PageRuns pages)
{
    private const string Form = "整体自评表";
    private const string Goals = "整体绩效目标";
    private const string Measures = "整体绩效指标";

    /// <summary>Whether the facts have it.</summary>
    public bool Any => reader.Records(Form, "单位名称").Count > 0;

    /// <summary>Adds its pages.</summary>
    public void Add(string id)
    {
        var form = reader.Records(Form, "单位名称")[0];
        var evaluation = new EvaluationPages(texts, pages);
        var result = reader.Records("整体自评结果", "级次");
        if (result.Count > 0)
        {
            evaluation.AddResult(form, form.Text("结果标题"), $"{id}-result", LevelledText.Blocks(result, $"{id}-result", () => Scores($"{id}-scores")));
        }

        evaluation.AddForm(form, $"{id}-form", Rows(form));
    }

    private List<TableRow> Rows(FactSource form)
    {
        var rows = new FormRows(texts, facts);
        var all = new List<TableRow>
        {
            rows.Wide("单位名称", FactCells.Words(form, "单位名称")),
            rows.Pair("基本支出总额", facts.Money(form, "基本支出总额"), "项目支出总额", facts.Money(form, "项目支出总额")),
        };
        all.AddRange(rows.Execution(form, "部门整体支出总额", beside: true));
        var indicators = reader.Records(Measures, "三级指标");
        var goals = reader.Records(Goals, "序号");
        var indicatorsOf = indicators.ToLookup(indicator => Number(indicator, "目标序号"));
        var numbers = goals.Select(goal => Number(goal, "序号")).ToHashSet();
        foreach (var goal in goals)
        {
            var own = indicatorsOf[Number(goal, "序号")].ToList();
            all.Add(new TableRow([
                Cells.Label(texts.Label("整体绩效目标") + Number(goal, "序号")?.ToString("0"), 2),
                Cells.Of(FactCells.Words(goal, "目标"), 6, CellAlign.Left),
            ]));
            all.AddRange(rows.Indicators(
                new TableCell([.. Cells.Lines(texts.Label("整体绩效指标")), .. FactCells.InBrackets(goal, "权重")]) { Header = true }, own));
        }

        reader.ReportStrangers(
            indicators, indicator => numbers.Contains(Number(indicator, "目标序号")),
            indicator => $"“{Measures}”里“{indicator.Row}”的目标序号在“{Goals}”里没有，这一行不会印出，请更正");
        all.AddRange(rows.End(form));
        return all;
    }

    private Table Scores(string id) => new(
        id,
        [new TableColumn(40, CellAlign.Center), new TableColumn(30, CellAlign.Center), new TableColumn(30, CellAlign.Center)],
        [new TableRow([Cells.Label(texts.Label("评价准则")), Cells.Label(texts.Label("权重")), Cells.Label(texts.Label("评价得分"))])],
        [.. reader.Records("整体自评得分", "评价准则").Select(score => new TableRow([
            Cells.Of(FactCells.Words(score, "评价准则")),
            Cells.Of(facts.TwoDecimals(score, "权重")),
            Cells.Of(facts.TwoDecimals(score, "得分")),
        ]))])
    {
        Title = texts.Label("整体自评得分"),
    };

    private static decimal? Number(FactSource source, string field) => source.Value(field)?.Number;
}
