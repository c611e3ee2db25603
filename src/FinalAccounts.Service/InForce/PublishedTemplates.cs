using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.InForce;

/// <summary>The template sets in force: the shipped folders with the published versions of the workbench over them. Drafts and proposals never come in.</summary>
public sealed class PublishedTemplates(FinalAccountsDb db, ServiceOptions options)
{
    /// <summary>Everything as it is at this moment.</summary>
    public async Task<TemplateSnapshot> TakeAsync(CancellationToken cancellation) =>
        (await LayersAsync(cancellation)).InForce;

    /// <summary>The same, with what lies over what.</summary>
    public async Task<TemplateLayers> LayersAsync(CancellationToken cancellation)
    {
        var latest = await db.TemplateVersions
            .Where(version => version.State == TemplateVersionState.Published)
            .GroupBy(version => new { version.Set, version.Path })
            .Select(versions => versions.OrderByDescending(version => version.Number).First())
            .AsNoTracking()
            .ToListAsync(cancellation);
        return new TemplateLayers(TemplateSnapshot.Take(new FolderTemplateSource(options.TemplateFolder), []), latest);
    }
}
