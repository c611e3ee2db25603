using FinalAccounts.Comparison;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Files whose shipped or inherited text has changed under a published version: what the program brings is neither lost nor does it overwrite anything.</summary>
public sealed class ShippedChanges(FinalAccountsDb db, PublishedTemplates published, ProposalPreparation preparation, TimeProvider time)
{
    /// <summary>Those of a set, by path.</summary>
    public async Task<IReadOnlyList<ShippedChange>> OfAsync(string set, CancellationToken cancellation)
    {
        var layers = await published.LayersAsync(cancellation);
        var seen = await db.TemplateVersions.Where(version => version.Set == set && version.State == TemplateVersionState.Published)
            .ToDictionaryAsync(version => (version.Path, version.Number), version => version.Below, cancellation);
        return
        [
            .. layers.PublishedOf(set)
                .Select(version => (version, then: seen[(version.Path, version.Number)], now: layers.Below(set, version.Path)?.Text))
                .Where(pair => pair.now != pair.then)
                .Select(pair => new ShippedChange(
                    pair.version.Path, pair.version.Number, pair.then, pair.now, pair.version.Content!,
                    pair is { then: { } basis, now: { } now } ? ThreeWayMerge.Of(basis, pair.version.Content!, now).Text : null)),
        ];
    }

    /// <summary>Prepares to give way to the new shipped text.</summary>
    public async Task<Prepared> TakeAsync(string set, string path, string by, CancellationToken cancellation) =>
        await FindAsync(set, path, cancellation) is null ? Gone(path)
        : await preparation.PrepareAsync(set, TemplateProposalKind.Shipped, [(path, null)], "采用随程序的新文本", by, cancellation);

    /// <summary>Prepares both changes in one.</summary>
    public async Task<Prepared> MergeAsync(string set, string path, string by, CancellationToken cancellation) =>
        await FindAsync(set, path, cancellation) is not { } change ? Gone(path)
        : change.Merged is null ? Prepared.Refused($"{path} 有地方两边都改了，不能自动合并。请在工作台里照着比较改。")
        : await preparation.PrepareAsync(set, TemplateProposalKind.Shipped, [(path, change.Merged)], "合并随程序的新文本", by, cancellation);

    /// <summary>Keeps the published text; it is not asked about until the shipped text changes again.</summary>
    public async Task<Decision> KeepAsync(string set, string path, string by, CancellationToken cancellation)
    {
        if (await FindAsync(set, path, cancellation) is not { } change)
        {
            return Decision.InTheWay(Gone(path).Refusal!);
        }

        var version = await db.TemplateVersions.SingleAsync(version => version.Set == set && version.Path == path && version.Number == change.Number, cancellation);
        version.Below = change.Now;
        db.Record(time.GetUtcNow(), by, "template.kept", $"{set}/{path}", $"第 {change.Number} 版，随程序的文本已看过");
        await db.SaveChangesAsync(cancellation);
        return Decision.Done;
    }

    private async Task<ShippedChange?> FindAsync(string set, string path, CancellationToken cancellation) =>
        (await OfAsync(set, cancellation)).FirstOrDefault(change => change.Path == path);

    private static Prepared Gone(string path) => Prepared.Refused($"{path} 随程序的文本没有新的变化，或者已经处理过。");
}

/// <summary>A file whose text under the published version has changed.</summary>
/// <param name="Path">Which.</param>
/// <param name="Number">The published version.</param>
/// <param name="Then">The text under it when it was published; null when there was none.</param>
/// <param name="Now">The text under it now; null when there is none any more.</param>
/// <param name="Published">The text in force.</param>
/// <param name="Merged">Both changes in one; null when both touched the same lines.</param>
public sealed record ShippedChange(string Path, int Number, string? Then, string? Now, string Published, string? Merged);
