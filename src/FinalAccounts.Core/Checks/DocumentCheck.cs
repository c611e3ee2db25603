using FinalAccounts.Checks.Form;
using FinalAccounts.Checks.Text;
using FinalAccounts.Claims;
using FinalAccounts.Formulas;

namespace FinalAccounts.Checks;

/// <summary>Checks the document as it will be read: its sentences against tables and facts, its form, the origins of its numbers.</summary>
public static class DocumentCheck
{
    /// <summary>All findings: text, then form.</summary>
    /// <param name="book">The unit's metrics.</param>
    /// <param name="document">As assembled, before it is rendered.</param>
    /// <param name="earlier">What other stages said: a mistake that they name is not said again where the text prints it.</param>
    public static IReadOnlyList<Finding> Check(
        CompiledSet set, MetricBook book, Document document, IReadOnlyList<Finding> earlier, CancellationToken cancellation)
    {
        var data = new TextData(set, book, document);
        var known = earlier.Where(finding => finding.Severity >= Severity.Error).SelectMany(finding => finding.Places).ToHashSet();
        return ClaimCheck.Once(
        [
            .. ReasonCheck.Run(data),
            .. ClaimCheck.Check(data, cancellation).Where(finding => !earlier.Any(said => IsSame(said, finding))),
            .. TextCheck.Check(data, cancellation).Where(finding => !earlier.Any(said => IsSame(said, finding))),
            .. FormCheck.Check(data, document, cancellation).Where(finding => finding.Rule != FormPatterns.ExcelErrors || !finding.Places.Any(known.Contains)),
        ]);
    }

    // The same cell, and the same number instead of the same other one: 19 and 20 of a rule, 19个 and 20个 of the sentence.
    private static bool IsSame(Finding said, Finding finding) =>
        said.Severity >= finding.Severity && said.Actual is not null && said.Expected is not null && finding.Actual is not null && finding.Expected is not null
        && finding.Places is [var place, ..] && said.Places.Contains(place)
        && Digits(said.Actual) == Digits(finding.Actual) && Digits(said.Expected) == Digits(finding.Expected);

    private static string Digits(string printed) => string.Concat(printed.Where(letter => char.IsAsciiDigit(letter) || letter == '.'));
}
