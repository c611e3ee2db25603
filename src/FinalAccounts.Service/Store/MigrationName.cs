namespace FinalAccounts.Service.Store;

/// <summary>Migrations by the name that both databases have in common.</summary>
internal static class MigrationName
{
    /// <summary>20261125032310_Initial without its time.</summary>
    public static string Of(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
