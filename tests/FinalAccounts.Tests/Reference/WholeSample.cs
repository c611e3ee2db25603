using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Tests.Rendering.Html;
using FinalAccounts.Tests.Rendering.Pdf;
using FinalAccounts.Tests.Word;
using UglyToad.PdfPig;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Reference;

/// <summary>The sample's two workbooks taken through the whole pipeline once, as the command line does it.</summary>
public sealed class WholeSample : IAsyncLifetime
{
    internal CompiledSet Set { get; } = ImportedSample.Wuhan.Set;

    internal DepartmentAccounts Accounts { get; } = ImportedSample.Wuhan.Accounts;

    internal Disclosure Disclosure { get; } = ImportedSample.Wuhan.Disclosure;

    internal Document Document => Disclosure.Document!;

    internal RenderedDisclosure Rendered { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await using var pdf = new PdfRenderer(new PrintOptions(), PdfFixture.Fonts);
        Rendered = await new DisclosureRenderer(pdf).RenderAsync(Document, Set.Set.Theme, OutputFormats.All, null, default);
        using var word = WordSample.Open(File(OutputFormats.Word));
        WordText = ExpectedText.Bare(string.Concat(WordSample.Body(word).Descendants<W.Text>().Select(text => text.Text)));
        using var print = PdfDocument.Open(File(OutputFormats.Pdf));
        PdfText = ExpectedText.Bare(TaggedText.Of(print));
    }

    /// <summary>All words of the Word file, without white space.</summary>
    internal string WordText { get; private set; } = "";

    /// <summary>All tagged words of the PDF in their order, without white space.</summary>
    internal string PdfText { get; private set; } = "";

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Import to document, anew.</summary>
    internal (DepartmentAccounts Accounts, Disclosure Disclosure) Run()
    {
        var imported = Importer.Import(ImportedSample.Wuhan.Request, Set.Set, CancellationToken.None);
        return (imported.Value!, Pipeline.Run(imported.Value!, imported.Findings, Set, null, CancellationToken.None));
    }

    internal byte[] File(OutputFormats format) => Rendered.Files.Single(file => file.Format == format).Bytes;
}
