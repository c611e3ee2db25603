namespace FinalAccounts.Templates;

/// <summary>What set.yaml says of a set, without reading the rest of it.</summary>
public sealed record SetSummary(string Key, string Name, int FiscalYear, string Region, string? Parent);
