using FinalAccounts.Documents;
using FinalAccounts.Reading;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Samples;
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
        var set = ShippedSets.Of(key);
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
    [InlineData("whdh-2023")]
    [InlineData("shanghai-made-up")]
    public Task TheSamplesAreReadAsTheyWereWritten(string folder) =>
        Compare(typesetting.Renderer, ImportedSample.Of(folder).Disclosure.Document!, ImportedSample.Of(folder).Set.Set.Theme);

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
