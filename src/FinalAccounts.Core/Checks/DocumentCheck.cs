using FinalAccounts.Checks.Form;
using FinalAccounts.Checks.Text;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;

namespace FinalAccounts.Checks;

/// <summary>Checks the document as it will be read: its sentences against tables and facts, its form, the origins of its numbers.</summary>
public static class DocumentCheck
{
    /// <summary>All findings: text, then form.</summary>
    /// <param name="book">The unit's metrics.</param>
    /// <param name="document">As assembled, before it is rendered.</param>
    /// <param name="earlier">What other stages said: an error of a cell is not said again where the cell is printed.</param>
    public static IReadOnlyList<Finding> Check(
        CompiledSet set, MetricBook book, Document document, IReadOnlyList<Finding> earlier, CancellationToken cancellation)
    {
        var data = new TextData(set, book, document);
        var known = earlier.Where(finding => finding.Severity >= Severity.Error).SelectMany(finding => finding.Places).ToHashSet();
        return
        [
            .. TextCheck.Check(data, cancellation),
            .. FormCheck.Check(data, document, cancellation).Where(finding => finding.Rule != FormPatterns.ExcelErrors || !finding.Places.Any(known.Contains)),
        ];
    }
}
