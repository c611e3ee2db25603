namespace FinalAccounts.Templates;

/// <summary>A wording that a set does not want, from wording.yaml: it is marked where somebody writes it.</summary>
/// <param name="Wrong">三公经费.</param>
/// <param name="Right">What the set writes: “三公”经费.</param>
/// <param name="Why">For people; empty when it needs no reason.</param>
public sealed record Wording(string Wrong, string Right, string Why);
