using FinalAccounts.Documents;
using FinalAccounts.Manifests;
using FinalAccounts.Rendering;
using FinalAccounts.Service.Printing;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Editions;

/// <summary>A file to be added to an edition, with its bytes.</summary>
public sealed record FinalFile(EditionFile File, byte[] Bytes);

/// <summary>Makes the files of an edition that is published over its errors: the document that it keeps, without the notice of a draft, in the formats it has. Nothing else differs.</summary>
public sealed class FinalFiles(Artifacts artifacts, Printers printers, EditionSignatures signatures)
{
    /// <summary>The files and their manifest, which names who decided and why; nothing is stored yet.</summary>
    /// <exception cref="Rendering.Foundations.RenderingException">They could not be made.</exception>
    public async Task<IReadOnlyList<FinalFile>> MakeAsync(Edition edition, string by, string reason, CancellationToken cancellation)
    {
        var stored = DocumentJson.Read(await artifacts.ReadAsync(edition.TextSha256, cancellation));
        var document = stored with { Metadata = stored.Metadata with { DraftNotice = null } };
        var templates = await artifacts.ReadAsync(edition.TemplatesSha256, cancellation);
        var theme = new TemplateSetReader(KeptTemplates.FromJson(templates)).Read(edition.TemplateSet).Value?.Theme
            ?? throw new InvalidDataException($"第{edition.Number}版保存的模板集 {edition.TemplateSet} 不能读取。");
        var drafts = edition.Files.Where(file => file.Draft).ToDictionary(file => file.Format);
        var rendered = await printers.RenderAsync(document, theme, Formats(drafts.Keys), null, cancellation);
        var files = rendered.Files.Select(file => Of(file.Extension.TrimStart('.'), drafts[file.Extension.TrimStart('.')].Name, file.Bytes, file.Pages)).ToList();
        ManifestFile[] inputs =
        [
            ManifestFile.Of("accounts.json", await artifacts.ReadAsync(edition.AccountsSha256, cancellation)),
            ManifestFile.Of("templates.json", templates),
        ];
        files.Add(Of("json", "manifest.json", Manifest(edition, document, rendered, inputs, files, new PublishOverride(by, reason)).ToJson(), null));
        return files;
    }

    /// <summary>With the signature of the manifest that will count, where a key is configured.</summary>
    /// <param name="edition">With its files.</param>
    /// <param name="final">What is added to it.</param>
    public async Task<IReadOnlyList<FinalFile>> SignedAsync(Edition edition, IReadOnlyList<FinalFile> final, CancellationToken cancellation)
    {
        var manifest = final.FirstOrDefault(file => file.File.Format == "json")?.Bytes
            ?? (edition.Files.Find(file => file.Format == "json") is { } stored ? await artifacts.ReadAsync(stored.Sha256, cancellation) : null);
        return manifest is not null && signatures.Sign(manifest) is { } signature ? [.. final, Of(EditionSignatures.Format, EditionSignatures.FileName, signature, null)] : final;
    }

    /// <summary>Stores the bytes, inside the current transaction.</summary>
    public async Task KeepAsync(IReadOnlyList<FinalFile> files, CancellationToken cancellation)
    {
        // In one order for all processes, so that none waits for the other in a circle.
        foreach (var file in files.OrderBy(file => file.File.Sha256, StringComparer.Ordinal))
        {
            await artifacts.PutAsync(file.Bytes, cancellation);
        }
    }

    private static Manifest Manifest(Edition edition, Document document, RenderedDisclosure rendered, ManifestFile[] inputs, IEnumerable<FinalFile> files, PublishOverride exception) =>
        new(
            document.Metadata.Unit, edition.Year, edition.TemplateSet, edition.TemplateSetHash, edition.Program,
            inputs, [.. files.Select(file => ManifestFile.Of(file.File.Name, file.Bytes, file.File.Pages))],
            FindingsJson.Read(edition.Findings).GroupBy(finding => finding.Severity).OrderBy(group => group.Key)
                .ToDictionary(group => group.Key.ToString().ToLowerInvariant(), group => group.Count()),
            rendered.Warnings, Draft: false)
        {
            Override = exception,
        };

    private static FinalFile Of(string format, string name, byte[] bytes, int? pages) => new(
        new EditionFile { Format = format, Draft = false, Name = name, Sha256 = Artifacts.KeyOf(bytes), Size = bytes.LongLength, Pages = pages }, bytes);

    private static OutputFormats Formats(IEnumerable<string> formats) => formats.Aggregate(OutputFormats.None, (all, format) => all | OutputFormatNames.Of(format));
}
