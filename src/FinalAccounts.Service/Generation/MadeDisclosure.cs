using FinalAccounts.Documents;
using FinalAccounts.Manifests;
using FinalAccounts.Rendering;
using FinalAccounts.Service.InForce;

namespace FinalAccounts.Service.Generation;

/// <summary>A disclosure before it is stored: its files, its text, its manifest.</summary>
internal sealed record MadeDisclosure(
    IReadOnlyList<MadeFile> Files, byte[] Text, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Warnings)
{
    /// <summary>Whether the files say that they are a draft.</summary>
    public required bool Draft { get; init; }

    /// <summary>Puts together what an edition keeps.</summary>
    public static MadeDisclosure Of(Inputs inputs, Disclosure disclosure, RenderedDisclosure rendered)
    {
        var document = disclosure.Document!;
        var name = SafeFileName.Of(document.Metadata.FileName ?? document.Metadata.Title);
        var files = rendered.Files.Select(file => new MadeFile(FormatOf(file.Extension), name + file.Extension, file.Bytes, file.Pages)).ToList();
        var manifest = new Manifest(
            inputs.Data.Accounts.UnitName, inputs.Data.Accounts.FiscalYear, inputs.TemplateSet, inputs.Templates.Hash, InputGatherer.Program,
            [ManifestFile.Of("accounts.json", inputs.Data.Json), ManifestFile.Of("templates.json", inputs.Templates.Files)],
            [.. files.Select(file => ManifestFile.Of(file.Name, file.Bytes, file.Pages))],
            disclosure.Findings.GroupBy(finding => finding.Severity).OrderBy(group => group.Key)
                .ToDictionary(group => group.Key.ToString().ToLowerInvariant(), group => group.Count()),
            rendered.Warnings,
            Draft: !disclosure.Publishable);
        files.Add(new MadeFile("json", "manifest.json", manifest.ToJson(), null));
        return new MadeDisclosure(files, DocumentJson.Write(document), disclosure.Findings, rendered.Warnings)
        {
            Draft = document.Metadata.DraftNotice is not null,
        };
    }

    private static string FormatOf(string extension) => extension.TrimStart('.');
}

/// <summary>A file of a disclosure in memory.</summary>
/// <param name="Format">docx, pdf, html, xlsx or json.</param>
internal sealed record MadeFile(string Format, string Name, byte[] Bytes, int? Pages);
