namespace FinalAccounts.Checks.Text;

/// <summary>Holds the sentences of the document against the tables, the facts and each other.</summary>
internal static class TextCheck
{
    private static readonly Func<TextData, IEnumerable<Finding>>[] Rules =
    [
        StatementCheck.Run, BesideCheck.Run, ShareCheck.Run, SumCheck.Run, ListCountCheck.Run, IndicatorCheck.Run,
        SlipCheck.Run, DateCheck.Run, TermsCheck.Run, ReasonsCheck.Run,
    ];

    /// <summary>All findings, rule by rule.</summary>
    public static IReadOnlyList<Finding> Check(TextData data, CancellationToken cancellation) => TextRules.Run(Rules, data, cancellation);
}
