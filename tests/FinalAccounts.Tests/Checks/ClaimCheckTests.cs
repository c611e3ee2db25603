using FinalAccounts.Accounts;
using FinalAccounts.Checks.Form;
using FinalAccounts.Checks.Text;
using FinalAccounts.Claims;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Passages;
using FinalAccounts.Tests.Checks.Text;

namespace FinalAccounts.Tests.Checks;

/// <summary>Sentences as offices of other provinces write them, held against the tables of the sample: right ones pass, wrong ones are found.</summary>
public sealed class ClaimCheckTests
{
    private const string Revenue = "二、收入决算情况说明";
    private const string Spending = "三、支出决算情况说明";
    private const string Public = "五、一般公共预算财政拨款支出决算情况说明";
    private const string Basic = "六、一般公共预算财政拨款基本支出决算情况说明";
    private const string Three = "九、“三公”经费支出决算情况说明";

    [Theory]
    [InlineData(Revenue, "2023年度收入合计95,196.89万元，比上年增加14,439.56万元，增长17.88%。")]
    [InlineData(Revenue, "本年收入合计95196.89万元，较上年增加14439.56万元，同比增长17.9%，主要原因是人员增加。")]
    [InlineData(Spending, "本年支出合计95,155.99万元，其中：基本支出50,011.54万元，占52.56%；项目支出45,144.45万元，占47.44%。")]
    [InlineData(Public, "2023年度一般公共预算财政拨款支出年初预算为90,000万元，支出决算为95,096.14万元，完成年初预算的105.66%。决算数大于年初预算数的主要原因是人员增加。")]
    [InlineData(Public, "2023年度一般公共预算财政拨款支出年初预算为90,000万元，全年预算为98,000万元，支出决算为95,096.14万元，完成年初预算的105.66%。决算数大于预算数的主要原因是人员增加。")]
    [InlineData(Public, "2023年度一般公共预算财政拨款支出年初预算为0万元，全年预算为98,000万元，支出决算为95,096.14万元。决算数大于预算数的主要原因是年中追加。")]
    [InlineData(Revenue, "本年收入合计（不含年初结转和结余）95,196.89万元。")]
    [InlineData(Spending, "本年支出构成为：基本支出占52.6%，项目支出占47.4%。")]
    [InlineData(Spending, "支出构成为：甲占33.3%，乙占33.3%，丙占33.3%。")]
    [InlineData(Spending, "全体职工中，女性占45%，党员占60%。")]
    [InlineData(Spending, "采购构成为：中小企业占80%，其中：小微企业占60%，其他企业占20%。")]
    [InlineData(Spending, "本部门没有上级补助收入（见附表）。")]
    [InlineData(Public, "一般公共预算财政拨款支出95,096.14万元，占本年支出合计的99.94%，与上年持平。")]
    [InlineData(Three, "公务接待费支出20.85万元，接待3批次，20人次，比上年增加20.85万元，主要原因是上年没有接待。")]
    public void RightSentencesPass(string heading, string sentence) => Assert.Empty(Found(heading, sentence));

