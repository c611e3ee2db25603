using FinalAccounts.Auditing;
using FinalAccounts.Reading;

namespace FinalAccounts.Service.Reviewing;

/// <summary>One file of an audit, read and checked.</summary>
/// <param name="Path">As the user gave it.</param>
/// <param name="Document">As it was read.</param>
/// <param name="Result">Null when nothing could be read, or no template set fits.</param>
/// <param name="Findings">What reading and audit have to say, the gravest first.</param>
public sealed record AuditedFile(string Path, PlacedDocument Document, AuditResult? Result, IReadOnlyList<Finding> Findings, TimeSpan Time)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Its pages; 0 where the format has none.</summary>
    public int Pages { get; init; } = Document.Document.Pages.Count;

    /// <summary>What the list of many files needs: the letters, tables and figures are let go.</summary>
    public AuditedFile WithoutDocument() => this with
    {
        Document = new PlacedDocument(new PublishedDocument(Name, [], [], []), []),
        Result = Result?.WithoutFigures(),
    };

    /// <summary>Findings of one severity.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>Errors, and what could not be read.</summary>
    public int Errors => Count(Severity.Error) + Count(Severity.Fatal);

    /// <summary>Rules that could not be checked.</summary>
    public int NotChecked => Result?.NotChecked.SelectMany(part => part.Rules).Distinct().Count() ?? 0;
}
