using FinalAccounts.Documents;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Rendering.Typefaces;

namespace FinalAccounts.Tests.Rendering.Pdf;

/// <summary>The tests that need the worker: one at a time, on one warm worker, with one printed sample.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PdfCollection : ICollectionFixture<PdfFixture>
{
    internal const string Name = "typesetting";
}

/// <summary>A renderer and the sample printed with it.</summary>
public sealed class PdfFixture : IAsyncLifetime
{
    internal static readonly FontCatalog Fonts = FontCatalog.ReadInstalled();

    internal Document Sample { get; } = SampleDocument.Create(annexes: 2, draftNotice: "草稿，不得公开");

    internal PdfRenderer Renderer { get; } = new(new PrintOptions(), Fonts);

    internal PrintResult Printed { get; private set; } = null!;

    public async Task InitializeAsync() => Printed = await Renderer.PrintAsync(Sample, new Theme());

    public async Task DisposeAsync() => await Renderer.DisposeAsync();
}
