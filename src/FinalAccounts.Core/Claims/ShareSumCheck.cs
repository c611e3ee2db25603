using FinalAccounts.Checks.Text;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Shares that divide one whole and do not add up to 100% within their rounding: those of one sentence, or of the numbered paragraphs below a line (CLM-14).</summary>
internal static class ShareSumCheck
{
    private const decimal Half = ClaimArithmetic.Half;
    private const int Shown = 12;
    private static readonly string[] Complete = ["构成", "分别占", "分为", "分别是", "分别为"];
    private static readonly string[] Dividing = [.. Complete, "其中", "包括", "以下方面", "主要用于", "如下"];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(ClaimData data)
    {
        foreach (var passage in data.Passages)
        {
            var from = 0;
            foreach (var list in Lists(passage))
            {
                var start = Math.Max(from, MentionText.SentenceStart(passage.Passage, list[0].Share.Number.Start));
                if (Compare(list, passage.Passage.Content[start..list[0].Share.Number.Start], Wholes(passage, list[0])) is { } finding)
                {
                    yield return finding;
                }

                from = list[^1].Share.Number.End;
            }
        }

        foreach (var (lead, items) in Numbered(data))
        {
            var parts = items.Select(item => Parts(item).FirstOrDefault()).OfType<Part>().ToList();
            if (parts.Count == items.Count && Compare(parts, lead.Passage.Content, lead.Claims.Where(claim => claim.IsAmount).Select(claim => claim.Value)) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Compare(List<Part> parts, string before, IEnumerable<decimal> wholes)
    {
        var sum = parts.Sum(part => part.Share.Value);
        var total = parts.Sum(part => part.Amount?.Value ?? 0);

        // Small amounts are rounded themselves, and their shares with them.
        var bound = (parts.Sum(part => part.Share.Number.Precision) / 2) + (total > 0 ? Half * (parts.Count + 1) / total : 0);
        if (parts.Count < 2 || Math.Abs(sum - 1) <= bound || parts.Exists(part => part.Share.Number.Approximate || part.Share.Base != parts[0].Share.Base) || !Divides(parts, before, wholes, sum))
        {
            return null;
        }

        var terms = string.Join('＋', parts.Take(Shown).Select(part => part.Share.Number.Written)) + (parts.Count > Shown ? $"＋…（共{parts.Count}项）" : "");
        return ClaimData.Differs(
            Severity.Error, "CLM-14", $"所列{parts.Count}项的占比加起来不是100%：{terms}＝{MentionFindings.Print(sum, parts[0].Share.Number)}",
            parts[^1].Share.Number, 1 - (sum - parts[^1].Share.Value), parts.Select(part => part.Share.Number.Place), "核对各项的占比，改正算错的一项")
            with
        { Places = [.. parts.Select(part => part.Share.Number.Place).OfType<Place>().Distinct()], Expected = "100%", Actual = MentionFindings.Print(sum, parts[0].Share.Number), Difference = MentionFindings.Print(sum - 1, parts[0].Share.Number) };
    }

    // With amounts: they add up to what is divided, as the text says it or as most of the shares have it. Without: the words say that a whole is divided, all of it or more than there is.
    private static bool Divides(List<Part> parts, string before, IEnumerable<decimal> wholes, decimal sum)
    {
        if (parts.TrueForAll(part => part.Amount is not null))
        {
            var total = parts.Sum(part => part.Amount!.Value);
            return wholes.Concat(Implied(parts)).Any(whole => Math.Abs(whole - total) <= Half * (parts.Count + 1));
        }

        // An amount before the first share alone is what they are shares of.
        return parts.Skip(1).All(part => part.Amount is null)
            && (Complete.Any(cue => before.Contains(cue, StringComparison.Ordinal)) || (sum > 1 && Dividing.Any(cue => before.Contains(cue, StringComparison.Ordinal))));
    }

    // Three parts of which two fit their sum: the third is wrong.
    private static IEnumerable<decimal> Implied(List<Part> parts)
    {
        var total = parts.Sum(part => part.Amount!.Value);
        var fitting = parts.Count(part => part.Share.Value > 0 && ClaimArithmetic.Ratio(part.Share, part.Amount!.Value, total) == Fit.Yes);
        return fitting * 2 > parts.Count ? [total] : [];
    }

    private static IEnumerable<decimal> Wholes(ClaimedPassage passage, Part first) =>
        passage.Before((first.Amount ?? first.Share).Number.Start).Where(claim => claim.IsAmount).Select(claim => claim.Value);

    // Shares of one sentence in a row; 其中 begins to divide one of them.
    private static IEnumerable<List<Part>> Lists(ClaimedPassage passage)
    {
        var list = new List<Part>();
        foreach (var part in Parts(passage))
        {
            if (list.Count > 0 && Breaks(passage.Passage.Content[list[^1].Share.Number.End..part.Share.Number.Start]))
            {
                yield return list;
                list = [];
            }

            list.Add(part);
        }

        if (list.Count > 0)
        {
            yield return list;
        }
    }

    private static bool Breaks(string between) => between.Contains('。') || between.Contains("其中", StringComparison.Ordinal) || between.IndexOfAny(['，', '；', '、', ',']) < 0;

    // Each share with the amount right before it, behind the share before and in its sentence.
    private static IEnumerable<Part> Parts(ClaimedPassage passage)
    {
        var from = 0;
        for (var i = 0; i < passage.Claims.Count; i++)
        {
            if (passage.Claims[i].Role == ClaimRole.Share)
            {
                yield return new Part(passage.Claims[i], passage.Claims.Skip(from).Take(i - from).LastOrDefault(claim => claim.IsAmount && claim.Number.Start >= MentionText.SentenceStart(passage.Passage, passage.Claims[i].Number.Start)));
                from = i + 1;
            }
        }
    }

    private static IEnumerable<(ClaimedPassage Lead, List<ClaimedPassage> Items)> Numbered(ClaimData data)
    {
        var claimed = data.Passages.ToDictionary(passage => passage.Passage, (IEqualityComparer<Passage>)ReferenceEqualityComparer.Instance);
        foreach (var (index, passage) in data.Text.Passages.Index().Where(passage => NumberedList.IsLeadIn(passage.Item.Content) && claimed.ContainsKey(passage.Item)))
        {
            yield return (claimed[passage], [.. NumberedList.Below(data.Text.Passages, index).Select(item => claimed[data.Text.Passages[item]])]);
        }
    }

    /// <summary>A share and the amount that it is the share of; null where the sentence says none.</summary>
    private sealed record Part(Claim Share, Claim? Amount);
}
