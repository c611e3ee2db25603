using FinalAccounts.Service.Hosting;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Templates;

/// <summary>The template sets in force: the shipped folders with the published versions of the workbench over them. Drafts and proposals never come in.</summary>
public sealed class PublishedTemplates(FinalAccountsDb db, ServiceOptions options)
{
    /// <summary>Everything as it is at this moment.</summary>
    public async Task<TemplateSnapshot> TakeAsync(CancellationToken cancellation)
    {
        var latest = await db.TemplateVersions
            .Where(version => version.State == TemplateVersionState.Published)
            .GroupBy(version => new { version.Set, version.Path })
            .Select(versions => versions.OrderByDescending(version => version.Number).First())
            .AsNoTracking()
            .ToListAsync(cancellation).ConfigureAwait(false);

        // A version without content gives way to the shipped file again.
        return TemplateSnapshot.Take(
            new FolderTemplateSource(options.TemplateFolder),
            latest.Where(version => version.Content is not null).Select(version => (version.Set, version.Path, version.Content!)));
    }
}
