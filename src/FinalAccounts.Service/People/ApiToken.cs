namespace FinalAccounts.Service.People;

/// <summary>A token for the bureau's systems. Only its hash is stored; the token itself is shown once.</summary>
public sealed class ApiToken
{
    public long Id { get; set; }

    /// <summary>For people, and in the audit log.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, lower-case hexadecimal; unique.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The <see cref="Rights"/> it has, divided by spaces (read data publish …).</summary>
    public required string Scopes { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>From when it is refused.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Set when somebody revoked it.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The units that it is for.</summary>
    public List<UnitGrant> Grants { get; set; } = [];
}
