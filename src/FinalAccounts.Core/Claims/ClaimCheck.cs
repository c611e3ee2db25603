using FinalAccounts.Checks.Text;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Checks what the sentences of a document claim, by the statements of the set: the same code for our own documents and for those of others.</summary>
public static class ClaimCheck
{
    private static readonly Func<ClaimData, IEnumerable<Finding>>[] Rules =
        [AmountCheck.Run, SaidTwiceCheck.Run, ChangeCheck.Run, BudgetCheck.Run, ShareCheck.Run, ShareSumCheck.Run, ListedItemsCheck.Run, WordingCheck.Run, SubjectNameCheck.Run, ReasonClaimCheck.Run];

    /// <summary>The sentences with amounts or percentages that nothing was read from.</summary>
    public static IReadOnlyList<UnreadSentence> Unread(CompiledSet set, MetricBook book, Document document) =>
        Unread(new ClaimData(new TextData(set, book, document)));

    /// <summary>The findings of all rules, in their order.</summary>
    internal static IReadOnlyList<Finding> Check(TextData text, CancellationToken cancellation) => TextRules.Run(Rules, new ClaimData(text), cancellation);

    /// <summary>Each mistake once: what two rules say of one number is said by the first.</summary>
    internal static IReadOnlyList<Finding> Once(IReadOnlyList<Finding> findings)
    {
        var wrong = findings.Where(finding => finding is { Rule: "CLM-01", Places.Count: > 0, Actual: not null }).ToLookup(finding => finding.Places[0], finding => finding.Actual!);
        var shares = findings.Where(finding => finding is { Rule: "TXT-04", Places.Count: > 0, Actual: not null }).ToLookup(finding => finding.Places[0], finding => finding.Actual!);
        return [.. findings.Where(finding => !RestsOn(wrong, finding) && !(finding.Rule == "CLM-14" && Names(shares, finding))).DistinctBy(Key)];
    }

    // The sum, the share and the neighbours of a number that is already said to be wrong.
    private static bool RestsOn(ILookup<Place, string> wrong, Finding finding) =>
        finding.Rule is "TXT-02" or "TXT-03" or "TXT-04" or "TXT-05" or "CLM-02" or "CLM-03" or "CLM-04" or "CLM-06" or "FRM-10"
        && Names(wrong, finding);

    private static bool Names(ILookup<Place, string> wrong, Finding finding) =>
        finding.Places.Any(place => wrong[place].Any(number => finding.Message.Contains(number, StringComparison.Ordinal)));

    private static object Key(Finding finding) => finding switch
    {
        { Places: [var place, ..], Rule: "RSN-04" or "TXT-12" } => (finding.Rule, place),
        { Places: [var place, ..], Rule: "CLM-13" or "TXT-11" } => ("name", place),
        { Places: [] } or { Actual: null } => finding,
        { Rule: "RSN-01" or "RSN-02" or "RSN-03" or "CLM-06" } => ("reason", finding.Places[0]),
        { Rule: "FRM-09" or "FRM-10" } => (finding.Rule, finding.Places[0]),
        { Severity: Severity.Error, Rule: "TXT-03" or "TXT-04" or "CLM-01" or "CLM-03" } => ("", finding.Places[0], finding.Actual),
        _ => finding,
    };

    private static List<UnreadSentence> Unread(ClaimData data)
    {
        var unread = new List<UnreadSentence>();
        foreach (var passage in data.Passages)
        {
            foreach (var sentence in passage.Claims.GroupBy(claim => passage.Sentence(claim.Number.Start)).Where(sentence => !sentence.Any(claim => IsRead(passage, claim))))
            {
                var (start, end) = sentence.Key;
                unread.Add(new UnreadSentence(passage.Passage.Content[start..end], passage.Section?.Name ?? "", sentence.First().Number.Place));
            }
        }

        return unread;
    }

    private static bool IsRead(ClaimedPassage passage, Claim claim) =>
        claim.Metric is not null || claim.Role is not ClaimRole.Amount || claim.Number.Figure is not null || passage.Topic is not null;
}
