using FinalAccounts.Origins;

namespace FinalAccounts.Checks.Form;

/// <summary>Figures and numbers of the document that nobody can trace (ORG-01 figures, ORG-02 numbers in a template's own words).</summary>
internal static class FigureOriginCheck
{
    /// <summary>The findings, in reading order.</summary>
    public static IEnumerable<Finding> Run(Document document) =>
        OriginReport.Of(document).Entries.Where(entry => !entry.IsKnown).Select(entry => entry.Kind == OriginKind.TemplateNumber
            ? new Finding(
                Severity.Error, "ORG-02", $"“{entry.Context}”里的{entry.Text}直接写在模板里，没有来源：请改用指标或资料", entry.Place is { } line ? [line] : [])
            : new Finding(
                Severity.Error, "ORG-01", $"“{entry.Context}”里的{entry.Text}（{entry.Label}）没有来源单元格，请检查指标或数据", entry.Place is { } place ? [place] : []));
}
