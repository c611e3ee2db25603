using FinalAccounts.Checks.Text;
using FinalAccounts.Documents;

namespace FinalAccounts.Checks.Form;

/// <summary>Looks for what a finished document does not contain, and for what it must.</summary>
internal static class FormCheck
{
    private static readonly Func<TextData, IEnumerable<Finding>>[] Rules = [PatternCheck.Run, OtherYearCheck.Run, EndingCheck.Run, NumberStyleCheck.Run, UnitNameCheck.Run];

    /// <summary>All findings, rule by rule.</summary>
    public static IReadOnlyList<Finding> Check(TextData data, Document document, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var rule in Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(rule(data));
        }

        findings.AddRange(SectionCheck.Run(document));
        findings.AddRange(FigureOriginCheck.Run(document));
        return findings;
    }
}
