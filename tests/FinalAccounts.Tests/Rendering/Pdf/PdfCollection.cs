using System.Text.Json.Nodes;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Rendering.Typefaces;
using FinalAccounts.Tests.Rendering.Pdf.Conformance;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace FinalAccounts.Tests.Rendering.Pdf;

/// <summary>The tests that need the worker: one at a time, on one warm worker, with one printed sample.</summary>
[CollectionDefinition(Name)]
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

    /// <summary>The printed sample's objects; who changes them takes a copy.</summary>
    internal JsonNode Objects { get; private set; } = null!;

    /// <summary>What the printed sample's pages paint.</summary>
    internal IReadOnlyList<PageContent> Contents { get; private set; } = [];

    private readonly Dictionary<(string Name, string? Standard), PrintResult> printed = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>One of the <see cref="ConformingDocuments"/> as printed; once for all who ask.</summary>
    internal async Task<PrintResult> PrintedAsync(string name, PdfStandard? standard = null)
    {
        if (!printed.TryGetValue((name, standard?.Name), out var result))
        {
            var (document, theme) = ConformingDocuments.Read(name);
            result = printed[(name, standard?.Name)] = await Renderer.PrintAsync(document, standard is null ? theme : theme with { PdfStandard = standard });
        }

        return result;
    }

    public async Task InitializeAsync()
    {
        Printed = await Renderer.PrintAsync(Sample, new Theme());
        Objects = PdfObjects.Read(Printed.Pdf.ToArray());
        using var pdf = PdfDocument.Open(Printed.Pdf.ToArray());
        Contents = [.. pdf.GetPages().Select(PageContent.Of)];
    }

    /// <summary>A browser for all who look at a page; started for the first.</summary>
    internal async Task<IBrowser> BrowserAsync()
    {
        playwright ??= await Playwright.CreateAsync();
        return browser ??= await Chromium.LaunchAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        await Renderer.DisposeAsync();
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
