namespace FinalAccounts.Tests.Checks;

/// <summary>A kind of mistake in text or form that the document's checks claim to find.</summary>
/// <param name="Rule">The code of its findings.</param>
/// <param name="Kind">What the mistake is.</param>
/// <param name="Example">The mistaken words.</param>
internal sealed record TextMistake(string Rule, string Kind, string Example);

/// <summary>All kinds that the document's checks claim to find: what planted mistakes measure, and what docs/checks-text.md lists.</summary>
internal static class TextMistakes
{
    /// <summary>By rule.</summary>
    public static IReadOnlyList<TextMistake> All { get; } =
    [
        new("TXT-01", "自评结果里的预算数、执行数、执行率或得分与自评表不同", "调整后预算3,408.56万元"),
        new("TXT-02", "金额与已知的数只差末位、一个数字、次序、位数、小数点或单位", "1742.26万元（别处1,742.25万元）"),
        new("TXT-03", "名词旁边的数不是它的数", "公务用车保有量36辆"),
        new("TXT-04", "百分比与同一句里的金额不符", "占项目支出总额的100%（应为99.43%）"),
        new("TXT-05", "所列各项之和不等于合计", "其中：……"),
        new("TXT-06", "说的个数与下面列出的项数不同", "包括三个部分：（1）……（2）……"),
        new("TXT-07", "文字重说的指标与自评表不同", "矛盾纠纷化解率达97.77%"),
        new("TXT-08", "填报日期早于年度结束或晚于公开", "填报日期：2023年5月23日"),
        new("TXT-09", "标题或文字里的年份不对", "2022年度……项目自评表"),
        new("TXT-10", "解释了没有用到的科目", "……体育竞赛（项）"),
        new("TXT-11", "解释用的是旧的科目名称", "行政事业单位离退休（款）"),
        new("TXT-12", "几项的原因完全相同", "原因说明"),
        new("TXT-13", "用途写了这一类下没有的科目", "用于民政管理事务"),
        new("FRM-01", "表格软件的错误值", "#DIV/0!"),
        new("FRM-02", "没有填写的占位", "XX部门"),
        new("FRM-03", "样式里的填写说明", "（请按部门一级项目个数公开）"),
        new("FRM-04", "两个说法都留着", "增加(减少)"),
        new("FRM-05", "别的年度的决算", "2022年度部门决算"),
        new("FRM-06", "标点重复", "。。"),
        new("FRM-07", "漏了百分号", "增长17.9，"),
        new("FRM-08", "年份不完整", "202年度"),
        new("FRM-09", "增减方向相反", "增加10万元，下降5%"),
        new("FRM-10", "基数为0而有增减幅度", "由0万元……增长100%"),
        new("FRM-11", "一段的末尾是分号或逗号", "……；"),
        new("FRM-12", "没有千分位", "5701.46万元"),
        new("FRM-13", "小数位数不一", "80.8万元"),
        new("FRM-14", "元和万元混用", "28,435,940元"),
        new("FRM-15", "全角数字", "１２３"),
        new("FRM-16", "单位名称不一致", "某某管理委员会（多一字、少一字）"),
        new("FRM-17", "一节没有内容", "重点工作"),
        new("FRM-18", "空表没有说明", "公开07表"),
        new("FRM-19", "金额没有单位", "支出1,234.56，"),
        new("FRM-20", "一段没有句末的标点", "……如期完成"),
        new("ORG-01", "数没有来源单元格", "模板集里没有单元格的指标"),
        new("ORG-02", "数直接写在模板里", "三公经费100万元"),
    ];
}
