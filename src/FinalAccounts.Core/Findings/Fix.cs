namespace FinalAccounts.Findings;

/// <summary>A correction at a click: what is written and what was probably meant.</summary>
public sealed record Fix(string Written, string Meant);
