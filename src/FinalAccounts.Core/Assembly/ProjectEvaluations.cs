using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>The annex 项目自评: of each project the form and, where there is one, the result.</summary>
internal sealed class ProjectEvaluations(FactReader reader, FactsSchema schema, FormTexts texts, FactCells facts, PageRuns pages)
{
    private const string Form = "项目自评表";
    private const string Measures = "项目绩效指标";
    private const string Results = "项目自评结果";

    /// <summary>Whether the facts have any.</summary>
    public bool Any => reader.Records(Form, "项目").Count > 0;

    /// <summary>Adds the pages of all projects, in the order of the facts.</summary>
    public void Add(string id)
    {
        var projects = reader.Records(Form, "项目");
        var indicators = reader.Records(Measures, "项目");
        var results = reader.Records(Results, "项目");
        var (indicatorsOf, resultsOf) = (ByProject(indicators), ByProject(results));
        var evaluation = new EvaluationPages(texts, pages);
        for (var i = 0; i < projects.Count; i++)
        {
            var project = projects[i];
            evaluation.AddForm(project, $"{id}-{i + 1}-form", Rows(project, [.. indicatorsOf[project.Text("项目")]]));
            if (resultsOf[project.Text("项目")].ToList() is { Count: > 0 } result)
            {
                evaluation.AddResult(project, ResultTitle(project), $"{id}-{i + 1}-result", LevelledText.Blocks(result, $"{id}-{i + 1}-result", null));
            }
        }

        var names = projects.Select(project => project.Text("项目")).ToHashSet();
        foreach (var records in (IReadOnlyList<FactSource>[])[indicators, results])
        {
            reader.ReportStrangers(
                records, record => names.Contains(record.Text("项目")),
                record => $"“{record.Sheet}”里的项目“{record.Text("项目")}”在“{Form}”里没有，这一行不会印出，请更正项目名称");
        }
    }

    private static ILookup<string, FactSource> ByProject(IEnumerable<FactSource> records) => records.ToLookup(record => record.Text("项目"));

    private string ResultTitle(FactSource project)
    {
        if (project.Text("结果标题") is { Length: > 0 } title)
        {
            return title;
        }

        reader.Report($"项目“{project.Row}”有自评结果，但“{Form}”没有填写“结果标题”，请补上", project.Places);
        return $"{project.Row}自评结果";
    }

    private List<TableRow> Rows(FactSource project, IReadOnlyList<FactSource> indicators)
    {
        var rows = new FormRows(texts, facts);
        return
        [
            rows.Wide("项目名称", FactCells.Words(project, "项目名称")),
            rows.Pair("主管部门", FactCells.Words(project, "主管部门"), "项目实施单位", FactCells.Words(project, "项目实施单位")),
            rows.Wide("项目类别", Choice(project, "项目类别")),
            rows.Wide("项目属性", Choice(project, "项目属性")),
            rows.Wide("项目类型", Choice(project, "项目类型")),
            .. rows.Execution(project, "年度财政资金总额", beside: false),
            .. rows.Indicators(Cells.Label(texts.Label("项目绩效目标")), indicators),
            .. rows.End(project),
        ];
    }

    // 1、部门预算项目 ☑　2、区级专项 ☐
    private List<Inline> Choice(FactSource project, string field)
    {
        var chosen = project.Text(field);
        var inlines = new List<Inline>();
        foreach (var option in schema.Sheet(Form)?.Field(field)?.Options ?? [])
        {
            var number = (inlines.Count / 2) + 1;
            inlines.Add(new Text($"{(number > 1 ? "　" : "")}{number}、{option} "));
            inlines.Add(new Checkbox(option == chosen));
        }

        return inlines;
    }
}
