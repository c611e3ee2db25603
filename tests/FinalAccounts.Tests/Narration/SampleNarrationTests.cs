using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;
using FinalAccounts.Tests.Assembly;

namespace FinalAccounts.Tests.Narration;

/// <summary>The sections of hubei-2023 over the transcribed disclosure.</summary>
public sealed class SampleNarrationTests
{
    private static readonly Lazy<IReadOnlyList<NarratedSection>> Sections =
        new(() => Narrator.Narrate(Sample.Accounts, CompiledSet.Compile(Sample.Set).Value!, CancellationToken.None));

    [Fact]
    public void NoSectionHasErrors()
    {
        Assert.Empty(Sections.Value.SelectMany(section => section.Findings).Where(finding => finding.Severity >= Severity.Error).Select(f => $"{f.Message} {string.Join(' ', f.Places)}"));
    }

    [Theory]
    [InlineData("sections/收入支出总体.sbn", "2023年度收、支总计95,205.29万元。与2022年度相比，收、支总计各增加14,424.55万元，增长17.9%，主要原因：一是管委会机关及园区人员增加；")]
    [InlineData("sections/支出.sbn", "其中：基本支出50,011.54万元，占本年支出52.6%；项目支出45,144.45万元，占本年支出47.4%。")]
    [InlineData("sections/一般公共预算支出.sbn", "4.文化旅游体育与传媒支出（类）180万元，占0.2%。")]
    [InlineData("sections/一般公共预算支出.sbn", "11.灾害防治及应急管理支出（类）42万元，占0.0%。")]
    [InlineData("sections/一般公共预算支出.sbn", "购置省厅专线路由器。当代集团风险化解领导小组工作保障项目经费120.83万元。\n6.科创局经费787.60万元")]
    public void ThePublishedSentencesAreSaid(string file, string sentence) =>
        Assert.Contains(sentence, Spoken.Text(Sections.Value.Single(section => section.File == file).Blocks), StringComparison.Ordinal);

    [Theory]
    [InlineData("甲", "是")]
    [InlineData("乙", "否")]
    public void DataTextIsComparedByWhatItSays(string note, string expected)
    {
        var accounts = SmallNarration.WithNote(note);
        Assert.Equal(expected, SmallNarration.Text("{{ if 资料.政府采购.说明 == \"甲\" }}是{{ else }}否{{ end }}", accounts));
        Assert.Equal(expected, SmallNarration.Text("{{ if \"甲\" != 资料.政府采购.说明 }}否{{ else }}是{{ end }}", accounts));
    }

    [Fact]
    public void TermsExplainTheItemsThatTheTablesUseAndReportThoseWithoutMeaning()
    {
        var section = Sections.Value.Single(section => section.File == "sections/名词解释.sbn");
        var text = Spoken.Text(section.Blocks);
        var used = Sample.Accounts.Tables["表03"].Rows.Where(row => row.Code is { Length: 7 }).ToList();
        Assert.Equal(23, used.Count);
        Assert.All(used, row => Assert.Contains($"{row.Name}（项）", text, StringComparison.Ordinal));
        Assert.DoesNotContain("体育竞赛", text, StringComparison.Ordinal);
        var unexplained = used.Count(row => Sample.Set.Terms.Subjects.GetValueOrDefault(row.Code!)?.Meaning is null);
        Assert.Equal(unexplained, section.Missing.Count(missing => missing.Severity == Severity.Warning));
    }

    [Fact]
    public void EveryFigureNamesCellsOrCountsRecords()
    {
        var figures = Spoken.Inlines(Sections.Value.SelectMany(section => section.Blocks)).OfType<Figure>().ToList();

        Assert.True(figures.Count > 100);
        Assert.All(figures, figure => Assert.True(
            figure.Origin.Cells.Count > 0 || figure.Origin.Label.EndsWith("条数", StringComparison.Ordinal) || figure.Value == 0, figure.ToString()));
        Assert.All(Sections.Value.SelectMany(section => section.Blocks), block => Assert.NotNull(block.Place?.Line));
    }
}
