using System.Globalization;
using System.Text.RegularExpressions;
using FinalAccounts.Documents;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>Mistakes in the sentences of a finished document: amounts, directions, rates, shares, names, years, punctuation.</summary>
internal static partial class SentenceMistakes
{
    /// <summary>The kinds.</summary>
    public static IEnumerable<DocumentMistake> All() =>
    [
        Sentence("收支总计错一位", Total(), Digit),
        Sentence("本年收入合计错一位", Income(), Digit),
        Sentence("本年支出合计错一位", Expenditure(), Digit),
        Sentence("类的支出错一位", ClassAmount(), Digit),
        Sentence("“三公”经费合计错一位", ThreePublic(), Digit),
        Sentence("增减额错一位", Change(), Digit),
        Sentence("增减方向相反", Change(), (match, _) => Swap(match, "增加", "减少")),
        Sentence("增减率错", Rate(), (match, _) => Number(match, value => value + 3)),
        Sentence("增长写成下降", Rate(), (match, _) => Swap(match, "增长", "下降")),
        Sentence("占比错", Share(), (match, _) => Number(match, value => value > 50 ? value - 7 : value + 7)),
        Sentence("完成预算的比率错", Completion(), (match, _) => Number(match, value => value + 9)),
        Sentence("万元写成元", Total(), (match, _) => match.Value.Replace("万元", "元", StringComparison.Ordinal)),
        Sentence("漏了百分号", Rate(), (match, _) => match.Value.TrimEnd('%')),
        Sentence("两个说法都留着", Change(), (match, _) => match.Value.Replace("增加", "增加（减少）", StringComparison.Ordinal).Replace("减少", "增加（减少）", StringComparison.Ordinal).Replace("增加（增加（减少））", "增加（减少）", StringComparison.Ordinal)),
        Sentence("句号重复", Stop(), (_, _) => "。。"),
        Sentence("段末没有句号", Stop(), (_, _) => ""),
        Sentence("上年度漏字", LastYear(), (_, _) => "较上一度"),
        Sentence("引号不成对", Quoted(), (match, _) => match.Value.TrimEnd('”')),
        Sentence("占位没有填", Stop(), (_, _) => "，具体由XX部门负责。"),
        Sentence("留着填写说明", Stop(), (_, _) => "（请按实际情况填写）。"),
        Sentence("年度写成上一年", Year(), (match, _) => Number(match, value => value - 1)),
    ];

    private static DocumentMistake Sentence(string name, Regex place, Func<Match, Dice, string> change) => new(name, (document, seed) =>
    {
        var dice = new Dice(seed);
        var fits = document.Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Style == ParagraphStyle.Body)
            .Select(paragraph => (Paragraph: paragraph, Text: DocumentText.Of(paragraph.Inlines)))
            .Select(one => (one.Paragraph, one.Text, Changed: place.Replace(one.Text, match => change(match, dice), 1)))
            .Where(one => one.Changed != one.Text).ToList();
        if (fits.Count == 0)
        {
            return null;
        }

        var (paragraph, _, changed) = dice.One(fits);
        return new PlantedText(DocumentEdits.With(document, paragraph, paragraph with { Inlines = DocumentEdits.Typed(changed) }), changed) { InSentence = true };
    });

    private static string Digit(Match match, Dice dice)
    {
        var written = match.Groups["n"].Value;
        var value = decimal.Parse(written, NumberStyles.Number, CultureInfo.InvariantCulture);
        return match.Value.Replace(written, (Slips.Digit(value, 1m, dice) ?? value + 10).ToString("#,##0.00", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string Number(Match match, Func<decimal, decimal> change)
    {
        var written = match.Groups["n"].Value;
        return match.Value.Replace(written, change(decimal.Parse(written, CultureInfo.InvariantCulture)).ToString("0.##", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string Swap(Match match, string one, string other) =>
        match.Value.Contains(one, StringComparison.Ordinal) ? match.Value.Replace(one, other, StringComparison.Ordinal) : match.Value.Replace(other, one, StringComparison.Ordinal);

    [GeneratedRegex(@"收[入、]*支出?总计(均为)?(?<n>[0-9,]+\.[0-9]{2})万元")]
    private static partial Regex Total();

    [GeneratedRegex(@"本年收入合计(?<n>[0-9,]+\.[0-9]{2})万元")]
    private static partial Regex Income();

    [GeneratedRegex(@"本年支出合计(?<n>[0-9,]+\.[0-9]{2})万元")]
    private static partial Regex Expenditure();

    [GeneratedRegex(@"(（类）|支出)(?<n>[0-9,]+\.[0-9]{2})万元，占")]
    private static partial Regex ClassAmount();

    [GeneratedRegex(@"三公”经费(财政拨款)?支出决算(数)?为(?<n>[0-9,]+\.[0-9]{2})万元")]
    private static partial Regex ThreePublic();

    [GeneratedRegex(@"(增加|减少)(?<n>[0-9,]*[0-9]{2}\.[0-9]{2})万元，(增长|下降)")]
    private static partial Regex Change();

    [GeneratedRegex(@"万元，(增长|下降)(?<n>[0-9.]+)%")]
    private static partial Regex Rate();

    [GeneratedRegex(@"万元，占(?<n>[0-9.]+)%")]
    private static partial Regex Share();

    [GeneratedRegex(@"完成(年初|全年|调整)?预算(数)?的(?<n>[0-9.]+)%")]
    private static partial Regex Completion();

    [GeneratedRegex("。$")]
    private static partial Regex Stop();

    [GeneratedRegex("(比|较|与)上年(度)?(相比)?")]
    private static partial Regex LastYear();

    [GeneratedRegex("“三公”")]
    private static partial Regex Quoted();

    [GeneratedRegex("^(?<n>20[0-9]{2})年度")]
    private static partial Regex Year();
}
