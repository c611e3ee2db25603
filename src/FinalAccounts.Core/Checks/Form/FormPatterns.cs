using System.Buffers;
using System.Text.RegularExpressions;

namespace FinalAccounts.Checks.Form;

/// <summary>What a finished text does not contain, with what to do about it.</summary>
internal static partial class FormPatterns
{
    /// <summary>The rule of errors as Excel writes them.</summary>
    public const string ExcelErrors = "FRM-01";

    private const RegexOptions Compiled = RegexOptions.CultureInvariant;

    /// <summary>By rule: the pattern, how grave it is, what is said of it.</summary>
    public static IReadOnlyList<FormPattern> All { get; } =
    [
        new(ExcelErrors, Severity.Error, ExcelError(), ["#", "NaN", "Infinity", "∞"], "是表格软件的错误值，请改正公式或填入数字"),
        new("FRM-02", Severity.Error, Placeholder(), ["{{", "}}", "XX", "xx", "Xx", "xX", "ＸＸ", "××", "某某", "待定", "待补", "待填", "填写", "请填", "□□", "〇〇", "＿＿", "__", "TODO", "TBD", "**"], "是没有填写的占位，请填写实际内容"),
        new("FRM-03", Severity.Warning, Instruction(), ["请", "填写", "填报", "填表", "列明", "情况解释", "情况说明", "样式", "样表", "模板", "参考格式", "示例", "如有", "如无", "若有"], "是样式里的填写说明，请照办后删去"),
        new("FRM-04", Severity.Error, Alternatives(), ["加（", "加(", "加/", "少（", "少(", "少/", "长（", "长(", "长/", "降（", "降(", "降/", "低（", "低(", "低/", "升（", "升(", "高（", "高(", "于（", "于(", "于/", "余（", "余(", "支（", "支(", "约（", "约(", "／", "减增加", "增减少", "大小于", "高低于", "增长下降", "增加减少", "是/", "有/"], "是样式里的两个说法，只留一个"),
        new("FRM-06", Severity.Warning, Punctuation(), ["。。", "，，", "、、", "；；", "：：", "！！", "；。", "，。", "、。", "：。", "。，", "。；", "。、", "。：", "，、", "，；", "，：", "、，", "、；", "、：", "；，", "；、", "；：", ",,", "..", "（）", "()"], "标点重复，请改正"),
        new("FRM-07", Severity.Warning, MissingPercent(), ["占", "比重", "率", "满意度", "增长", "下降", "降低"], "可能漏了“%”，请补上"),
        new("FRM-19", Severity.Warning, MissingUnit(), ["支出", "收入", "经费", "决算", "预算", "总计", "增加", "减少", "结余"], "没有单位，请补上“万元”"),
        new("FRM-08", Severity.Warning, BrokenYear(), ["年"], "年份不完整，请改正"),
        new("FRM-09", Severity.Warning, OppositeDirections(), ["元，"], "前后说的增减方向相反，请核对"),
        new("FRM-10", Severity.Warning, GrowthFromNothing(), ["0万元", "0元"], "基数为0时没有增减幅度，请改为“基数为0，不可比”"),
    ];

    [GeneratedRegex(@"#(?:REF|VALUE|NAME|NUM|NULL|DIV/0)!?|#N/A|(?<![A-Za-z])(?:NaN|Infinity)(?![A-Za-z])|∞", Compiled)]
    private static partial Regex ExcelError();

    [GeneratedRegex(@"\{\{|\}\}|(?<![A-Za-z0-9])[XxＸ×]{2,}(?![A-Za-z0-9])|某某(?!人)|待定|待补|待填|请填写|请填入|□□|〇〇|＿＿|__|[（(]填写[）)]|TODO|TBD|(?<![0-9A-Za-z])\*{2,}", Compiled)]
    private static partial Regex Placeholder();

