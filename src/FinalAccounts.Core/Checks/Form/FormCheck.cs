using FinalAccounts.Checks.Text;

namespace FinalAccounts.Checks.Form;

/// <summary>Looks for what a finished document does not contain, and for what it must.</summary>
internal static class FormCheck
{
    private static readonly Func<TextData, IEnumerable<Finding>>[] Rules = [PatternCheck.Run, OtherYearCheck.Run, EndingCheck.Run, MissingEndCheck.Run, NumberStyleCheck.Run, UnitNameCheck.Run];

    /// <summary>All findings, rule by rule.</summary>
    public static IReadOnlyList<Finding> Check(TextData data, Document document, CancellationToken cancellation) =>
        [.. Check(data, cancellation), .. SectionCheck.Run(document), .. FigureOriginCheck.Run(document)];

    /// <summary>The same without what only documents of our own can show: sections and origins.</summary>
    public static IReadOnlyList<Finding> Check(TextData data, CancellationToken cancellation) => TextRules.Run(Rules, data, cancellation);
}
