using FinalAccounts.Documents;
using FinalAccounts.Manifests;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Site;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using Microsoft.Extensions.Logging;

namespace FinalAccounts.Service.Editions;

/// <summary>The static site of published editions, where the administrator has named a folder for it: a published edition takes the place of its unit's former one.</summary>
public sealed partial class PublicSite(ServiceOptions options, Artifacts artifacts, ILogger<PublicSite> log)
{
    /// <summary>Puts the edition on the site. What fails is logged and changes neither the site nor the edition, which is public all the same.</summary>
    public async Task PutAsync(Edition edition, CancellationToken cancellation)
    {
        if (options.Site is not { Length: > 0 } folder)
        {
            return;
        }

        try
        {
            var stored = DocumentJson.Read(await artifacts.ReadAsync(edition.TextSha256, cancellation));
            var document = stored with { Metadata = stored.Metadata with { DraftNotice = null } };
            var files = new List<RenderedFile>();
            foreach (var file in EditionNames.Current(edition.Files).Where(file => file.Format is not ("json" or EditionSignatures.Format)))
            {
                files.Add(new RenderedFile(OutputFormatNames.Of(file.Format), "." + file.Format, await artifacts.ReadAsync(file.Sha256, cancellation), file.Pages));
            }

            var address = Uri.TryCreate(options.SiteAddress, UriKind.Absolute, out var place) ? place : null;
            new SiteFolder(folder, null, address).Update(
                [new SiteAddition(SafeFileName.Of(document.Metadata.Unit), SafeFileName.Of(document.Metadata.Title), document, files)], []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or Rendering.Foundations.RenderingException)
        {
            Failed(exception, edition.Id, folder);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The site {Folder} was not updated with edition {Id}.")]
    private partial void Failed(Exception exception, long id, string folder);
}