    // 申请、提请、邀请… ask of somebody else; 请依据…解释 asks the office.
    [GeneratedRegex(@"(?<![申提邀聘报恳商敬特宴])请(?:依据|按照|按|根据|参照|据实|在此|各单位|各部门|列明|写明|说明|简要|注明|删除)[^。，；）)]{0,30}[。，；）)]?|(?:填写|填报|填表)说明|列明[\u4e00-\u9fa5]{2,8}(?:[。，；）)]|$)|(?:按|据)实际?情况(?:填写|解释|说明)|[（(](?:样式|样表|模板|参考格式|示例|如有|如无|若有)[）)]", Compiled)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"(?:增加|减少|增长|下降|降低|上升|提高|大于|小于|高于|低于|结余|超支|节约)[（(/／]\s*(?:或)?(?:增加|减少|增长|下降|降低|上升|提高|大于|小于|等于|高于|低于|结余|超支|持平|节约)[）)]?|减增加|增减少|大小于|高低于|增长下降|增加减少|(?:是|有)[/／](?:否|无)", Compiled)]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"。{2,}|，{2,}|、{2,}|；{2,}|：{2,}|！{2,}|[；，、：]。|。[，；、：]|，[、；：]|、[，；：]|；[，、：]|,{2,}|(?<!\.)\.{2}(?!\.)|；；|（）|\(\)", Compiled)]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"(?:占比|比重|执行率|完成率|满意度|达标率|覆盖率)(?:为|是|达到|达)?[0-9]{1,3}(?:\.[0-9]+)?(?=[，。；、）)]|$)|(?:增长|下降|降低)(?:了)?[0-9]{1,3}(?:\.[0-9]+)?(?=[，。；）)]|$)|占[\u4e00-\u9fa5]{2,16}的[0-9]{1,3}(?:\.[0-9]+)?(?=[，。；）)]|$)", Compiled)]
    private static partial Regex MissingPercent();

    [GeneratedRegex(@"(?:支出|收入|经费|决算|决算数|预算|预算数|总计|增加|减少|结余)(?:为|是|共|各)?[0-9]{1,3}(?:,?[0-9]{3})*\.[0-9]{2}(?=[，。；]|$)", Compiled)]
    private static partial Regex MissingUnit();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,3}\s*年度|(?<![0-9])20[XxＸ×—_ ]{1,2}年", Compiled)]
    private static partial Regex BrokenYear();

    [GeneratedRegex(@"(?:增加|增长)[0-9][0-9,.]*(?:万元|元|亿元)，(?:下降|减少|降低)[0-9]|(?:减少|下降|降低)[0-9][0-9,.]*(?:万元|元|亿元)，(?:增长|增加)[0-9]", Compiled)]
    private static partial Regex OppositeDirections();

    [GeneratedRegex(@"(?:由|从|上年(?:为)?|年初预算(?:数)?(?:为)?)0(?:\.0+)?(?:万元|元)[^。]{0,40}?(?:增长|增加|完成率)[^。]{0,6}?100(?:\.0+)?%", Compiled)]
    private static partial Regex GrowthFromNothing();
}

/// <summary>A pattern that a finished text does not contain.</summary>
/// <param name="hints">Words of which one stands in every match: most lines have none of them and are not searched.</param>
internal sealed class FormPattern(string rule, Severity severity, Regex pattern, string[] hints, string remedy)
{
    private readonly SearchValues<string> hinted = SearchValues.Create(hints, StringComparison.Ordinal);

    /// <summary>The code of its findings.</summary>
    public string Rule => rule;

    /// <summary>How grave it is.</summary>
    public Severity Severity => severity;

    /// <summary>Said after what was found.</summary>
    public string Remedy => remedy;

    /// <summary>The first match in a text.</summary>
    public Match Match(string text) => text.AsSpan().ContainsAny(hinted) ? pattern.Match(text) : System.Text.RegularExpressions.Match.Empty;
}
