using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Upkeep;

/// <summary>Walks the chain of the audit log.</summary>
internal sealed class TrailCheck(FinalAccountsDb db)
{
    /// <summary>How many entries there are.</summary>
    public int Entries { get; private set; }

    /// <summary>The hash of the last one; empty when there is none.</summary>
    public string Head { get; private set; } = "";

    /// <summary>What does not fit, a Chinese sentence each.</summary>
    /// <param name="knownHead">A head that somebody noted: that entries were cut off at the end cannot be told without. Null for none.</param>
    public async Task<IReadOnlyList<string>> DifferencesAsync(string? knownHead, CancellationToken cancellation)
    {
        var differences = new List<string>();
        var known = knownHead is null;
        await foreach (var entry in db.Audit.AsNoTracking().OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (AuditChain.HashOf(Head, entry) != entry.Hash)
            {
                differences.Add($"审计记录第 {entry.Id} 条（{ShanghaiTime.Exact(entry.At)}，{entry.By}，{AuditActions.Name(entry.Action)}，{entry.Subject}）与校验值不符：它被改过，或者紧接在它前面的记录被改过、少了、多了。");
            }

            (Head, Entries) = (entry.Hash, Entries + 1);
            known |= entry.Hash == knownHead;
        }

        if (!known)
        {
            differences.Add($"审计记录里没有校验值为 {knownHead} 的记录：它或它后面的记录少了，或被改过。");
        }

        return differences;
    }
}
