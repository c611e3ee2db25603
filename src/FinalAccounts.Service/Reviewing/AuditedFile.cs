using FinalAccounts.Auditing;

namespace FinalAccounts.Service.Reviewing;

/// <summary>One file of an audit, read and checked.</summary>
/// <param name="Path">As the user gave it.</param>
/// <param name="Document">As it was read.</param>
/// <param name="Result">Null when nothing could be read, or no template set fits.</param>
/// <param name="Findings">What reading and audit have to say, the gravest first.</param>
public sealed record AuditedFile(string Path, PlacedDocument Document, AuditResult? Result, IReadOnlyList<Finding> Findings, TimeSpan Time)
{
    /// <summary>The file's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Findings of one severity.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>Errors, and what could not be read.</summary>
    public int Errors => Count(Severity.Error) + Count(Severity.Fatal);

    /// <summary>Rules that could not be checked.</summary>
    public int NotChecked => Result?.NotChecked.SelectMany(part => part.Rules).Distinct().Count() ?? 0;
}
