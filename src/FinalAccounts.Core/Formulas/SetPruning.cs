using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>Takes from a set the inherited metrics, rules, charts and prefills whose formulas name what the set has taken away; each is noted, so that whoever writes the set sees it.</summary>
internal static class SetPruning
{
    /// <summary>The set as it counts.</summary>
    public static TemplateSet Of(TemplateSet set, List<Finding> notes)
    {
        if (set.Removed.IsEmpty)
        {
            return set;
        }

        var names = new GoneNames(set.Removed);
        var metrics = Metrics(set.Metrics, names, notes);
        var rules = set.Rules.Where(rule => !Goes(names.InRule(rule), "规则", rule.Code, rule.Place, notes)).ToList();
        var charts = set.Charts.Where(chart => !Goes(chart.Series.SelectMany(series => series.Formulas).Select(names.In).FirstOrDefault(why => why is not null), "图", chart.Name, chart.Place, notes)).ToList();
        return set with
        {
            Metrics = metrics,
            Rules = rules,
            Charts = charts,
            Facts = new FactsSchema([.. set.Facts.Sheets.Select(sheet => sheet with { Fields = [.. sheet.Fields.Select(field => field with { From = Left(field.From, names), Default = Left(field.Default, names) })] })]),
            Mentions = set.Mentions with
            {
                Figures = [.. set.Mentions.Figures.Select(figure => figure with { Values = [.. figure.Values.Where(value => names.In(value) is null)] }).Where(figure => figure.Values.Count > 0)],
                Bases = [.. set.Mentions.Bases.Where(one => names.In(one.Value) is null)],
            },
            Statements = set.Statements with
            {
                Sections = [.. set.Statements.Sections.Select(section => section with { Subjects = [.. section.Subjects.Where(subject => !names.IsGone(subject.Metric))] })],
                Reasons = [.. set.Statements.Reasons.Where(reason => reason.Metric is null || !names.IsGone(reason.Metric))],
            },
        };
    }

    private static string? Left(string? formula, GoneNames names) => formula is not null && names.In(formula) is not null ? null : formula;

    // What names a metric that goes, goes as well.
    private static List<MetricDefinition> Metrics(IReadOnlyList<MetricDefinition> all, GoneNames names, List<Finding> notes)
    {
        var left = all.ToList();
        while (left.Find(metric => names.In(metric.Formula) is not null) is { } metric)
        {
            Goes(names.In(metric.Formula), "指标", metric.Name, metric.Place, notes);
            left.Remove(metric);
            names.Add(metric.Name);
        }

        return left.ConvertAll(metric => metric.Prior is { } prior && names.In(prior) is not null ? metric with { Prior = null } : metric);
    }

    private static bool Goes(string? why, string kind, string name, Place place, List<Finding> notes)
    {
        if (why is null)
        {
            return false;
        }

        notes.Add(new Finding(Severity.Note, "TPL-12", $"{kind}“{name}”用到已去掉的{why}，一并去掉。还要它的，请在本模板集里另写公式。", [place]));
        return true;
    }
}
