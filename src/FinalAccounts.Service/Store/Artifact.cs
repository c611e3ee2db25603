namespace FinalAccounts.Service.Store;

/// <summary>Bytes by their SHA-256, kept once. In the database, so that a row and its bytes are stored or lost together and every worker reaches them.</summary>
public sealed class Artifact
{
    /// <summary>Lower-case hexadecimal; the key.</summary>
    public required string Sha256 { get; set; }

    public long Size { get; set; }

    public required byte[] Content { get; set; }

    /// <summary>When it was first stored.</summary>
    public DateTimeOffset StoredAt { get; set; }
}
