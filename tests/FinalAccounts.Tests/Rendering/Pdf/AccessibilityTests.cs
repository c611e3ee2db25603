using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Templates;
using Microsoft.Playwright;

namespace FinalAccounts.Tests.Rendering.Pdf;

[Collection(PdfCollection.Name)]
public sealed class AccessibilityTests
{
    [Theory]
    [InlineData(1400, 1000)]
    [InlineData(390, 844)]
    public Task PageHasNoSeriousAxeFindingsAndDoesNotScrollSideways(int width, int height) =>
        Check(HtmlRenderer.Render(SampleDocument.Create(1, "草稿，不得公开"), new Theme()), width, height);

    [Fact]
    public async Task ThePageOfShanghaiHasNoSeriousAxeFindingsOnAPhone()
    {
        ImportFile Load(string name) => new(name, File.ReadAllBytes(Repository.PathOf("samples", "shanghai-made-up", name)));
        var set = new TemplateSetReader(new FolderTemplateSource(Repository.PathOf("templates"))).ReadCompiled("shanghai-2024").Value!;
        var imported = Importer.Import(
            new ImportRequest { Tables = Load("公开表.xlsx"), Facts = Load("文字资料.xlsx"), PriorTables = Load("上年公开表.xlsx") }, set.Set, CancellationToken.None);
        var document = Pipeline.Run(imported.Value!, imported.Findings, set, null, CancellationToken.None).Document!;

        await Check(HtmlRenderer.Render(document, set.Set.Theme), 390, 844);
    }

    /// <summary>Opens the page in a window of this size and asserts that nobody is kept out.</summary>
    internal static async Task Check(string html, int width, int height)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.File,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
        });
        var page = await browser.NewPageAsync(new() { BypassCSP = true, ViewportSize = new() { Width = width, Height = height } });
        await page.SetContentAsync(html);
        Assert.Empty(await Axe.SeriousAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
