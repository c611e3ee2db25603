namespace FinalAccounts.Narration.Sandbox;

/// <summary>The findings of a section, each said once.</summary>
internal sealed class SectionFindings
{
    private readonly List<Finding> findings = [];
    private readonly HashSet<(string Rule, string Message, string Places)> said = [];

    private readonly List<MissingData> missing = [];
    private readonly HashSet<MissingData> asked = [];

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Data that the section asked for in vain.</summary>
    public IReadOnlyList<MissingData> Missing => missing;

    public bool IsFull => findings.Count >= NarrationLimits.Findings || missing.Count >= NarrationLimits.Missing;

    public void Add(MissingData what)
    {
        if (asked.Add(what with { Asked = [] }))
        {
            missing.Add(what);
        }
    }

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
