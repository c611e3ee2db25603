using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.People;

/// <summary>Where somebody's roles hold, or a token's scopes: for a unit, for a unit with all below it, or for all units. Who has none sees no unit.</summary>
public sealed class UnitGrant
{
    public long Id { get; set; }

    /// <summary>Whose; null for a token's.</summary>
    public long? PersonId { get; set; }

    /// <summary>The token's; null for a person's.</summary>
    public long? TokenId { get; set; }

    /// <summary>The one role that it is for (<see cref="Roles"/>); null for looking, and for every role or scope that they have.</summary>
    public string? Role { get; set; }

    /// <summary>The unit; null for all.</summary>
    public long? UnitId { get; set; }

    public Unit? Unit { get; set; }

    /// <summary>With all units below it.</summary>
    public bool WithBelow { get; set; }
}
