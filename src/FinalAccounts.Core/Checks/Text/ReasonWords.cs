using System.Text.RegularExpressions;

namespace FinalAccounts.Checks.Text;

/// <summary>What the words of a reason say: that something rose or fell.</summary>
internal static partial class ReasonWords
{
    /// <summary>Marks that may stand at the end of a typed reason.</summary>
    public static readonly char[] Ends = ['。', '；', '，', '、', ' ', '\n', '.', ';'];

    /// <summary>The words that say the opposite of what the figures did; null when there are none, or words of both directions.</summary>
    /// <param name="sign">+1 for a rise, -1 for a fall.</param>
    public static string? Against(string reason, int sign)
    {
        var (rises, falls) = (Rises().Match(reason), Falls().Match(reason));
        return sign == 0 || rises.Success == falls.Success || rises.Success == sign > 0 ? null : (rises.Success ? rises : falls).Value;
    }

    [GeneratedRegex(@"(?:支出|收入|经费|决算数?|总计|费用)(?:相应|随之|有所|总额|均|都|也)?(?:增加|增长|上升|提高)|(?:决算数?|支出)大于(?:年初|全年)?预算数?", RegexOptions.CultureInvariant)]
    private static partial Regex Rises();

    [GeneratedRegex(@"(?:支出|收入|经费|决算数?|总计|费用)(?:相应|随之|有所|总额|均|都|也)?(?:减少|下降|降低|压减)|(?:决算数?|支出)小于(?:年初|全年)?预算数?|压减|节约|厉行", RegexOptions.CultureInvariant)]
    private static partial Regex Falls();
}
