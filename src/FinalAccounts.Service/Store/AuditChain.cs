using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.Storage;

namespace FinalAccounts.Service.Store;

/// <summary>The audit log as a chain: the hash of each entry is over what it says and the hash of the entry before, so that none can be changed, taken out or put in between without those behind it telling. One process at a time writes to it.</summary>
public static class AuditChain
{
    // Any number, the same in every process.
    private const long Key = 0x46696E4175646974;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The hash of an entry behind the hash before it; empty before the first.</summary>
    public static string HashOf(string before, AuditEntry entry)
    {
        object?[] content = [before, UtcMicroseconds.Of(entry.At), entry.By, entry.Action, entry.Subject, entry.Detail];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Json)));
    }

    /// <summary>
    /// Begins a transaction that adds entries, and takes the chain before anything else. Where a row comes first and the chain second, another that has them
    /// the other way round waits for ever.
    /// </summary>
    public static async Task<IDbContextTransaction> BeginRecordedAsync(this FinalAccountsDb db, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await TakeAsync(db, cancellation);
        return transaction;
    }

    /// <summary>Chains entries that are about to be saved, in this order, in the current transaction.</summary>
    internal static async Task ChainAsync(FinalAccountsDb db, IEnumerable<AuditEntry> entries, CancellationToken cancellation)
    {
        await TakeAsync(db, cancellation);
        var hash = await db.Audit.OrderByDescending(entry => entry.Id).Select(entry => entry.Hash).FirstOrDefaultAsync(cancellation) ?? "";
        foreach (var entry in entries)
        {
            entry.Hash = hash = HashOf(hash, entry);
        }
    }

    /// <summary>Chains the entries of a program that did not chain them: once, when none has a hash yet.</summary>
    internal static async Task SealAsync(FinalAccountsDb db, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        if (await db.Audit.AnyAsync(entry => entry.Hash != "", cancellation))
        {
            return;
        }

        var hash = "";
        foreach (var entry in await db.Audit.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(cancellation))
        {
            hash = HashOf(hash, entry);
            await db.Audit.Where(other => other.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.Hash, hash), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    // SQLite lets one transaction write at a time as it is. Held until the transaction ends; taking it twice is taking it once.
    // A process that is stopped in the middle must not keep the chain from all others: PostgreSQL ends a transaction that stands still.
    private static Task TakeAsync(FinalAccountsDb db, CancellationToken cancellation) => db is PostgresDb
        ? db.Database.ExecuteSqlAsync($"SELECT set_config('idle_in_transaction_session_timeout', '20s', true), pg_advisory_xact_lock({Key})", cancellation)
        : Task.CompletedTask;
}
