using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Checks.Text;

/// <summary>What the rules of the text look at: the document's lines with their numbers, and the unit's figures.</summary>
internal sealed class TextData
{
    public TextData(CompiledSet set, MetricBook book, Document document)
        : this(set, book, PassageReader.Read(document))
    {
    }

    /// <summary>Of lines that somebody else made.</summary>
    public TextData(CompiledSet set, MetricBook book, IReadOnlyList<Passage> passages)
    {
        (Set, Book) = (set, book);
        Formulas = MentionFormulas.Of(set);
        Passages = passages;
        Mentions = [.. Passages.Select(MentionReader.Read)];
    }

    public CompiledSet Set { get; }

    public MetricBook Book { get; }

    public MentionRules Rules => Set.Set.Mentions;

    public Facts Facts => Book.Accounts.Facts;

    public MentionFormulas Formulas { get; }

    /// <summary>The document's lines in reading order.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The numbers of each line.</summary>
    public IReadOnlyList<IReadOnlyList<NumberMention>> Mentions { get; }
}
