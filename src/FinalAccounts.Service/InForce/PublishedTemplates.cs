using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.InForce;

/// <summary>The template sets in force: the shipped folders with the published versions of the workbench over them. Drafts and proposals never come in.</summary>
public sealed class PublishedTemplates(FinalAccountsDb db, KeptLayers kept, ServiceOptions options)
{
    private IQueryable<TemplateVersion> Versions => db.TemplateVersions.AsNoTracking().Where(version => version.State == TemplateVersionState.Published);

    /// <summary>Everything as it is at this moment.</summary>
    public async Task<TemplateSnapshot> TakeAsync(CancellationToken cancellation) =>
        (await LayersAsync(cancellation)).InForce;

    /// <summary>The same, with what lies over what.</summary>
    public async Task<TemplateLayers> LayersAsync(CancellationToken cancellation)
    {
        var folder = new FolderTemplateSource(options.TemplateFolder);

        // What a published version says never changes, and none is taken back: their number and the latest tell of every other.
        var published = await Versions.GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Id = all.Max(version => version.Id), At = all.Max(version => version.DecidedAt) })
            .SingleOrDefaultAsync(cancellation);
        return await kept.OfAsync($"{folder.Stamp()} {published?.Count} {published?.Id} {published?.At:O}", () => ReadAsync(folder, cancellation), cancellation);
    }

    private async Task<TemplateLayers> ReadAsync(FolderTemplateSource folder, CancellationToken cancellation)
    {
        var latest = await Versions
            .GroupBy(version => new { version.Set, version.Path })
            .Select(versions => versions.OrderByDescending(version => version.Number).First())
            .ToListAsync(cancellation);
        return new TemplateLayers(
            TemplateSnapshot.Take(folder, []),
            latest.Select(version => new PublishedFile(version.Set, version.Path, version.Number, version.Content)));
    }
}
