using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Audit;

/// <summary>Writing of the audit log.</summary>
internal static class AuditTrail
{
    /// <summary>Adds an entry, saved with the change it tells of.</summary>
    public static void Record(this FinalAccountsDb db, DateTimeOffset at, string by, string action, string subject, string? detail = null) =>
        db.Audit.Add(new AuditEntry { At = at, By = by, Action = action, Subject = subject, Detail = detail });
}
