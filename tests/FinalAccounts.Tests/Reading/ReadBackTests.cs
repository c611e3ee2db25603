using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Reading;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Samples;
using FinalAccounts.Templates;
using FinalAccounts.Tests.Rendering.Pdf;

namespace FinalAccounts.Tests.Reading;

/// <summary>Our own output read back: every cell and every sentence as it was written, in each format.</summary>
[Collection(PdfCollection.Name)]
public sealed class ReadBackTests(PdfFixture typesetting)
{
    [Theory]
    [InlineData("hubei-2023")]
    [InlineData("shanghai-2024")]
    public async Task MadeUpUnitsAreReadAsTheyWereWritten(string key)
    {
        var set = new TemplateSetReader(new FolderTemplateSource(Repository.PathOf("templates"))).ReadCompiled(key).Value!;
        foreach (var options in UnitVariety.Batch(3, 21))
        {
            var accounts = ReadAccounts.WithNilTotal(set.Set, SampleUnit.Create(set, options));
            var document = Pipeline.Run(accounts, [], set, null, CancellationToken.None).Document!;

            foreach (var read in await Compare(typesetting.Renderer, document, set.Set.Theme))
            {
                var differences = ReadAccounts.Differences(set, accounts, read);
                Assert.True(differences.Count == 0, $"{read.File}, {accounts.UnitName}: {differences.Count} differences\n{string.Join('\n', differences.Take(20))}");
            }
        }
    }

    [Theory]
    [InlineData("whdh-2023", "hubei-2023")]
    [InlineData("shanghai-made-up", "shanghai-2024")]
    public async Task TheSamplesAreReadAsTheyWereWritten(string sample, string key)
    {
        var set = new TemplateSetReader(new FolderTemplateSource(Repository.PathOf("templates"))).ReadCompiled(key).Value!;
        ImportFile? Load(string name) => File.Exists(Repository.PathOf("samples", sample, name)) ? new ImportFile(name, File.ReadAllBytes(Repository.PathOf("samples", sample, name))) : null;
        var request = new ImportRequest { Tables = Load("公开表.xlsx")!, Facts = Load("文字资料.xlsx")!, PriorTables = Load("上年公开表.xlsx") };
        var accounts = Importer.Import(request, set.Set, CancellationToken.None).Value!;

        await Compare(typesetting.Renderer, Pipeline.Run(accounts, [], set, null, CancellationToken.None).Document!, set.Set.Theme);
    }

    /// <summary>Renders all formats and reads each back; what was read.</summary>
    internal static async Task<IReadOnlyList<PublishedDocument>> Compare(PdfRenderer renderer, Document document, Theme theme)
    {
        var rendered = await new DisclosureRenderer(renderer).RenderAsync(document, theme, OutputFormats.Word | OutputFormats.Pdf | OutputFormats.Html, null, default);
        var documents = new List<PublishedDocument>();
        foreach (var file in rendered.Files)
        {
            var read = DocumentReader.Read($"公开{file.Extension}", file.Bytes, CancellationToken.None);

            var differences = ReadBack.Differences(document, read);
            Assert.True(differences.Count == 0, $"{file.Extension}, {document.Metadata.Title}: {differences.Count} differences\n{string.Join('\n', differences.Take(20))}");
            documents.Add(read);
        }

        return documents;
    }
}
