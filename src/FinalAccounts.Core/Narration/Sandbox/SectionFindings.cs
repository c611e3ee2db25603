using FinalAccounts.Documents;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>The findings of a section, each said once.</summary>
internal sealed class SectionFindings
{
    private readonly List<Finding> findings = [];
    private readonly HashSet<(string Rule, string Message, string Places)> said = [];

    public IReadOnlyList<Finding> Findings => findings;

    public bool IsFull => findings.Count >= NarrationLimits.Findings;

    public void Add(Severity severity, string rule, string message, IEnumerable<Place> places, Fix? fix = null) =>
        Add(new Finding(severity, rule, message, places.ToList()) { Fix = fix });

    public void Add(Finding finding)
    {
        if (said.Add((finding.Rule, finding.Message, string.Join(";", finding.Places))))
        {
            findings.Add(finding);
        }
    }
}
