using FinalAccounts.Documents;
using FinalAccounts.Formulas;

namespace FinalAccounts.Checks.Text;

/// <summary>Holds the numbers of the document's sentences against the tables, the facts and each other.</summary>
public static class TextCheck
{
    /// <summary>All findings, rule by rule.</summary>
    /// <param name="book">The unit's metrics.</param>
    /// <param name="document">The document as assembled: what will be read.</param>
    public static IReadOnlyList<Finding> Check(CompiledSet set, MetricBook book, Document document, CancellationToken cancellation)
    {
        var passages = PassageReader.Read(document);
        var mentions = passages.SelectMany(MentionReader.Read).ToList();
        cancellation.ThrowIfCancellationRequested();
        var figures = KnownFigures.Of(set, book.Accounts, book.Metrics);
        var findings = new List<Finding>();
        findings.AddRange(SlipCheck.Run(figures, mentions));
        return findings;
    }
}
