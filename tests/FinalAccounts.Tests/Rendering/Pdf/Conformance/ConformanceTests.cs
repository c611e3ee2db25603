using FinalAccounts.Documents;
using UglyToad.PdfPig;

namespace FinalAccounts.Tests.Rendering.Pdf.Conformance;

/// <summary>The files that are published, against the standards they declare.</summary>
[Collection(PdfCollection.Name)]
public sealed class ConformanceTests(PdfFixture fixture)
{
    public static TheoryData<string> Names() => new(
        ConformingDocuments.Wuhan, ConformingDocuments.Shanghai, ConformingDocuments.EveryBlock,
        "hubei-2023/0", "hubei-2023/1", "shanghai-2024/2", "national-2024/0");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task FileIsWhatPdfUaAsksFor(string name)
    {
        var pdf = (await fixture.PrintedAsync(name)).Pdf.ToArray();

        Assert.Equal([], Matterhorn.Faults(new PdfObjects(PdfObjects.Read(pdf)), Contents(pdf)).Take(20));
    }

    [Theory]
    [InlineData("a-1b")]
    [InlineData("a-2b")]
    [InlineData("a-2u")]
    [InlineData("a-2a")]
    [InlineData("a-3b")]
    [InlineData("a-3u")]
    [InlineData("a-3a")]
    [InlineData("a-4")]
    public async Task FileIsWhatTheAskedPartOfPdfAAsksForAndTaggedAsEver(string standard)
    {
        // What parts differ in shows on every kind of block; a whole disclosure is held against the oldest part and against the one that archives ask for.
        string[] names = standard is "a-1b" or "a-2a" ? [ConformingDocuments.EveryBlock, ConformingDocuments.Shanghai] : [ConformingDocuments.EveryBlock];
        foreach (var name in names)
        {
            var pdf = (await fixture.PrintedAsync(name, PdfStandard.Find(standard)!)).Pdf.ToArray();
            var file = new PdfObjects(PdfObjects.Read(pdf));

            Assert.Equal([], Archive.Faults(pdf, file, standard[2] - '0', standard[3..]).Take(20));
            // What the option costs, as the message says: the declaration, the title in the window's bar, and in PDF 1.4 the heads of tables and the order of tabs. PDF 2.0 has types of its own.
            string[] different = standard switch { "a-1b" => ["09-004", "15-003", "28-008"], "a-4" => ["02-001"], _ => [] };
            Assert.Equal(
                ["06-002 XMP does not say PDF/UA-1", "07-001 no DisplayDocTitle"],
                Matterhorn.Faults(file, Contents(pdf)).Where(fault => !different.Contains(fault[..6])));
        }
    }

    [Fact]
    public async Task WhatAnotherStandardLeavesOutIsSaid()
    {
        var printed = await fixture.PrintedAsync(ConformingDocuments.EveryBlock, PdfStandard.Find("A-2u")!);
        Assert.Contains("按 PDF/A-2u 生成：一个文件只能声明一个标准，所以不声明 PDF/UA-1", printed.Warnings[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void EveryOfferedStandardIsTried() => Assert.Equal(
        PdfStandard.All.Skip(1).Select(standard => standard.Name),
        typeof(ConformanceTests).GetMethod(nameof(FileIsWhatTheAskedPartOfPdfAAsksForAndTaggedAsEver))!
            .GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[0].Value!));

    [Theory]
    [InlineData(ConformingDocuments.Wuhan)]
    [InlineData(ConformingDocuments.Shanghai)]
    public async Task ContentsNameThePageOnWhichEachHeadingIsPrinted(string name)
    {
        var document = ConformingDocuments.Read(name).Document;
        var printed = await fixture.PrintedAsync(name);
        using var pdf = PdfDocument.Open(printed.Pdf.ToArray());
        var file = new PdfObjects(PdfObjects.Read(printed.Pdf.ToArray()));
        var tags = Tag.Roots(file).SelectMany(root => root.WithDescendants).ToList();
        var text = TaggedText.ByContent(pdf);
        string Words(Tag tag) => Html.ExpectedText.Bare(string.Concat(tag.WithDescendants.SelectMany(inner => inner.Contents)
            .Select(content => text.GetValueOrDefault((PageOf(content.Page), content.Id)))));
        int PageOf(string reference) => file.Pages.Index().Single(page => page.Item == reference).Index + 1;

        // Headings are tagged in the document's order, whatever they say.
        var headings = document.Blocks.OfType<Heading>().ToList();
        var standing = tags.Where(tag => tag.Type is ['H', >= '1' and <= '6'])
            .Select(tag => PageOf(tag.WithDescendants.SelectMany(inner => inner.Contents).First().Page)).ToList();
        Assert.Equal(headings.Select(heading => printed.Pages.Pages[heading.Id]), standing);

        var listed = headings.Zip(standing).Where(pair => pair.First.InContents).ToList();
        Assert.NotEmpty(listed);
        Assert.Equal(
            listed.Select(pair => Html.ExpectedText.Bare(pair.First.ContentsText ?? Html.ExpectedText.Of(pair.First.Inlines)) + pair.Second),
            tags.Where(tag => tag.Type == "Reference").Select(Words));
        // And the entry leads there.
        var places = file.Dictionary(file.Dictionary(file.Catalog["/Names"])!["/Dests"])!["/Names"]!.AsArray().Chunk(2)
            .ToDictionary(pair => PdfObjects.Text(pair[0])!, pair => PageOf(PdfObjects.Text(file.Array(pair[1]).First())!));
        Assert.Equal(
            listed.Select(pair => pair.Second),
            tags.Where(tag => tag.Type == "Link").Select(tag => places[PdfObjects.Text(file.Dictionary(tag.Annotations[0])!["/Dest"])!]));
    }

    private static List<PageContent> Contents(byte[] pdf)
    {
        using var file = PdfDocument.Open(pdf);
        return [.. file.GetPages().Select(PageContent.Of)];
    }
}
