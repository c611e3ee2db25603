using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>Every version of a set's file: the shipped or inherited text as number 0, and all that were proposed since.</summary>
public sealed class TemplateHistory(FinalAccountsDb db, PublishedTemplates published, ProposalPreparation preparation)
{
    /// <summary>The versions, the latest first; empty when the set has no such file and never had.</summary>
    public async Task<IReadOnlyList<FileVersion>> OfAsync(string set, string path, CancellationToken cancellation)
    {
        var layers = await published.LayersAsync(cancellation);
        var versions = await db.TemplateVersions.AsNoTracking().Where(version => version.Set == set && version.Path == path)
            .OrderByDescending(version => version.Number).ToListAsync(cancellation);
        var below = layers.InForce.Sets.Contains(set) ? layers.Below(set, path) : null;
        var inForce = layers.Published(set, path)?.Number ?? 0;
        var waiting = await WaitingAsync(versions, cancellation);
        var found = versions.ConvertAll(version => new FileVersion(version.Number, version.Content ?? below?.Text, version.Number == inForce)
        {
            Version = version, Waits = version.State == TemplateVersionState.Proposed && version.ProposalId is { } id ? waiting.GetValueOrDefault(id) : null,
        });
        if (below is { } under)
        {
            found.Add(new FileVersion(0, under.Text, inForce == 0) { Owner = under.Owner });
        }

        return found;
    }

    private async Task<Dictionary<Guid, Beginning>> WaitingAsync(List<TemplateVersion> versions, CancellationToken cancellation)
    {
        var proposals = versions.Select(version => version.ProposalId).OfType<Guid>().ToList();
        return await db.TemplateProposals.Where(proposal => proposals.Contains(proposal.Id) && proposal.State == TemplateProposalState.Approved)
            .ToDictionaryAsync(proposal => proposal.Id, proposal => new Beginning(proposal.StartsOn), cancellation);
    }

    /// <summary>Prepares to bring a version's text back: tried and approved like any change.</summary>
    public async Task<Prepared> RestoreAsync(string set, string path, int number, string by, CancellationToken cancellation)
    {
        var versions = await OfAsync(set, path, cancellation);
        return versions.FirstOrDefault(version => version.Number == number) is not { } wanted ? Prepared.Refused($"{path} 没有第 {number} 版。")
            : await preparation.PrepareAsync(
                set, TemplateProposalKind.Restore, [(path, number == 0 ? null : wanted.Text)],
                number == 0 ? $"恢复{wanted.Name}" : $"恢复为第 {number} 版（{wanted.Version!.Message}）", by, cancellation);
    }
}

/// <summary>A version of a file.</summary>
/// <param name="Number">1, 2, 3 …; 0 for the text that came with the program or is inherited.</param>
/// <param name="Text">What it says; null for a version that removed the file.</param>
/// <param name="InForce">Whether it counts.</param>
public sealed record FileVersion(int Number, string? Text, bool InForce)
{
    /// <summary>Who, when, why; null for number 0.</summary>
    public TemplateVersion? Version { get; init; }

    /// <summary>Of one that is approved and waits, when it begins; else null.</summary>
    public Beginning? Waits { get; init; }

    /// <summary>Of number 0, the set it comes from.</summary>
    public string? Owner { get; init; }

    /// <summary>What it is called.</summary>
    public string Name => Number > 0 ? $"第 {Number} 版" : "随程序的文本";
}
