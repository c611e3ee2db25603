namespace FinalAccounts.Checks.Text;

/// <summary>Sums whose parts, said in the same sentence or in the numbered paragraphs below, do not give them (TXT-05).</summary>
internal static class SumCheck
{
    private const decimal Half = 50m;
    private const string Budget = "预算";
    private static readonly string[] Cues = ["其中", "主要用于", "包括", "分别为", "分别是"];
    private static readonly string[] OfOneThing = ["实际", "执行", "预算", "结余", "收回", "结算", "支付"];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        for (var i = 0; i < data.Passages.Count; i++)
        {
            var amounts = data.Mentions[i].Where(mention => mention is { Kind: MentionKind.Amount, Approximate: false }).ToList();
            if (amounts.Count == 0)
            {
                continue;
            }

            if (amounts.Count > 2 && InSentence(data.Passages[i], amounts) is { } sentence)
            {
                yield return sentence;
            }

            if (Numbered(data, i, amounts) is { } list)
            {
                yield return list;
            }
        }
    }

    private static Finding? InSentence(Passage passage, List<NumberMention> amounts)
    {
        foreach (var cue in Cues)
        {
            var at = passage.Content.IndexOf(cue, StringComparison.Ordinal);
            if (at < 0 || amounts.LastOrDefault(amount => amount.End <= at && !MentionText.IsChange(amount)) is not { } whole)
            {
                continue;
            }

            var end = MentionText.SentenceEnd(passage, at);
            var next = passage.Content.IndexOf("其中", at + cue.Length, StringComparison.Ordinal);
            end = next >= 0 ? Math.Min(end, next) : end;
            var parts = amounts.Where(amount => amount.Start > at && amount.End <= end && !MentionText.IsChange(amount)).ToList();
            if (parts.Count > 1 && AreParts(passage.Content[at..end], at, parts))
            {
                // 其中 need not name all parts: only more than the whole, or a difference that one slip makes, is a mistake.
                return Compare(whole, parts, complete: false);
            }
        }

        return null;
    }

    // One amount in each part of a list; a sentence that goes on to tell what became of one amount is no list.
    private static bool AreParts(string list, int at, List<NumberMention> parts)
    {
        if (OfOneThing.Any(word => list.Contains(word, StringComparison.Ordinal)))
        {
            return false;
        }

        var divider = list.Contains('；') ? "；" : "，、和及";
        for (var i = 1; i < parts.Count; i++)
        {
            var between = list[(parts[i - 1].End - at)..(parts[i].Start - at)];
            if (between.IndexOfAny(divider.ToCharArray()) < 0 || (divider != "；" && between.Count(c => c is '，') > 1))
            {
                return false;
            }
        }

        return true;
    }

    private static Finding? Numbered(TextData data, int index, List<NumberMention> amounts)
    {
        var passage = data.Passages[index];
        if (passage.Kind != PassageKind.Paragraph || !NumberedList.IsLeadIn(passage.Content) || !amounts.Exists(amount => !MentionText.IsChange(amount)))
        {
            return null;
        }

        var items = NumberedList.Below(data.Passages, index);
        var wholes = amounts.Where(amount => !MentionText.IsChange(amount)).Reverse().ToList();

        // Beside several different amounts it is not said which of them the list divides.
        var single = wholes.TrueForAll(amount => amount.Value == wholes[0].Value);
        foreach (var whole in single ? wholes : wholes.Take(1))
        {
            var parts = items.Select(item => Part(data.Mentions[item], whole)).OfType<NumberMention>().ToList();
            if (parts.Count > 1 && parts.Count == items.Count && Compare(whole, parts, complete: single) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    // An item that says its budget first says the outcome that the list divides in the same words, or after 决算.
    private static NumberMention? Part(IReadOnlyList<NumberMention> mentions, NumberMention whole)
    {
        var amounts = mentions.Where(mention => mention is { Kind: MentionKind.Amount, Approximate: false } && !MentionText.IsChange(mention)).ToList();
        return amounts is not [var first, ..] || !Before(first).EndsWith(Budget, StringComparison.Ordinal) || Before(whole).EndsWith(Budget, StringComparison.Ordinal)
            ? amounts.FirstOrDefault()
            : amounts.Find(amount => Before(amount).EndsWith(Before(whole)[^2..], StringComparison.Ordinal)) ?? amounts.Find(amount => Before(amount).EndsWith("决算", StringComparison.Ordinal));
    }

    private static string Before(NumberMention amount) => "　　" + amount.Passage.Content[..amount.Start].TrimEnd('为').TrimEnd('数');

    private static Finding? Compare(NumberMention whole, List<NumberMention> parts, bool complete)
    {
        var sum = parts.Sum(part => part.Value);
        var difference = sum - whole.Value;
        var bound = Half * (parts.Count + 1);
        if (difference == 0 || (Math.Abs(difference) <= bound && !IsOffice(whole) && !parts.Exists(IsOffice)))
        {
            return null;
        }

        var rounding = Math.Abs(difference) <= bound;
        if (!rounding && !complete && (difference < 0 || parts[0].Passage != whole.Passage) && !IsOneSlip(difference))
        {
            return null;
        }

        var words = rounding ? "，属于尾差" : "，请核对各项和合计";
        return MentionFindings.Differs(
            rounding ? Severity.Rounding : complete ? Severity.Warning : Severity.Error, "TXT-05",
            $"“{Around(whole)}”所列{parts.Count}项之和是{MentionFindings.Amount(sum)}，不是{whole.Written}，相差{MentionFindings.Amount(Math.Abs(difference))}{words}",
            whole, sum, parts.Select(part => part.Place));
    }

    // One digit wrong in a part or in the sum makes d00, two digits changed places make 9d00.
    private static bool IsOneSlip(decimal difference)
    {
        var digits = SlipIndex.Significant((long)Math.Min(Math.Abs(difference), long.MaxValue));
        return digits < 10 || (digits % 9 == 0 && digits / 9 < 10);
    }

    private static bool IsOffice(NumberMention mention) => mention.Passage.SpanAt(mention.Start)?.IsOfficeText == true;

    private static string Around(NumberMention mention) => MentionText.Quoted(mention.Passage.Content.AsSpan(0, mention.Start), 14) + mention.Passage.Content[mention.Start..mention.End];
}
