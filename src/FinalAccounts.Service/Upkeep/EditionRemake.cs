using FinalAccounts.Rendering;
using FinalAccounts.Service.Editions;
using FinalAccounts.Service.Generation;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Printing;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Upkeep;

/// <summary>An edition made once more from the inputs that it keeps, as its run made it; nothing is stored.</summary>
internal sealed class EditionRemake(Artifacts artifacts, CompiledSets sets, Printers printers, FinalFiles finals)
{
    /// <summary>What differs from what is stored, byte by byte: names of files and parts; none when all is the same.</summary>
    /// <param name="edition">With its files and events.</param>
    /// <exception cref="InvalidDataException">An input is missing or cannot be read.</exception>
    public async Task<IReadOnlyList<string>> DifferencesAsync(Edition edition, CancellationToken cancellation)
    {
        var made = await MakeAsync(edition, cancellation);
        var differences = new List<string>();
        if (FindingsJson.Write(made.Findings) != edition.Findings)
        {
            differences.Add("核对结果");
        }

        if (Artifacts.KeyOf(made.Text) != edition.TextSha256)
        {
            differences.Add("文档内容");
        }

        differences.AddRange(Differing(edition.Files.Where(file => file.Draft == made.Draft && file.Format != EditionSignatures.Format), made.Files.Select(file => (file.Format, file.Bytes))));
        if (made.Draft && edition.Files.Any(file => !file.Draft))
        {
            var published = edition.Events.Last(change => change.State == EditionState.Published);
            var final = await finals.MakeAsync(edition, published.By, published.Comment!, cancellation);
            differences.AddRange(Differing(edition.Files.Where(file => !file.Draft && file.Format != EditionSignatures.Format), final.Select(file => (file.File.Format, file.Bytes))).Select(name => name + "（公开的）"));
        }

        return differences;
    }

    private async Task<MadeDisclosure> MakeAsync(Edition edition, CancellationToken cancellation)
    {
        var kept = KeptTemplates.FromJson(await artifacts.ReadAsync(edition.TemplatesSha256, cancellation));
        var loaded = sets.Load(TemplateSnapshot.Take(kept, []), edition.TemplateSet);
        if (loaded.Set is not { } set || loaded.Hash != edition.TemplateSetHash)
        {
            throw new InvalidDataException($"保存的模板集 {edition.TemplateSet} 不能读取，或与记录的校验值不符。");
        }

        var json = await artifacts.ReadAsync(edition.AccountsSha256, cancellation);
        var accounts = AccountsFinder.Read(json, edition.Year, set.Set, cancellation).Value ?? throw new InvalidDataException("保存的数据不能读取。");
        var findings = FindingsJson.Read(edition.Findings).TakeWhile(OfImport).ToList();
        var inputs = new Inputs(new AccountsInForce(edition.ImportId, accounts, json, findings), edition.TemplateSet, loaded, edition.InputsHash);
        var disclosure = Pipeline.Run(accounts, findings, set, null, cancellation);
        var document = disclosure.Document ?? throw new InvalidDataException("由保存的数据和模板集做不出文档。");
        return MadeDisclosure.Of(inputs, disclosure, await printers.RenderAsync(document, set.Set.Theme, FormatsOf(edition), null, cancellation));
    }

    // They come first, as the run had them.
    private static bool OfImport(Finding finding) => finding.Rule.StartsWith("IMP-", StringComparison.Ordinal) || finding.Rule.StartsWith("COR-", StringComparison.Ordinal);

    private static OutputFormats FormatsOf(Edition edition) => edition.Files.Aggregate(OutputFormats.None, (all, file) => all | OutputFormatNames.Of(file.Format));

    private static IEnumerable<string> Differing(IEnumerable<EditionFile> stored, IEnumerable<(string Format, byte[] Bytes)> made)
    {
        var bytes = made.ToDictionary(file => file.Format, file => file.Bytes);
        return stored.Where(file => !bytes.TryGetValue(file.Format, out var again) || Artifacts.KeyOf(again) != file.Sha256).Select(file => file.Name);
    }
}
