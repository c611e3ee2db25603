using FinalAccounts.Checks.Text;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>A number of a sentence and what the sentence says it is.</summary>
/// <param name="Subject">What it is said of, as written; empty when the sentence goes on about the number before.</param>
/// <param name="Metric">The metric that the subject names in its section; null when it names none.</param>
/// <param name="Base">上年, the name of the budget, or the name of the whole; null when none is named.</param>
/// <param name="Sign">+1 for 增加, -1 for 减少; 0 where there is no direction.</param>
internal sealed record Claim(ClaimRole Role, NumberMention Number, string Subject, string? Metric, string? Base, int Sign)
{
    /// <summary>Whether it is an amount of this year.</summary>
    public bool IsAmount => Role is ClaimRole.Amount or ClaimRole.Actual && Number.Kind == MentionKind.Amount;

    /// <summary>In 元, or a ratio.</summary>
    public decimal Value => Number.Value;
}

/// <summary>Words that compare without a number: 决算数大于预算数, 与上年持平.</summary>
/// <param name="Sign">+1, -1, or 0 for 持平.</param>
/// <param name="WithBudget">Compared with the budget, else with last year.</param>
internal sealed record WordClaim(string Text, int Start, string Subject, string? Metric, int Sign, bool WithBudget);

/// <summary>A paragraph with its claims in reading order.</summary>
/// <param name="Section">What its heading speaks of; null where statements.yaml knows no such section.</param>
/// <param name="Topic">The code of the subject that the paragraph is about (…（项）。年初预算为…); null when it is about none.</param>
internal sealed record ClaimedPassage(
    Passage Passage, StatementSection? Section, string? Topic, IReadOnlyList<Claim> Claims, IReadOnlyList<WordClaim> Words)
{
    /// <summary>The claims that stand before a position.</summary>
    public IEnumerable<Claim> Before(int position) => Claims.Where(claim => claim.Number.End <= position);

    /// <summary>The sentence of a position.</summary>
    public (int Start, int End) Sentence(int position) => (MentionText.SentenceStart(Passage, position), MentionText.SentenceEnd(Passage, position));
}
