namespace FinalAccounts.Claims;

/// <summary>A sentence with amounts or percentages in which no pattern fits.</summary>
/// <param name="Section">The section's name in statements.yaml; empty where it knows none.</param>
public sealed record UnreadSentence(string Text, string Section, Place? Place);
