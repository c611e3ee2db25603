using FinalAccounts.Checks.Form;
using FinalAccounts.Documents;
using FinalAccounts.Tests.Checks.Text;

namespace FinalAccounts.Tests.Checks.Form;

public sealed class FormCheckTests
{
    [Fact]
    public void AnEmptyTableThatIsNotSaidToBeEmptyIsFound()
    {
        var finding = Assert.Single(SectionCheck.Run(Of(EmptyTable(), new Paragraph([new Documents.Text("注：本表反映收入和支出。")], ParagraphStyle.TableNote))));

        Assert.Equal((Severity.Error, "FRM-18"), (finding.Severity, finding.Rule));
        Assert.Contains("政府性基金预算财政拨款收入支出决算表是空表", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyTableThatIsExplainedIsRight() =>
        Assert.Empty(SectionCheck.Run(Of(EmptyTable(), new Paragraph([new Documents.Text("本单位无政府性基金收支，故本表无数据。")], ParagraphStyle.TableNote))));

    [Fact]
    public void ASectionOfWhichOnlyTheHeadingStandsIsAnError()
    {
        var findings = SectionCheck.Run(Of(
            new Heading(1, [new Documents.Text("第一部分")], "p1") { InContents = true },
            new Heading(2, [new Documents.Text("一、主要职责")], "s1") { InContents = true },
            new Heading(2, [new Documents.Text("二、机构设置")], "s2") { InContents = true },
            new Paragraph([new Documents.Text("无下属单位。")])));

        Assert.Equal("“一、主要职责”没有内容：每一节都要公开，没有的也要说明，请补上", Assert.Single(findings).Message);
    }

    [Fact]
    public void AFigureWithoutCellsAndANumberOfTheTemplateHaveNoOrigin()
    {
        var findings = FigureOriginCheck.Run(Of(new Paragraph(
        [
            new Documents.Text("2023年度第1项，"), new Figure("3个", 3, "个", new Origin("三", null, 3, [])),
            new Documents.Text("，支出100万元，单价100万元（含）以上设备。"),
        ])
        { Place = new Place("sections/甲.sbn", Line: 2) })).ToList();

        Assert.Equal(["ORG-01 3个", "ORG-02 100万元"], findings.Select(finding => $"{finding.Rule} {finding.Message.Split("里的")[1][..(finding.Rule == "ORG-01" ? 2 : 5)]}"));
        Assert.All(findings, finding => Assert.Equal("sections/甲.sbn(2,1)", finding.Places[0].ToString()));
    }

    [Theory]
    // Sentences of real disclosures that are right.
    [InlineData("及时按程序申请调整。")]
    [InlineData("未向我区申请拨付工作经费。")]
    [InlineData("因公出国（境）费和国内（外）考察。")]
    [InlineData("“急难愁盼”问题……有力破解。")]
    [InlineData("增加3万元，增长5%，减少了浪费。")]
    [InlineData("低空共享无人机3×4阵列。")]
    [InlineData("1、贯彻执行党的路线、方针、政策；")]
    [InlineData("执行率100%，完成率达95.24%。")]
    [InlineData("新增学位超1.3万个，增长10户。")]
    public void RightSentencesAreLeftAlone(string text) =>
        Assert.DoesNotContain(FormPatterns.All, pattern => pattern.Match(text).Success);

    [Fact]
    public void EveryClaimedKindHasItsOwnRuleAndIsDocumented()
    {
        var documented = File.ReadAllText(Repository.PathOf("docs", "checks-text.md"));

        Assert.Equal(TextMistakes.All.Count, TextMistakes.All.DistinctBy(kind => kind.Rule).Count());
        Assert.All(TextMistakes.All, kind => Assert.Contains($"| {kind.Rule} |", documented, StringComparison.Ordinal));
    }

    [Fact]
    public void ErrorsOfTheTextAreOwnedToOnTheDraft()
    {
        var disclosure = SampleText.Disclose(SampleText.Accounts);
        var errors = disclosure.Findings.Count(finding => finding.Severity >= Severity.Error);

        Assert.True(errors > 1);
        Assert.Equal($"草稿：尚有{errors}处错误未处理，不得公开", disclosure.Document!.Metadata.DraftNotice);
    }

    private static Table EmptyTable() => new("t07", [new TableColumn(1)], [], [new TableRow([new TableCell([new Documents.Text("合计")])])])
    {
        Kind = TableKind.Accounts, SheetName = "公开07表", Title = "政府性基金预算财政拨款收入支出决算表",
    };

    private static Document Of(params Block[] blocks) =>
        new(new DocumentMetadata("甲", "乙", 2023, DateTimeOffset.UnixEpoch), [new Section(new PageSetup(), blocks)]);
}
