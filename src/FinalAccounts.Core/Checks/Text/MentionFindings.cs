using FinalAccounts.Formatting;

namespace FinalAccounts.Checks.Text;

/// <summary>Says how a number of the text differs from the figure that it should be.</summary>
internal static class MentionFindings
{
    /// <summary>A finding with both places: the text's, then the figure's.</summary>
    /// <param name="expected">In the base unit.</param>
    public static Finding Differs(
        Severity severity, string rule, string message, NumberMention mention, decimal expected, IEnumerable<Place?> places) =>
        new(severity, rule, message, [.. places.Prepend(mention.Place).OfType<Place>().Distinct().Take(4)])
        {
            Expected = Print(expected, mention),
            Actual = mention.Written,
            Difference = Difference(mention.Value - expected, mention.Kind),
        };

    /// <summary>Whether the number is the figure, to the digits that it has.</summary>
    public static bool Agrees(NumberMention mention, decimal figure) =>
        Math.Abs(mention.Value - figure) <= mention.Precision / 2 || (mention.Approximate && Math.Abs(mention.Value - figure) <= Math.Abs(figure) / 10);

    /// <summary>A figure in the kind and unit of the number that should be it.</summary>
    public static string Print(decimal value, NumberMention mention) => mention.Kind switch
    {
        MentionKind.Amount => Amount(value),
        MentionKind.Percent => ChineseText.Plain(Math.Round(value * 100, Math.Max(2, mention.Decimals), MidpointRounding.AwayFromZero)) + "%",
        _ => ChineseText.Plain(value) + mention.Unit,
    };

    /// <summary>95,205.29万元.</summary>
    public static string Amount(decimal yuan) => AmountFormat.Exact(yuan) + "万元";

    private static string Difference(decimal difference, MentionKind kind) => kind switch
    {
        MentionKind.Amount => AmountFormat.Exact(difference),
        MentionKind.Percent => ChineseText.Plain(Math.Round(difference * 100, 2, MidpointRounding.AwayFromZero)),
        _ => ChineseText.Plain(difference),
    };
}