    [Theory]
    [InlineData("CLM-01", Revenue, "2023年度收入合计95,169.89万元。")]
    [InlineData("CLM-01", Spending, "本年支出合计95,155.99万元，其中：基本支出51,011.54万元；项目支出45,144.45万元。")]
    [InlineData("CLM-01", Revenue, "本年收入合计（不含年初结转和结余）95,169.89万元。")]
    [InlineData("CLM-01", Three, "公务接待费支出决算为1.53万元，接待3批次，20人次。")]
    [InlineData("CLM-03", Revenue, "收入合计95,196.89万元，与2022年相比，收入合计增加14,439.56万元，增长19.88%。")]
    [InlineData("CLM-03", Revenue, "本年收入合计95,196.89万元，较上年减少14,439.56万元，下降17.88%。")]
    [InlineData("FRM-09", Revenue, "收入合计95,196.89万元，比上年增加14,439.56万元，同比下降17.88%。")]
    [InlineData("FRM-10", Three, "公务接待费支出20.85万元，接待3批次，20人次，比上年增加20.85万元，增长100%。")]
    [InlineData("TXT-04", Spending, "本年支出合计95,155.99万元，其中：基本支出50,011.54万元，占62.56%；项目支出45,144.45万元，占47.44%。")]
    [InlineData("TXT-04", Public, "年初预算为90,000万元，支出决算为95,096.14万元，完成年初预算的100%。")]
    [InlineData("TXT-04", Public, "年初预算为90,000万元，全年预算为98,000万元，支出决算为95,096.14万元，完成年初预算的97.04%。")]
    [InlineData("CLM-06", Public, "一般公共预算财政拨款支出年初预算为90,000万元，全年预算为98,000万元，支出决算为95,096.14万元，完成全年预算的97.04%。决算数大于预算数的主要原因是人员增加。")]
    [InlineData("CLM-05", Public, "年初预算为0万元，支出决算为12.00万元，完成年初预算的100%。")]
    [InlineData("CLM-06", Public, "一般公共预算财政拨款支出年初预算为90,000万元，支出决算为95,096.14万元。决算数小于年初预算数的主要原因是厉行节约。")]
    [InlineData("CLM-07", Basic, "人员经费46,256.46万元，主要包括：基本工资、津贴补贴、奖金、社保、住房公积金、退休费、抚恤金。")]
    [InlineData("CLM-08", Revenue, "收入合计较上一度增加。")]
    [InlineData("CLM-09", Public, "项目支出主要用于：。")]
    [InlineData("CLM-12", "十二、国有资产占用情况说明", "截至2022年12月31日，共有车辆63辆。")]
    [InlineData("CLM-14", Spending, "本年支出构成为：基本支出占52.6%，项目支出占48.4%。")]
    [InlineData("CLM-14", Spending, "采购分为：货物占30%；工程占50%；服务占30%。")]
    [InlineData("FRM-20", Spending, "本部门没有上级补助收入")]
    [InlineData("FRM-20", Revenue, "收入合计95,196.89万元，比上年增加14,439.56万元，增长17.88%（见附表）")]
    [InlineData("FRM-20", Spending, "（三）国有资本经营预算财政拨款收入：指区级财政国有资本经营预算当年拨付的资金")]
    [InlineData("FRM-20", Spending, "1.城乡社区支出（类）1,871.87万元，占一般公共预算财政拨款支出的1.97%")]
    [InlineData("FRM-20", Spending, "党政办公室业务经费项目自评得分为88.74分")]
    [InlineData("FRM-05", Spending, "2022年度党政办公室业务经费项目全年预算数382.69万元，实际执行数357.48万元，预算执行率93.41%。")]
    [InlineData("FRM-05", Spending, "2022年度甲区机关运行经费支出379.38万元，高于预算数6.27万元。")]
    [InlineData("FRM-04", Revenue, "收入合计比上年增加（减少）100万元。")]
    [InlineData("TXT-04", Public, "一般公共预算财政拨款支出95,096.14万元，主要用于以下方面：城乡社区支出（类）1,871.87万元，占75.00%。")]
    [InlineData("TXT-04", Three, "“三公”经费财政拨款支出决算中，公务接待费支出决算20.85万元，占80.00%。")]
    [InlineData("CLM-01", Three, "“三公”经费支出决算为1,000.00万元，其中：公务接待费支出决算为20.85万元。")]
    [InlineData("CLM-02", Revenue, "上年收入合计为70,000.00万元。上年收入合计为71,000.00万元。")]
    [InlineData("CLM-02", "十一、政府采购支出情况说明", "政府采购支出总额100.00万元。本年政府采购支出总额为120.00万元。")]
    [InlineData("CLM-02", "十二、国有资产占用情况说明", "单位共有车辆63辆。年末共有车辆62辆，其他用车1辆。")]
    [InlineData("CLM-11", Revenue, "收入合计95,196.89万元（不含“专户资金。")]
    [InlineData("RSN-01", Revenue, "收入合计95,196.89万元，比上年增加14,439.56万元，增长17.88%，主要原因是：无。")]
    [InlineData("RSN-02", Revenue, "收入合计95,196.89万元，比上年增加14,439.56万元，增长17.88%，主要原因是项目收入相应减少。")]
    [InlineData("RSN-02", Three, "公务接待费支出20.85万元，接待3批次，20人次。公务接待费支出增加的主要原因是厉行节约。")]
    [InlineData("FRM-19", Revenue, "本年收入95,196.89，比上年增加。")]
    public void WrongSentencesAreFound(string rule, string heading, string sentence) => Assert.Contains(rule, Found(heading, sentence));

