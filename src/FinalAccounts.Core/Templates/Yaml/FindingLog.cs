namespace FinalAccounts.Templates.Yaml;

/// <summary>Collects what is wrong with a template set, so that all of it is said at once.</summary>
internal sealed class FindingLog
{
    private readonly List<Finding> findings = [];

    /// <summary>In the order of the files and of the lines read.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Whether the set cannot be used.</summary>
    public bool HasFatal => findings.Any(finding => finding.Severity == Severity.Fatal);

    /// <summary>A mistake after which the set cannot be used.</summary>
    public void Fatal(string rule, string message, Place place) =>
        findings.Add(new Finding(Severity.Fatal, rule, message, [place]));

    /// <summary>Findings of a later stage.</summary>
    public void AddRange(IEnumerable<Finding> more) => findings.AddRange(more);
}
