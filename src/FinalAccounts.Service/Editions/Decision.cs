namespace FinalAccounts.Service.Editions;

/// <summary>What became of a wish to change an edition's state.</summary>
/// <param name="Refusal">Why it did not happen and what to do, in Chinese; null when it did.</param>
/// <param name="Conflict">Whether the edition's state or somebody else stood in the way, and not the request itself.</param>
public sealed record Decision(string? Refusal, bool Conflict)
{
    public static readonly Decision Done = new(null, false);

    internal static Decision Invalid(string refusal) => new(refusal, false);

    internal static Decision InTheWay(string refusal) => new(refusal, true);
}
