using FinalAccounts.Checks.Text;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Shares that part and whole do not give: 占…的100% (TXT-04).</summary>
internal static class ShareCheck
{
    private static readonly string[] Cues = ["其中", "以下方面：", "主要用于", "包括：", "分别为", "构成："];

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(ClaimData data)
    {
        var leads = Leads(data);
        foreach (var passage in data.Passages)
        {
            for (var i = 1; i < passage.Claims.Count; i++)
            {
                if (passage.Claims[i] is { Role: ClaimRole.Share, Number.Approximate: false } share && One(data, passage, i, share, leads.GetValueOrDefault(passage.Passage)) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? One(ClaimData data, ClaimedPassage passage, int at, Claim share, ClaimedPassage? lead)
    {
        // 资金5.00万元，占…的3%: the amount right before it, but for a change between them.
        var before = passage.Claims.Take(at).Reverse().SkipWhile(claim => claim.Role is ClaimRole.Change or ClaimRole.Rate).FirstOrDefault();
        if (before is not { IsAmount: true, Number.Approximate: false } part || passage.Passage.Content[part.Number.End..share.Number.Start].Contains('。', StringComparison.Ordinal))
        {
            return null;
        }

        var wholes = Wholes(data, passage, share, part, lead);
        if (wholes.Count == 0 || wholes.Exists(whole => ClaimArithmetic.Ratio(share, part.Value, whole.Value) is Fit.Yes or Fit.Unknown))
        {
            return null;
        }

        var fit = wholes.Exists(whole => ClaimArithmetic.Ratio(share, part.Value, whole.Value) == Fit.LastDigit) ? Fit.LastDigit : Fit.No;
        var (name, value, places) = wholes[0];
        return ClaimData.Differs(
            fit == Fit.LastDigit ? Severity.Rounding : Severity.Error, "TXT-04",
            $"{part.Number.Written}÷{name}{MentionFindings.Amount(value)}＝{MentionFindings.Print(part.Value / value, share.Number)}，占比写的是{share.Number.Written}{(fit == Fit.LastDigit ? "，差在末位的舍入" : "")}",
            share.Number, part.Value / value, places.Prepend(part.Number.Place), "核对金额和占比");
    }

    private static List<(string Name, decimal Value, IEnumerable<Place?> Places)> Wholes(ClaimData data, ClaimedPassage passage, Claim share, Claim part, ClaimedPassage? lead)
    {
        var found = new List<(string, decimal, IEnumerable<Place?>)>();
        var name = share.Base ?? "";
        if (name.Length > 0)
        {
            if (data.Metric(data.Reader.Subjects.Metric(passage.Section, SubjectFinder.Noun(name))) is { } metric)
            {
                found.Add((name, metric.Value!.Value, metric.Origin.Cells.Select(cell => cell.Place)));
            }

            if (data.Text.Formulas.Bases.GetValueOrDefault(name) is { } formula && data.Text.Book.Evaluate(formula) is { Number: { } known and > 0 } value
                && value.Cells.Any(cell => cell.Place is not null || cell.Value is not null))
            {
                found.Add((name, known, value.Cells.Select(cell => cell.Place)));
            }

            var loose = LooseText.Of(name);
            found.AddRange(passage.Before(share.Number.Start).Where(claim => claim.IsAmount && claim.Subject.Length > 1 && LooseText.Of(claim.Subject).EndsWith(loose, StringComparison.Ordinal) && !ReferenceEquals(claim, part))
                .Select(claim => (name, claim.Value, (IEnumerable<Place?>)[claim.Number.Place])));
            return found;
        }

        // 其中：甲5.00万元，占3%; 主要用于以下方面：甲5.00万元，占3%: of what the list divides.
        var cue = Cues.Max(word => passage.Passage.Content.LastIndexOf(word, part.Number.Start, StringComparison.Ordinal));
        if (cue >= 0)
        {
            found.AddRange(passage.Before(cue).Where(claim => claim.IsAmount).Reverse().Select(claim => (claim.Subject.Length > 0 ? claim.Subject : "合计", claim.Value, (IEnumerable<Place?>)[claim.Number.Place])));
            if (passage.Before(cue).LastOrDefault(claim => claim.IsAmount) is { } whole && data.Metric(whole.Metric) is { } metric)
            {
                found.Add((metric.Name, metric.Value!.Value, metric.Origin.Cells.Select(cell => cell.Place)));
            }
        }

        // 主要用于以下方面：1.甲5.00万元，占3%: of an amount that the line above the list says.
        if (found.Count == 0 && passage.Claims.First(claim => claim.IsAmount) == part)
        {
            found.AddRange((lead?.Claims ?? []).Where(claim => claim.IsAmount).Reverse().Select(claim => (claim.Subject, claim.Value, (IEnumerable<Place?>)[claim.Number.Place])));
        }

        if (found.Count == 0)
        {
            found.AddRange(OfSection(data, passage, part));
        }

        return found;
    }

    // “三公”经费支出决算中，公务接待费5.00万元，占3%: of a figure of the section, its first one before all.
    private static IEnumerable<(string Name, decimal Value, IEnumerable<Place?> Places)> OfSection(ClaimData data, ClaimedPassage passage, Claim part) =>
        passage.Section is not { } section || (part.Metric is null && data.Reader.Subjects.Row(section.Rows, part.Subject) is null) ? []
            : section.Subjects.Select(subject => subject.Metric).Distinct().Where(name => name != part.Metric).Select(data.Metric).OfType<MetricValue>().Where(metric => metric.Value >= part.Value)
                .Select(metric => (metric.Name, metric.Value!.Value, metric.Origin.Cells.Select(cell => cell.Place)));

    // The line above its list, by the list's paragraphs.
    private static Dictionary<Passage, ClaimedPassage> Leads(ClaimData data)
    {
        var leads = new Dictionary<Passage, ClaimedPassage>(ReferenceEqualityComparer.Instance);
        var claimed = data.Passages.ToDictionary(passage => passage.Passage, (IEqualityComparer<Passage>)ReferenceEqualityComparer.Instance);
        foreach (var (index, passage) in data.Text.Passages.Index().Where(passage => NumberedList.IsLeadIn(passage.Item.Content) && claimed.ContainsKey(passage.Item)))
        {
            foreach (var item in NumberedList.Below(data.Text.Passages, index))
            {
                leads[data.Text.Passages[item]] = claimed[data.Text.Passages[index]];
            }
        }

        return leads;
    }
}
