using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Tests.Rendering.Pdf;

namespace FinalAccounts.Tests.Rendering;

public sealed class DisclosureRendererTests
{
    [Fact]
    public async Task WebPageAndWorkbookNeedNoLayout()
    {
        await using var pdf = new PdfRenderer(new PrintOptions { NodePath = "/nowhere/node" }, PdfFixture.Fonts);
        var renderer = new DisclosureRenderer(pdf);

        var rendered = await renderer.RenderAsync(SampleDocument.Create(), new Theme(), OutputFormats.Html | OutputFormats.Excel, null, default);

        Assert.Equal([".html", ".xlsx"], rendered.Files.Select(file => file.Extension));
        Assert.Null(rendered.Pages);
        await Assert.ThrowsAsync<RenderingException>(() => renderer.RenderAsync(SampleDocument.Create(), new Theme(), OutputFormats.Word, null, default));
    }
}
