using FinalAccounts.Comparison;
using FinalAccounts.Service.Store;
using Microsoft.Extensions.Caching.Memory;

namespace FinalAccounts.Service.Editions;

/// <summary>The comparisons that were looked at last. What two editions hold never changes, so one that was made is right for good; the frame and both files of one page are three requests.</summary>
internal sealed class KeptComparisons : IDisposable
{
    // Each holds both documents: some megabytes.
    private const int Most = 6;

    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(10);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The comparison of these two; null when it is not kept.</summary>
    public EditionComparison? Find(Edition before, Edition after) => kept.Get<EditionComparison>((before.Id, after.Id));

    /// <summary>Keeps it for the next who asks.</summary>
    public EditionComparison Keep(Edition before, Edition after, EditionComparison comparison) =>
        kept.Set((before.Id, after.Id), comparison, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unused });

    public void Dispose() => kept.Dispose();
}
