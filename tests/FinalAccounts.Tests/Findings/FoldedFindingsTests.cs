using FinalAccounts.Documents;

namespace FinalAccounts.Tests.Findings;

public sealed class FoldedFindingsTests
{
    [Fact]
    public void RoundingDifferencesOfATableAreOneLineWithTheWidest()
    {
        var lines = FoldedFindings.Of(
        [
            Rounding("表02-类", "公开02表", "E8", "-0.01"), Rounding("表03-类", "公开03表", "E8", "0.01"), Rounding("表02-合计", "公开02表", "E7", "-0.02"), new Finding(Severity.Error, "表02-1", "不平", []),
        ]);

        Assert.Equal(["表02-1", "表02-类、表02-合计", "表03-类"], lines.Select(line => line.Finding.Rule));
        Assert.Equal("公开02表：2处尾差，最大相差 0.02，都没有超过各自的尾差上限，不用改", lines[1].Finding.Message);
        Assert.Equal(["E8", "E7"], lines[1].Finding.Places.Select(place => place.Cell));
        Assert.Equal([0, 2, 0], lines.Select(line => line.Folded.Count));
    }

    [Fact]
    public void AMistakeThatAWholeColumnRepeatsIsOneLine()
    {
        var cells = Enumerable.Range(4, 15).Select(row => new Finding(Severity.Error, "IMP-53", $"执行率写的是“{row}”", [new Place("文字资料.xlsx", "项目自评表", $"M{row}")]));
        var others = new[] { "N4", "N5", "N6" }.Select(cell => new Finding(Severity.Error, "IMP-53", "得分", [new Place("文字资料.xlsx", "项目自评表", cell)]));

        var lines = FoldedFindings.Of(cells.Concat(others));

        Assert.Equal(["执行率写的是“4”（项目自评表 M 列这样的共 15 处）", "得分", "得分", "得分"], lines.Select(line => line.Finding.Message));
        Assert.Equal("文字资料.xlsx ▸ 项目自评表 ▸ M4:M18", PlaceRun.Printed(lines[0].Finding.Places));
        Assert.Equal(15, lines[0].Folded.Count);
    }

    [Fact]
    public void EveryFindingIsInOneLine()
    {
        var findings = Enumerable.Range(1, 30).Select(number => number % 3 == 0
            ? new Finding(Severity.Warning, "TXT-12", $"{number}", []) : Rounding("表02-类", $"公开0{number % 5}表", $"E{number}", "0.01")).ToList();

        var lines = FoldedFindings.Of(findings);

        Assert.Equal(findings.OrderBy(finding => finding.Message, StringComparer.Ordinal).ThenBy(finding => finding.Places.Count),
            lines.SelectMany(line => line.Folded.Count > 0 ? line.Folded : [line.Finding]).OrderBy(finding => finding.Message, StringComparer.Ordinal).ThenBy(finding => finding.Places.Count));
    }

    private static Finding Rounding(string rule, string sheet, string cell, string difference) =>
        new(Severity.Rounding, rule, $"{sheet} {cell}", [new Place("公开表.xlsx", sheet, cell)]) { Difference = difference };
}
