namespace FinalAccounts.Tests.Checks.Planted;

/// <summary>Every line of planted.tsv, typed into the facts or tables of the Shanghai sample and found at its cell.</summary>
public sealed class PlantedFactsTests
{
    /// <summary>What finds each line, and how its mistake is made; a line without an entry fails.</summary>
    private static readonly Dictionary<string, PlantedCase> Cases = new(StringComparer.Ordinal)
    {
        ["E01"] = new("沪-9"),
        ["E02"] = new("沪-9"),
        ["E02b"] = new("沪-10", (sample, _) => sample.Without("一般公共预算支出", "2010505")),
        ["E03"] = new("沪-16"),
        ["E04b"] = new("沪-11"),
        ["E05"] = new("沪-12"),
        ["E05b"] = new("沪-14"),
        ["E06"] = new("沪-15"),
        ["E07"] = new("上年-1", (sample, line) => sample.WithTypedPrior(line)),
        ["E08"] = new("上年-2", (sample, line) => sample.WithTypedPrior(line)),
        ["E09"] = new("上年-5", (sample, line) => sample.WithTypedPrior(line)),
        ["E10"] = new("RSN-01"),
        ["E10b"] = new("RSN-01"),
        ["E11"] = new("RSN-02"),
        ["E12"] = new("IMP-48", (sample, line) => sample.Renamed("20105", line.Wrong)),

        // A typed end is no mistake: it is trimmed where the sentence gets its own.
        ["E13"] = new(null),
        ["E14"] = new("RSN-03", (sample, line) => sample
            .With("一般公共预算支出", "2010505", "年初预算", line.Wrong.Split('；')[0])
            .With("一般公共预算支出", "合计", "年初预算", "4275.37")
            .With("一般公共预算支出", "2010505", "原因", line.Wrong.Split('；')[1])),
        ["E15"] = new("RSN-03", (sample, line) => sample
            .With("机关运行经费", null, "上年决算", line.Wrong.Split('；')[0])
            .With("机关运行经费", null, "原因", line.Wrong.Split('；')[1])),
        ["E15b"] = new("RSN-03"),
        ["E16"] = new("RSN-02"),
        ["E17"] = new("RSN-05", (sample, _) => sample.Added("一般公共预算支出", ("科目编码", "2010599"), ("年初预算", "0"), ("用途", "其他统计信息事务"))),
    };

    public static TheoryData<string> Lines => [.. PlantedLine.All.Select(line => line.Number)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void EveryLineIsFoundAtItsCell(string number)
    {
        var line = PlantedLine.All.Single(line => line.Number == number);
        var planted = Cases[number];
        var wrong = planted.Plant(PlantedSample.Clean, line);
        var before = PlantedSample.Clean.Findings.Select(Words).ToHashSet();
        var findings = wrong.Findings.Where(finding => finding.Severity >= Severity.Warning && !before.Contains(Words(finding))).ToList();

        if (planted.Rule is null)
        {
            Assert.Equal([], findings.Select(Words));
            Assert.DoesNotContain("。。", wrong.Text, StringComparison.Ordinal);
            return;
        }

        Assert.Contains(findings, finding => finding.Rule == planted.Rule && finding.Places.Any(wrong.Places.Contains));
        Assert.Equal([], findings.Where(finding => !finding.Places.Any(wrong.Places.Contains)).Select(Words));
    }

    [Fact]
    public void CompletionThatIsAnotherThanTheAmountsGiveIsFound()
    {
        var wrong = PlantedSample.Clean.With("一般公共预算支出", "2010505", "原因", "完成年初预算的55.00%，根据工作进度据实支出");

        Assert.Contains(wrong.Findings, finding => finding.Rule == "RSN-03" && finding.Places.Any(wrong.Places.Contains));
    }

    private static string Words(Finding finding) => $"{finding.Rule} {finding.Message}";
}
