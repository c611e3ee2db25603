using System.Globalization;
using FinalAccounts.Formatting;

namespace FinalAccounts.Checks.Text;

/// <summary>Numbers of the text and of the facts that nothing else says, one slip away from a number that is known (TXT-02).</summary>
internal sealed class SlipCheck
{
    // Numbers of few digits are near to each other by chance: of five digits each has fifty neighbours by one digit, and a document some hundred numbers.
    private const int DigitsAlone = 6;
    private const int DigitsOnTopic = 5;
    private const int DigitsInSentence = 4;

    // Pairs of characters that both are about.
    private const int SameTopic = 2;
    private const decimal Hundred = 100m;

    // A metric may add up many amounts, each within the maximum.
    private const decimal Largest = Import.ImportLimits.Amount * 1_000m;

    private readonly Dictionary<long, FigureGroup> groups = [];
    private readonly List<NumberMention> odd = [];

    /// <summary>The findings, in the order of the numbers.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var check = new SlipCheck();
        foreach (var figure in KnownFigures.Of(data.Set, data.Book.Accounts, data.Book.Metrics).Where(figure => figure.Kind == MentionKind.Amount && Math.Abs(figure.Value) < Largest))
        {
            // To the 0.01万元 to which amounts are published.
            check.Group(Math.Abs(figure.Value) / Hundred).Add(figure);
        }

        foreach (var mention in data.Mentions.SelectMany(mentions => mentions).Where(mention => mention is { Kind: MentionKind.Amount, Approximate: false, Figure: null } && mention.Value < 1e14m))
        {
            if (mention is { Unit: "万元", Decimals: <= 2 })
            {
                check.Group(mention.Value / Hundred).Add(mention);
            }
            else
            {
                check.odd.Add(mention);
            }
        }

        return check.Findings();
    }

    private FigureGroup Group(decimal hundreds)
    {
        var key = (long)Math.Round(hundreds, MidpointRounding.AwayFromZero);
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = new FigureGroup(key));
        }

        return group;
    }

    private IEnumerable<Finding> Findings()
    {
        var index = new SlipIndex(groups.Keys);
        foreach (var group in groups.Values.Where(group => group is { Doubtful: true, Certain: false, Key: > 0 }).OrderBy(group => group.Key))
        {
            var best = index.Near(group.Key)
                .Select(near => (Other: groups[near.Number], near.Slip, Shared: group.Shared(groups[near.Number])))
                .Where(near => IsTelling(group, near.Other, near.Slip, near.Shared))
                .OrderByDescending(near => near.Shared).ThenBy(near => near.Slip).ThenByDescending(near => near.Other.Weight)
                .FirstOrDefault();
            if (best.Other is { } other)
            {
                yield return Describe(group, other, best.Slip, group.Key * Hundred);
            }
        }

        foreach (var finding in OddOnes(index))
        {
            yield return finding;
        }
    }

    // Amounts in another unit or with more decimals than are published: only their digits can be compared.
    private IEnumerable<Finding> OddOnes(SlipIndex index)
    {
        foreach (var mention in odd.DistinctBy(mention => (mention.Place, mention.Start)))
        {
            if (groups.ContainsKey((long)Math.Round(mention.Value / Hundred, MidpointRounding.AwayFromZero)))
            {
                continue;
            }

            var whole = mention.Number * (decimal)Math.Pow(10, mention.Decimals);
            if (whole > long.MaxValue)
            {
                continue;
            }

            var digits = SlipIndex.Significant((long)whole);
            var own = new FigureGroup(digits);
            own.Add(mention);
            var other = index.SameDigits(digits).Select(number => groups[number])
                .Where(group => SlipIndex.Length(digits) >= (own.Shared(group) > 0 ? DigitsInSentence : DigitsAlone - 1))
                .OrderByDescending(own.Shared).ThenByDescending(group => group.Weight).FirstOrDefault();
            if (other is not null)
            {
                yield return Describe(own, other, Slip.Point, mention.Value);
            }
        }
    }

    private static bool IsTelling(FigureGroup group, FigureGroup other, Slip slip, int shared)
    {
        // Of two equally supported numbers one is named, the other is its expected.
        if (other.Weight < group.Weight || (other.Weight == group.Weight && other.Key > group.Key))
        {
            return false;
        }

        // What rounding of both amounts makes is no slip.
        if (group.IsChange && Math.Abs(group.Key - other.Key) <= 1)
        {
            return false;
        }

        if (!group.CanBe(other, far: slip is not (Slip.LastDigit or Slip.Swapped)))
        {
            return false;
        }

        var digits = Math.Min(SlipIndex.Length(SlipIndex.Significant(group.Key)), SlipIndex.Length(SlipIndex.Significant(other.Key)));
        return digits >= slip switch
        {
            // The last digit alone has but two neighbours.
            Slip.LastDigit or Slip.Swapped when group.InSentencesOnly => shared > 0 ? DigitsInSentence : DigitsAlone,
            Slip.LastDigit => shared >= SameTopic ? DigitsOnTopic : DigitsAlone,
            Slip.Swapped => DigitsAlone,
            _ => shared >= SameTopic ? DigitsAlone : DigitsAlone + 1,
        };
    }

    private static Finding Describe(FigureGroup group, FigureGroup other, Slip slip, decimal yuan)
    {
        var (actual, expected) = (group.Written ?? Print(group.Key) + "万元", other.Written ?? Print(other.Key) + "万元");
        var how = slip switch
        {
            Slip.LastDigit => "只差末位",
            Slip.Digit => "只差一个数字",
            Slip.Swapped => "只是相邻两个数字次序不同",
            Slip.Length => "只多（少）一个数字",
            _ => "数字相同，小数点的位置或单位不同",
        };
        return new Finding(
            Severity.Warning, "TXT-02",
            $"{group.Label}是{actual}，{other.Label}是{expected}，{how}：如果说的是同一个数，请改成一致",
            [.. group.Places.Take(2), .. other.Places.Take(2)])
        {
            Expected = expected,
            Actual = actual,
            Difference = ((yuan / AmountFormat.YuanPerUnit) - (other.Key / Hundred)).ToString("#,##0.00####", CultureInfo.InvariantCulture),
        };
    }

    private static string Print(long hundreds) => (hundreds / Hundred).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
