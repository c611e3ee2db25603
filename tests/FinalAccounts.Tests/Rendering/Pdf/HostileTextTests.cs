using FinalAccounts.Documents;
using FinalAccounts.Rendering.Layout;
using FinalAccounts.Rendering.Typst.Worker;
using FinalAccounts.Tests.Rendering.Html;
using UglyToad.PdfPig;

namespace FinalAccounts.Tests.Rendering.Pdf;

/// <summary>Text that means something to the compiler, wherever data can stand: it is printed as it is, and nothing is read.</summary>
[Collection(PdfCollection.Name)]
public sealed class HostileTextTests(PdfFixture fixture)
{
    public static TheoryData<string> Hostile() => new(
        "#", "$", "]", "[", "\\", "//", "/*", "*/", "`", "```", "\"", "\\\"", "\\u{41}", "{", "}", ")", "_x_", "*x*", "= x", "- x", "+ x", "/ x: y", "~", "--", "...", "'x'",
        "#read(\"/etc/passwd\")", "#import \"/etc/passwd\"", "#include \"x.typ\"", "#import \"@preview/a:0.1.0\": *", "\"+read(\"/etc/passwd\")+\"",
        "@ref", "<label>", "#panic()", "#set page(width: 1pt)", "$ x^2 $", "https://example.cn/a?b=c", "#eval(\"1\")", "\\\n", "&lt;", "<b>", "%PDF", "(\\)");

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task TextIsPrintedAsItIsInEveryKindOfBlock(string hostile)
    {
        var document = Full(hostile);

        var printed = await fixture.Renderer.PrintAsync(document, new Theme());

        using var pdf = PdfDocument.Open(printed.Pdf.ToArray());
        Assert.Equal(ExpectedText.Of(PagedDocument.Of(document, new Theme()), printed.Pages, markers: true), ExpectedText.Bare(TaggedText.Of(pdf)));
        Assert.Equal(ExpectedText.Bare(document.Metadata.Title), ExpectedText.Bare(pdf.Information.Title!));
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(
            document.Blocks.OfType<Heading>().Select(heading => ExpectedText.Bare(ExpectedText.Of(heading.Inlines))),
            bookmarks.GetNodes().Select(node => ExpectedText.Bare(node.Title)));
    }

    [Theory]
    [InlineData("#read(\"/etc/passwd\")")]
    [InlineData("#read(\"../../../../etc/passwd\")")]
    [InlineData("#read(\"package.json\")")]
    [InlineData("#read(\"worker.mjs\")")]
    [InlineData("#include \"/etc/hostname\"")]
    [InlineData("#import \"/worker.mjs\"")]
    [InlineData("#image(\"/etc/passwd\")")]
    [InlineData("#import \"@preview/example:0.1.0\": *")]
    public async Task EvenCodeOfOurOwnFindsNothingToRead(string code)
    {
        await using var worker = WorkerProcess.Start(NodeFile.Find(null), NodeFile.Script);

        var (answer, body) = await worker.AskAsync(new WorkerRequest([], ["ua-1"], 1), "#set document(title: \"x\")\n" + code, CancellationToken.None);

        Assert.NotNull(answer.Error);
        Assert.Empty(body);
        Assert.DoesNotContain(answer.Error, error => error.Contains("root:", StringComparison.Ordinal));
    }

    // The hostile words in every place that a name, a text or a number can take.
    private static Document Full(string hostile)
    {
        var text = $"甲{hostile}乙";
        Inline[] inlines = [new Text(text), new Strong([new Text(text)]), new LineBreak(), Number()];
        Block[] blocks =
        [
            new Heading(1, [new Text(text)], "part") { Style = HeadingStyle.Part, InContents = true, ContentsText = text },
            new Heading(2, inlines, "two") { InContents = true },
            .. Enum.GetValues<ParagraphStyle>().Select(style => new Paragraph(inlines, style)),
            new ListBlock(true, [inlines, [new Text(text)]]),
            new ListBlock(false, [inlines]),
            new Heading(3, [new Text(text)], "table") { Style = HeadingStyle.TableTitle },
            .. Enum.GetValues<TableKind>().Select(kind => new Table(
                $"t-{kind}", [new TableColumn(1), new TableColumn(1, CellAlign.Right)],
                [new TableRow([Cell(), Cell()])],
                [new TableRow([Cell(), new TableCell([Number()])]), new TableRow([Cell() with { ColumnSpan = 2, Header = true }]) { Total = true, Key = text }])
            {
                Kind = kind, Title = text, SheetName = text, Frame = new TableFrame(text, text, text),
            }),
            .. Enum.GetValues<ChartKind>().Select(kind => new Chart(
                $"c-{kind}", kind, text, text, [text, text + "丙"], [new ChartSeries(text, [Number(), Number()])])),
        ];
        return new Document(
            new DocumentMetadata(text, text, 2023, DateTimeOffset.UnixEpoch, text),
            [
                new Section(new PageSetup(PageOrientation.Portrait, Numbered: false), [new Cover([text], text, [new CoverLine(text, text)])]),
                new Section(new PageSetup(), [new TableOfContents(text)]),
                new Section(new PageSetup(), blocks),
            ]);

        TableCell Cell() => new([new Text(text)]);
        Figure Number() => new(text, 1, text, SampleDocument.CellOrigin(text, text, text, 1));
    }
}
