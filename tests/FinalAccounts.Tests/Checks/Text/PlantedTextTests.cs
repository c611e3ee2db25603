namespace FinalAccounts.Tests.Checks.Text;

/// <summary>Mistakes put into the sample one at a time: each is found, at its cell.</summary>
public sealed class PlantedTextTests
{
    [Theory]
    // What a sentence says of a form.
    [InlineData("TXT-01", "项目自评结果", "内容", "调整后预算数3,408.55万元", "调整后预算数3,408.65万元")]
    [InlineData("TXT-01", "项目自评结果", "内容", "实际执行数3,408.55万元", "实际执行数3,480.55万元")]
    [InlineData("TXT-01", "项目自评结果", "内容", "业务经费项目自评得分为98分", "业务经费项目自评得分为89分")]
    [InlineData("TXT-01", "项目自评结果", "内容", "绩效评价综合得分为97.37分", "绩效评价综合得分为97.73分")]
    [InlineData("TXT-01", "项目自评结果", "内容", "2,590.07万元，执行率100%", "2,590.07万元，执行率98%")]
    [InlineData("TXT-01", "整体自评结果", "内容", "调整后预算95,205.29万元", "调整后预算95,205.28万元")]
    [InlineData("TXT-01", "整体自评结果", "内容", "预算执行95,205.29万元", "预算执行95,025.29万元")]
    // One slip away from a known figure.
    [InlineData("TXT-02", "项目支出", "用途", "11,891.52万元", "11,891.53万元")]
    [InlineData("TXT-02", "项目支出", "用途", "837.95万元", "839.75万元")]
    [InlineData("TXT-02", "项目支出", "用途", "5701.46万元", "570.146万元")]
    [InlineData("TXT-02", "项目支出", "用途", "101.66万元", "101.66元")]
    [InlineData("TXT-02", "项目支出", "用途", "120.83万元", "120.38万元")]
    [InlineData("TXT-02", "项目自评综述", "问题及原因", "162.55万元", "165.25万元")]
    [InlineData("TXT-02", "项目自评综述", "问题及原因", "实际执行451.65万元", "实际执行451.56万元")]
    [InlineData("TXT-02", "原因说明", "原因", "一是管委会机关", "一是财政拨款收入95,196.98万元，管委会机关")]
    // Beside a noun that has its figure.
    [InlineData("TXT-03", "原因说明", "原因", "一是管委会机关", "一是公务接待费20.58万元，管委会机关")]
    [InlineData("TXT-03", "原因说明", "原因", "一是管委会机关", "一是公务用车保有量36辆，管委会机关")]
    [InlineData("TXT-03", "原因说明", "原因", "一是管委会机关", "一是接待国内来访团组424个，管委会机关")]
    [InlineData("TXT-03", "自评结果应用", "内容", "1.加强协调配合", "1.对21个一级项目加强协调配合")]
    [InlineData("TXT-03", "机关运行经费", "原因", "严格落实", "机关运行经费支出3,575.08万元，严格落实")]
    // Percentages of amounts in the same sentence.
    [InlineData("TXT-04", "自评结果应用", "内容", "1.加强协调配合", "1.预算数100万元，执行数90万元，预算执行率95%，加强协调配合")]
    [InlineData("TXT-04", "自评结果应用", "内容", "1.加强协调配合", "1.其中基本支出50,011.54万元，占本年支出合计的56.2%，加强协调配合")]
    [InlineData("TXT-04", "项目自评结果", "内容", "调整后预算288.70万元，实际使用288.70万元，预算执行率100%", "调整后预算288.70万元，实际使用288.70万元，预算执行率10%")]
    // Sums.
    [InlineData("TXT-05", "项目支出", "用途", "5701.46万元用于", "5,701.64万元用于")]
    [InlineData("TXT-05", "项目支出", "用途", "尾款101.66万元", "尾款101.66万元，其他项目尾款50万元")]
    [InlineData("TXT-05", "项目自评结果", "内容", "初步设计，调整后预算288.70万元", "初步设计，调整后预算278.70万元")]
    [InlineData("TXT-06", "项目自评结果", "内容", "包括两个部分", "包括三个部分")]
    // Indicators.
    [InlineData("TXT-07", "项目自评结果", "内容", "矛盾纠纷化解率达99.77%", "矛盾纠纷化解率达97.77%")]
    [InlineData("TXT-07", "项目自评结果", "内容", "8个系统软硬件更新", "9个系统软硬件更新")]
    // Years.
    [InlineData("TXT-09", "项目自评表", "表题", "2023年度党政办公室", "2022年度党政办公室")]
    [InlineData("TXT-09", "项目自评结果", "内容", "2023年完成大数据能力平台", "2203年完成大数据能力平台")]
    // Terms and copied words.
    [InlineData("TXT-10", "名词", "名词", "住房改革支出（款）住房公积金（项）", "住房改革支出（款）购房补贴（项）")]
    [InlineData("TXT-11", "名词", "名词", "城乡社区支出（类）城乡社区管理事务（款）", "城乡社区事务（类）城乡社区管理事务（款）")]
    [InlineData("TXT-13", "支出用途", "用途", "应急管理事务等支出", "消防救援事务等支出")]
    // Leftovers.
    [InlineData("FRM-01", "项目自评综述", "改进措施", "综合保障中心拟", "#DIV/0!综合保障中心拟")]
    [InlineData("FRM-01", "原因说明", "原因", "一是管委会", "增长NaN，一是管委会")]
    [InlineData("FRM-01", "原因说明", "原因", "一是管委会", "增长∞，一是管委会")]
    [InlineData("FRM-02", "主要职责", "内容", "武汉东湖新技术开发区管理委员会主要职责", "XX部门（单位）主要职责")]
    [InlineData("FRM-02", "主要职责", "内容", "市委交办", "××部门交办")]
    [InlineData("FRM-02", "原因说明", "原因", "一是管委会", "请填写主要原因，一是管委会")]
    [InlineData("FRM-02", "原因说明", "原因", "一是管委会", "{{ 主要原因 }}，一是管委会")]
    [InlineData("FRM-02", "原因说明", "原因", "一是管委会", "待定，一是管委会")]
    [InlineData("FRM-03", "公务接待", "接待内容", "开展高新区考察学习交流工作", "列明公务接待")]
    [InlineData("FRM-03", "重点工作", "内容", "坚持以人民为中心", "（请根据实际情况填写）坚持以人民为中心")]
    [InlineData("FRM-04", "原因说明", "原因", "人员增加；二是", "人员增加(减少)；二是")]
    [InlineData("FRM-04", "原因说明", "原因", "人员增加；二是", "人员下降（增长）；二是")]
    [InlineData("FRM-04", "原因说明", "原因", "人员增加；二是", "人员减增加；二是")]
    [InlineData("FRM-04", "原因说明", "原因", "人员增加；二是", "决算数大小于预算数；二是")]
    [InlineData("FRM-05", "项目自评结果", "内容", "2023年度党政办公室业务经费项目自评得分", "2022年度部门决算中党政办公室业务经费项目自评得分")]
    [InlineData("FRM-06", "原因说明", "原因", "人员增加；二是", "人员增加；；二是")]
    [InlineData("FRM-06", "自评结果应用", "内容", "提高资金执行率。", "提高资金执行率。。")]
    [InlineData("FRM-06", "自评结果应用", "内容", "加强预算执行分析，", "加强预算执行分析，，")]
    [InlineData("FRM-07", "整体自评结果", "内容", "学员考核达标率100%；", "学员考核达标率100；")]
    [InlineData("FRM-07", "重点工作", "内容", "上半年增长3.2%，", "上半年增长3.2，")]
    [InlineData("FRM-08", "项目自评结果", "内容", "2023年度党政办公室业务经费项目自评得分", "202 年度党政办公室业务经费项目自评得分")]
    [InlineData("FRM-09", "原因说明", "原因", "一是管委会", "增加10万元，下降5%，一是管委会")]
    [InlineData("FRM-10", "原因说明", "原因", "一是管委会", "由0万元增加到0.40万元，增长100%，一是管委会")]
    [InlineData("FRM-11", "自评结果应用", "内容", "提高财政资源配置效率和使用效益。", "提高财政资源配置效率和使用效益；")]
    [InlineData("FRM-20", "自评结果应用", "内容", "提高财政资源配置效率和使用效益。", "提高财政资源配置效率和使用效益")]
    [InlineData("CLM-14", "自评结果应用", "内容", "1.加强协调配合", "1.支出构成为：民生占81.2%，其他占19.8%，加强协调配合")]
    // Numbers written otherwise than the rest.
    [InlineData("FRM-12", "项目支出", "用途", "11,891.52万元", "11891.52万元")]
    [InlineData("FRM-13", "项目支出", "用途", "101.66万元", "101.7万元")]
    [InlineData("FRM-14", "项目支出", "用途", "101.66万元", "1,016,600元")]
    [InlineData("FRM-15", "项目支出", "用途", "101.66万元", "１０１.66万元")]
    [InlineData("FRM-16", "项目自评表", "单位名称", "武汉东湖新技术开发区组织部", "武汉东湖高新技术开发区管理委员会组织部")]
    [InlineData("FRM-16", "自评组织", "内容", "武汉东湖新技术开发区管理委员会机关", "武汉东湖技术开发区管理委员会机关")]
    [InlineData("FRM-16", "自评组织", "内容", "武汉东湖新技术开发区管理委员会机关", "武汉东湖新技术开发区管理委员总会机关")]
    [InlineData("FRM-16", "自评组织", "内容", "武汉东湖新技术开发区管理委员会机关", "武汉东新技术开发区管理委员会机关")]
    public void AMistakeInTheTextIsFoundAtItsCell(string rule, string sheet, string field, string old, string written)
    {
        var found = SampleText.New(SampleText.Rewrite(sheet, field, old, written));

        var finding = found.FirstOrDefault(finding => finding.Rule == rule);
        Assert.True(finding is not null, $"{rule} does not see “{written}”; found: {string.Join(" | ", found.Select(one => $"{one.Rule} {one.Message}"))}");
        Assert.Contains(finding.Places, place => place.Sheet == sheet);
    }

