using System.Text.RegularExpressions;
using FinalAccounts.Documents;
using FinalAccounts.Origins;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Tests.Checks.Text;

namespace FinalAccounts.Tests.Origins;

public sealed class OriginReportTests
{
    private static readonly Document Document = SampleText.Disclose(SampleText.Accounts).Document!;
    private static readonly OriginReport Report = OriginReport.Of(Document);
    private static readonly string Html = HtmlRenderer.Render(Document, SampleText.Set.Set.Theme);

    [Fact]
    public void EveryNumberOfTheSampleCanBeTraced()
    {
        Assert.True(Report.Entries.Count > 1_500, $"only {Report.Entries.Count}");
        Assert.Equal([], Report.Entries.Where(entry => !entry.IsKnown).Select(entry => $"{entry.Section}: {entry.Context}"));
        Assert.Equal(1m, Report.Share);
    }

    [Fact]
    public void AFigureOfTheTextNamesItsFormulaAndItsCells()
    {
        var entry = Report.Entries.First(entry => entry is { Kind: OriginKind.TextFigure, Text: "增加14,424.55万元" or "14,424.55万元" });

        Assert.Contains("公开表.xlsx ▸ 公开01表 ▸ C37", entry.Cells.Select(cell => cell.Place?.ToString()));
        Assert.NotNull(entry.Formula);
        Assert.Equal(144_245_500m, entry.Exact);
    }

    [Fact]
    public void TheReportIsAWorkbookWithARowForEachNumber() =>
        Assert.Equal(Report.Entries.Count + 3, OriginWorkbook.Build(Report, Document).Sheets[0].Rows.Count);

    [Fact]
    public void ATablesFigureLeadsToEverySentenceThatUsesItAndBack()
    {
        var target = Regex.Match(Html, "<a href=\"#(use-[0-9]+)\"><span>95,205.29</span></a>").Groups[1].Value;
        var uses = Regex.Match(Html, $"<div id=\"{target}\">(.*?)</div>", RegexOptions.Singleline).Value;

        Assert.Contains("表01［收入总计，金额］", uses, StringComparison.Ordinal);
        var sentences = Regex.Matches(uses, "href=\"#(fig-[0-9]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.True(sentences.Count >= 3, uses);
        Assert.All(sentences, id => Assert.Matches($"<a class=\"fig\" id=\"{id}\" href=\"#t[0-9]+-r[0-9]+\"", Html));
    }

    [Fact]
    public void EveryLinkHasItsTarget()
    {
        var ids = Regex.Matches(Html, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(Regex.Matches(Html, " href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value).Except(ids));
    }

    [Fact]
    public void PaperHasNoLinksToUses()
    {
        var paper = HtmlRenderer.Render(Document, SampleText.Set.Set.Theme, purpose: HtmlPurpose.Print);

        Assert.DoesNotContain("class=\"uses\"", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#use-", paper, StringComparison.Ordinal);
    }
}
