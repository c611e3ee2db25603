using FinalAccounts.Checks.Text;
using FinalAccounts.Formatting;

namespace FinalAccounts.Checks.Form;

/// <summary>Numbers written otherwise than the rest: without separators, with other decimals, in 元, in full-width digits (FRM-12 to FRM-15). One finding for each way.</summary>
internal static class NumberStyleCheck
{
    private const decimal Thousand = 1_000m;
    private const int Shown = 6;

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var all = data.Mentions.SelectMany(mentions => mentions).Where(mention => mention is { Figure: null, Passage.Kind: not PassageKind.Note }).ToList();
        var amounts = all.Where(mention => mention is { Kind: MentionKind.Amount }).ToList();
        var inUnits = amounts.Where(mention => mention.Unit == "万元").ToList();
        var separated = data.Set.Set.Options.SeparateThousands;
        return new[]
        {
            Together(
                "FRM-12", separated ? "没有千分位，全文其他金额有" : "有千分位，全文其他金额没有",
                inUnits.Where(mention => mention.Number >= Thousand && mention.Grouped != separated)),
            Together("FRM-13", "小数位数与全文的两位不一致", inUnits.Where(mention => mention.Decimals is 1 or > 2)),
            Together("FRM-14", "以元为单位，全文其他金额是万元", amounts.Where(mention => mention.Unit == "元" && mention.Number >= AmountFormat.YuanPerUnit)),
            Together("FRM-15", "用了全角数字", all.Where(mention => mention.FullWidth)),
        }.OfType<Finding>();
    }

    private static Finding? Together(string rule, string what, IEnumerable<NumberMention> mentions)
    {
        var found = mentions.DistinctBy(mention => (mention.Place, mention.Written)).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var written = string.Join('、', found.Select(mention => mention.Written).Distinct().Take(Shown));
        var rest = found.Count > Shown ? $"等{found.Count}处" : "";
        return new Finding(
            Severity.Warning, rule, $"{written}{rest}{what}，请改成一致", [.. found.Select(mention => mention.Place).OfType<Place>().Distinct()])
        {
            Actual = written,
        };
    }
}