    [Fact]
    public void ListsAreInTheOrderOfTheTable()
    {
        var names = Accounts.Tables["表06"].Rows.Where(row => row.Code is { Length: 5 } code && code[..3] is "301" or "303" && row.Cells.Values.Any(cell => cell.Value is not null and not 0)).Select(row => row.Name).ToList();
        string Sentence() => $"人员经费46,256.46万元，主要包括：{string.Join('、', names)}。";

        Assert.Empty(Found(Basic, Sentence()));
        (names[0], names[1]) = (names[1], names[0]);
        Assert.Equal(["CLM-07"], Found(Basic, Sentence()));
    }

    [Fact]
    public void SubjectWithAWrongNameIsFoundInASentence()
    {
        var rows = Accounts.Tables["表05"].Rows;
        var item = rows.First(row => row.Code is { Length: 7 });
        var (category, group) = (rows.First(row => row.Code == item.Code![..3]).Name, rows.First(row => row.Code == item.Code![..5]).Name);

        Assert.DoesNotContain("CLM-13", Found(Public, $"1.{category}（类）{group}（款）{item.Name}（项）。主要用于日常工作。"));
        Assert.Contains("CLM-13", Found(Public, $"1.{category}（类）财政统计事务（款）{item.Name}（项）。主要用于日常工作。"));
    }

    [Fact]
    public void SentenceOfWhichNothingIsReadIsListed()
    {
        var document = new Document(new DocumentMetadata("公开", Accounts.UnitName, Accounts.FiscalYear, default), [new Section(new PageSetup(), [Heading(Revenue), Paragraph("另有12.00万元待拨。收入合计95,196.89万元。")])]);
        var unread = ClaimCheck.Unread(SampleText.Set, new MetricBook(SampleText.Set, Accounts), document);

        Assert.Equal("另有12.00万元待拨", Assert.Single(unread).Text);
    }

    private static DepartmentAccounts Accounts => SampleText.Accounts with { Facts = Facts.Empty };

    // Whether thousands are separated is each office's own choice.
    private static IReadOnlyList<string> Found(string heading, string sentence)
    {
        var data = new TextData(SampleText.Set, new MetricBook(SampleText.Set, Accounts), [
            new Passage(heading, [], Heading(heading), PassageKind.Heading),
            new Passage(sentence, [], Paragraph(sentence), PassageKind.Paragraph),
        ]);
        return [.. ClaimCheck.Once([.. ClaimCheck.Check(data, CancellationToken.None), .. FormCheck.Check(data, CancellationToken.None).Where(finding => finding.Rule != "FRM-12")])
            .Where(finding => finding.Severity >= Severity.Warning).Select(finding => finding.Rule)];
    }

    private static Heading Heading(string text) => new(2, [new Documents.Text(text)], "line") { Place = new Place("公开.pdf") };

    private static Paragraph Paragraph(string text) => new([new Documents.Text(text)]) { Place = new Place("公开.pdf") };
}
