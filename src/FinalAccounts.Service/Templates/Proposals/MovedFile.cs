using FinalAccounts.Comparison;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>A file that somebody else has published since a proposal was prepared.</summary>
/// <param name="Path">Which.</param>
/// <param name="Base">The text that the proposal is based on; null when there was none.</param>
/// <param name="Now">The text in force; null when there is none any more.</param>
/// <param name="Merged">Both changes in one; null when both touched the same lines.</param>
public sealed record MovedFile(string Path, string? Base, string? Now, string? Merged)
{
    /// <summary>Those of a proposal.</summary>
    internal static IReadOnlyList<MovedFile> In(TemplateProposal proposal, TemplateLayers layers) =>
    [
        .. ProposedFile.Read(proposal.Files)
            .Select(file => (file, now: layers.Find(proposal.Set, file.Path)?.Text))
            .Where(pair => pair.now != pair.file.Base)
            .Select(pair => Of(pair.file, pair.now)),
    ];

    internal static MovedFile Of(ProposedFile file, string? now) => new(
        file.Path, file.Base, now, file is { Content: { } proposed, Base: { } basis } && now is not null ? ThreeWayMerge.Of(basis, proposed, now).Text : null);
}