    [Theory]
    [InlineData(2023, 12, 31)]
    [InlineData(2025, 5, 15)]
    public void ADateOutsideTheTimeOfTheDisclosureIsFound(int year, int month, int day)
    {
        var found = SampleText.New(SampleText.Change("项目自评表", 0, "填报日期", value => value with { Date = new DateOnly(year, month, day) }));

        Assert.Equal("文字资料.xlsx ▸ 项目自评表 ▸ D4", Assert.Single(found, finding => finding.Rule == "TXT-08").Places[0].ToString());
    }

    [Fact]
    public void AFieldOneSlipFromTheOthersOfItsProjectIsFound()
    {
        var found = SampleText.New(SampleText.Change("项目支出", 0, "金额", value => value with { Number = 34_085_600m }));

        Assert.Contains(found, finding => finding.Rule == "TXT-02" && finding.Message.Contains("党政办公室", StringComparison.Ordinal) && finding.Expected == "3,408.55万元");
    }

    [Fact]
    public void ASectionWithoutTextIsAnError()
    {
        var found = SampleText.New(SampleText.WithRecords("重点工作", []));

        Assert.Contains(found, finding => finding is { Rule: "FRM-17", Severity: Severity.Error });
    }

    [Fact]
    public void ReasonsOnLinesOfTheirOwnEndInSemicolons() => Assert.DoesNotContain(
        SampleText.New(SampleText.Rewrite("原因说明", "原因", "一是管委会机关", "一是人员增加；\n二是管委会机关")), finding => finding.Rule == "FRM-11");

    [Fact]
    public void RightTextGivesNothingNew() =>
        Assert.All(SampleText.New(SampleText.Rewrite(
            "原因说明", "原因", "一是管委会机关",
            "一是公务接待费20.85万元，占“三公”经费决算的6.3%，公务用车保有量63辆，与2022年度相比，收、支总计增加14,424.55万元；二是管委会机关")), finding => Assert.Equal("TXT-12", finding.Rule));
}
