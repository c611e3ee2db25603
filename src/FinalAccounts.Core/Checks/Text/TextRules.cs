namespace FinalAccounts.Checks.Text;

/// <summary>Rules that look at the same data, one after the other.</summary>
internal static class TextRules
{
    /// <summary>All findings, rule by rule.</summary>
    public static IReadOnlyList<Finding> Run<T>(IEnumerable<Func<T, IEnumerable<Finding>>> rules, T data, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var rule in rules)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(rule(data));
        }

        return findings;
    }
}
