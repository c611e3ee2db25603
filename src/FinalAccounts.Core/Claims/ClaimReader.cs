using FinalAccounts.Accounts;
using FinalAccounts.Checks.Text;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>Reads what the paragraphs of a document claim.</summary>
internal sealed class ClaimReader(ClaimWords words, StatementRules rules, DepartmentAccounts accounts)
{
    private readonly SubjectFinder subjects = new(accounts);

    /// <summary>Names of subjects and rows.</summary>
    public SubjectFinder Subjects => subjects;

    /// <summary>The paragraphs below the headings, in reading order.</summary>
    public IReadOnlyList<ClaimedPassage> Read(IReadOnlyList<Passage> passages, IReadOnlyList<IReadOnlyList<NumberMention>> mentions)
    {
        var finder = new SectionFinder(rules.Sections);
        var read = new List<ClaimedPassage>();
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages[i].Kind == PassageKind.Heading)
            {
                finder.Enter(passages[i]);
            }
            else if (passages[i].Kind is PassageKind.Paragraph or PassageKind.Cell)
            {
                read.Add(One(passages[i], mentions[i], finder.Current));
            }
        }

        return read;
    }

    /// <summary>The claims of one paragraph.</summary>
    public ClaimedPassage One(Passage passage, IReadOnlyList<NumberMention> mentions, StatementSection? section)
    {
        var text = passage.Content;
        var claims = new List<Claim>();
        var from = 0;
        foreach (var number in mentions.Where(mention => mention.Kind is MentionKind.Amount or MentionKind.Percent))
        {
            var sentence = MentionText.SentenceStart(passage, number.Start);
            var before = text[Math.Max(from, sentence)..number.Start].TrimEnd();
            claims.Add(Said(number, before, section, claims, sentence));
            from = number.End;
        }

        return new ClaimedPassage(passage, section, Topic(text, section), claims, Compared(text, section));
    }

    private Claim Said(NumberMention number, string before, StatementSection? section, List<Claim> earlier, int sentence)
    {
        if (words.Role(before, number) is not { } found)
        {
            var noun = SubjectFinder.Noun(before);
            var role = words.SaysPrior(Tail(before)) && !Compares(before) ? ClaimRole.Prior : ClaimRole.Amount;
            return new Claim(role, number, noun, subjects.Metric(section, noun), null, 0);
        }

        var (said, match) = found;
        var rest = before[..match.Index];
        var subject = said is ClaimRole.Share or ClaimRole.Completion ? "" : SubjectFinder.Noun(rest);
        var of = said switch
        {
            ClaimRole.Share => match.Groups["name"].Value.TrimEnd('的'),
            ClaimRole.Completion or ClaimRole.Budget => words.Budget(match.Value) ?? "预算",
            ClaimRole.Change or ClaimRole.Rate => Base(before, earlier, sentence),
            ClaimRole.Prior => "上年",
            _ => null,
        };
        if (said is ClaimRole.Change or ClaimRole.Rate)
        {
            subject = words.BeforeComparison(subject);
        }

        return new Claim(said, number, subject, subjects.Metric(section, subject), of, ClaimWords.Direction(match) ?? 0);
    }

    // 增长17.9% goes on about what was just compared.
    private string? Base(string before, List<Claim> earlier, int sentence) =>
        words.Budget(before) is { } budget ? budget
        : words.SaysPrior(before) ? "上年"
        : earlier.LastOrDefault(claim => claim.Number.Start >= sentence && claim.Role is ClaimRole.Change or ClaimRole.Rate)?.Base;

    private List<WordClaim> Compared(string text, StatementSection? section)
    {
        if (!text.Contains('于') && !text.Contains('与') && !text.Contains('较') && !text.Contains('比'))
        {
            return [];
        }

        var found = new List<WordClaim>();
        foreach (var (pattern, withBudget) in new[] { (words.ComparedWithBudget, true), (words.UnchangedSincePrior, false) })
        {
            for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
            {
                var start = text.LastIndexOfAny(['。', '；', '：', '，', '%'], Math.Max(0, match.Index - 1)) + 1;
                var noun = match.Index > start ? SubjectFinder.Noun(text[start..match.Index]) : "";
                if (ClaimWords.Direction(match) is { } sign && !(withBudget && match.Value.EndsWith('于') && !match.Value.Contains('预')))
                {
                    found.Add(new WordClaim(match.Value, match.Index, noun, subjects.Metric(section, noun), sign, withBudget));
                }
            }
        }

        return found;
    }

    private string? Topic(string text, StatementSection? section)
    {
        if (section?.Rows is null)
        {
            return null;
        }

        var end = text.IndexOfAny(['。', '，', '：', '；']);
        return end > 0 ? subjects.Row(section.Rows, SubjectFinder.Noun(text[..end]))?.Code : null;
    }

    private static string Tail(string before) => before[(before.LastIndexOfAny(['，', '；', '：', '。']) + 1)..];

    private static bool Compares(string before) => Tail(before).IndexOfAny(['比', '较', '与']) >= 0;
}
