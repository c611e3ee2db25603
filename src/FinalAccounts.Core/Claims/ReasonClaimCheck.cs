using System.Text.RegularExpressions;
using FinalAccounts.Checks.Text;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Reasons and uses as the sentences say them, whoever typed them: a reason that says nothing (RSN-01), that contradicts the direction (RSN-02), one reason for different changes (TXT-12), a use copied from another subject (RSN-04).</summary>
internal static partial class ReasonClaimCheck
{
    private const int Several = 3;
    private const int ShortestCopy = 12;
    private static readonly string[] OfOtherYears = ["上年", "去年", "上一年", "年初"];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(ClaimData data)
    {
        var reasons = data.Passages.Where(passage => passage is { Passage.Kind: PassageKind.Paragraph, Section: not null }).SelectMany(passage => Reasons(data, passage)).ToList();

        // Reasons that were typed into 原因说明 are compared there, where each has the name of what it explains.
        var repeated = data.Text.Facts.Records("原因说明").Any() ? [] : Repeated(reasons);
        return reasons.Select(reason => One(data, reason)).OfType<Finding>().Concat(repeated).Concat(Uses(data));
    }

    private static Finding? One(ClaimData data, Reason reason)
    {
        if (data.Rules.EmptyReasons.Contains(reason.Text))
        {
            return Found("RSN-01", $"“{reason.Lead}”后面写的是“{reason.Text}”，等于没有说明", reason, "写出实际原因，如新增了什么工作、减少了哪项支出");
        }

        return !OfOtherYears.Any(word => reason.Text.Contains(word, StringComparison.Ordinal)) && ReasonWords.Against(reason.Text, reason.Sign) is { } against
            ? Found("RSN-02", $"前面说的是{(reason.Sign > 0 ? "增加（大于）" : "减少（小于）")}，原因说的却是“{against}”", reason, "写出与增减方向一致的原因；数错的改正数")
            : null;
    }

    private static IEnumerable<Reason> Reasons(ClaimData data, ClaimedPassage passage)
    {
        var content = passage.Passage.Content;
        for (var lead = Lead().Match(content); lead.Success; lead = lead.NextMatch())
        {
            var from = lead.Index + lead.Length;
            var (start, end) = (MentionText.SentenceStart(passage.Passage, lead.Index), content.IndexOfAny(['。', '；'], from));
            var text = content[from..(end < 0 ? content.Length : end)].Trim(ReasonWords.Ends);
            if (text.Length > 0)
            {
                yield return new Reason(passage, from, lead.Value, text, Sign(data, passage, start, lead.Index));
            }
        }
    }

    // The direction said last before the reason in its sentence, by words or by a change.
    private static int Sign(ClaimData data, ClaimedPassage passage, int start, int end)
    {
        var said = passage.Claims.Where(claim => claim.Role is ClaimRole.Change or ClaimRole.Rate && claim.Number.Start >= start && claim.Number.End <= end)
            .Select(claim => (At: claim.Number.Start, claim.Sign))
            .Concat(passage.Words.Where(words => words.Start >= start && words.Start + words.Text.Length <= end).Select(words => (At: words.Start, words.Sign)));
        var (at, sign) = said.OrderBy(one => one.At).LastOrDefault();
        var cue = data.Words.ChangeBefore(passage.Passage.Content[Math.Max(start, end - 6)..end]);
        return cue ?? (said.Any() && !passage.Passage.Content[at..end].Contains("其中", StringComparison.Ordinal) ? sign : 0);
    }

    private static IEnumerable<Finding> Repeated(IReadOnlyList<Reason> reasons)
    {
        foreach (var same in reasons.Where(reason => reason.Text.Length >= ShortestCopy).GroupBy(reason => reason.Text, StringComparer.Ordinal))
        {
            var changes = same.Select(reason => reason.Passage.Before(reason.At).LastOrDefault(claim => claim.Role == ClaimRole.Change)?.Value).OfType<decimal>().Distinct().Count();
            if (changes >= Several && same.Select(Place).Distinct().Count() >= Several)
            {
                yield return new Finding(Severity.Warning, "TXT-12", $"{changes}处不同的增减写的是同一个原因“{same.Key}”，请按各项的实际情况分别说明", [.. same.Select(Place).OfType<Place>()]);
            }
        }
    }

    private static IEnumerable<Finding> Uses(ClaimData data)
    {
        var uses = data.Passages.Where(passage => passage is { Topic: not null, Passage.Kind: PassageKind.Paragraph })
            .Select(passage => (Passage: passage, Match: Use().Match(passage.Passage.Content))).Where(use => use.Match.Success);
        foreach (var same in uses.GroupBy(use => use.Match.Groups["use"].Value.Trim(ReasonWords.Ends), StringComparer.Ordinal).Where(group => group.Key.Length >= ShortestCopy))
        {
            var topics = same.Select(use => use.Passage.Topic).Distinct().ToList();
            if (topics.Count > 1)
            {
                yield return new Finding(
                    Severity.Warning, "RSN-04", $"{string.Join('、', topics)}的用途一字不差：“{same.Key}”，像是抄来的",
                    [.. same.Select(use => use.Passage.Passage.PlaceAt(use.Match.Groups["use"].Index)).OfType<Place>()])
                {
                    Remedy = "按各科目的实际用途分别填写",
                };
            }
        }
    }

    private static Finding Found(string rule, string message, Reason reason, string remedy) =>
        new(Severity.Warning, rule, message, Place(reason) is { } place ? [place] : []) { Actual = reason.Text, Remedy = remedy };

    private static Place? Place(Reason reason) => reason.Passage.Passage.PlaceAt(reason.At);

    /// <param name="Sign">Of the change that it explains; 0 where that is not said.</param>
    private sealed record Reason(ClaimedPassage Passage, int At, string Lead, string Text, int Sign);

    [GeneratedRegex("(?:主要)?原因(?:主要)?(?:是：|为：|：|是|为|:|在于)", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex("(?:主要)?用于：?(?<use>[^。]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Use();
}
