using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>The versions of a proposal as they take the place of those in force.</summary>
internal static class VersionsInForce
{
    /// <summary>Makes them count from now on; nothing is saved yet.</summary>
    public static async Task PutAsync(FinalAccountsDb db, TemplateProposal proposal, TemplateLayers layers, DateTimeOffset now, CancellationToken cancellation)
    {
        var texts = ProposedFile.Read(proposal.Files).ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
        foreach (var version in await db.TemplateVersions.Where(version => version.ProposalId == proposal.Id).ToListAsync(cancellation))
        {
            var former = layers.Published(version.Set, version.Path)?.Number ?? 0;
            if (former > version.Number)
            {
                version.Number = await db.TemplateVersions.Where(other => other.Set == version.Set && other.Path == version.Path).MaxAsync(other => other.Number, cancellation) + 1;
            }

            (version.Content, version.Follows, version.Below) = (texts[version.Path], former, layers.Below(version.Set, version.Path)?.Text);
            (version.State, version.DecidedBy, version.DecidedAt, version.Decision) = (TemplateVersionState.Published, proposal.DecidedBy, now, proposal.Decision);
        }
    }
}
