using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Layout;
using FinalAccounts.Tests.Rendering;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Word;

public sealed class WordRendererTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("草稿　未经审定", true)]
    [InlineData(null, false)]
    public void TheValidatorFindsNothing(string? draft, bool withPages)
    {
        var document = SampleDocument.Create(annexes: 2, draft);
        using var file = WordSample.Open(WordSample.Render(document, withPages ? WordSample.PagesOf(document) : null));
        foreach (var version in new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(file)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public void TheTextIsTheDocumentsTextInItsOrder()
    {
        using var file = WordSample.Open();
        var lines = WordSample.Body(file).Descendants<W.Paragraph>().Select(Text).Where(line => line.Length > 0);
        Assert.Equal(DocumentLines.Of(PagedDocument.Of(WordSample.Document, new Theme()), WordSample.Pages), lines);
    }

    [Fact]
    public void TwoRendersAreByteIdentical() =>
        Assert.Equal(WordSample.File, WordSample.Render(WordSample.Document, WordSample.Pages));

    [Fact]
    public void TheSampleHasEveryKindOfBlockAndInlineSoThatEachIsProvenToRender()
    {
        var blocks = WordSample.Document.Blocks.ToList();
        var inlines = blocks.SelectMany(Inlines).SelectMany(Deep).ToList();
        Assert.Equal(Kinds<Block>(), Names(blocks));
        Assert.Equal(Kinds<Inline>(), Names(inlines));
    }

    [Theory]
    [InlineData(0x0001)]
    [InlineData(0xD842)]
    [InlineData(0xFFFE)]
    public void CharactersThatXmlCannotHoldAreRefusedByCodePoint(int character)
    {
        var text = $"办公{(char)character}经费";
        var error = Assert.Throws<RenderingException>(() => WordSample.Render(WordSample.Of(SampleDocument.Body(text))));
        Assert.Contains($"第3个字符（U+{character:X4}）", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CharactersOutsideTheBasicPlaneAreKept()
    {
        using var file = WordSample.Open(WordSample.Render(WordSample.Of(SampleDocument.Body("𠮷 <&> “ ”"))));
        Assert.Equal("𠮷 <&> “ ”", WordSample.Body(file).InnerText);
    }

    [Fact]
    public void PropertiesNameTitleUnitAndTheMomentOfTheMetadata()
    {
        using var file = WordSample.Open();
        Assert.Equal(WordSample.Document.Metadata.Title, file.PackageProperties.Title);
        Assert.Equal(SampleDocument.Unit, file.PackageProperties.Creator);
        Assert.Equal(new DateTime(2024, 9, 29, 1, 0, 0, DateTimeKind.Utc), file.PackageProperties.Created!.Value.ToUniversalTime());
    }

    [Fact]
    public void TheDraftNoticeStandsOnTheCoverAndInTheHeader()
    {
        using var file = WordSample.Open(WordSample.Render(SampleDocument.Create(annexes: 1, "草稿　未经审定")));
        Assert.Equal("草稿　未经审定", WordSample.Body(file).Descendants<W.Paragraph>().First().InnerText);
        var numbered = WordSample.Body(file).Descendants<W.SectionProperties>().Skip(1);
        Assert.All(numbered.SelectMany(section => section.Elements<W.HeaderReference>()), reference =>
            Assert.Equal("草稿　未经审定", ((DocumentFormat.OpenXml.Packaging.HeaderPart)file.MainDocumentPart!.GetPartById(reference.Id!)).Header.InnerText));
    }

    [Fact]
    public void PageNumbersStandRightOnOddPagesLeftOnEvenOnesAndNotOnTheCover()
    {
        using var file = WordSample.Open();
        Assert.NotNull(file.MainDocumentPart!.DocumentSettingsPart!.Settings.GetFirstChild<W.EvenAndOddHeaders>());
        var sections = WordSample.Body(file).Descendants<W.SectionProperties>().ToList();
        Assert.Equal(WordSample.Document.Sections.Count, sections.Count);
        Assert.Equal(["", ""], Footers(sections[0]).Select(footer => footer.InnerText));
        var (odd, even) = (Footers(sections[1])[0], Footers(sections[1])[1]);
        Assert.Equal("—  PAGE 1 —", odd.InnerText);
        Assert.Equal(W.JustificationValues.Right, odd.Descendants<W.Justification>().Single().Val!.Value);
        Assert.Equal(W.JustificationValues.Left, even.Descendants<W.Justification>().Single().Val!.Value);

        List<W.Footer> Footers(W.SectionProperties section) => section.Elements<W.FooterReference>()
            .OrderBy(reference => reference.Type!.Value == W.HeaderFooterValues.Even)
            .Select(reference => ((DocumentFormat.OpenXml.Packaging.FooterPart)file.MainDocumentPart!.GetPartById(reference.Id!)).Footer).ToList();
    }

    [Fact]
    public void PagesAreA4WithTheThemesMarginsAndTurnForWideTables()
    {
        using var file = WordSample.Open();
        var sections = WordSample.Body(file).Descendants<W.SectionProperties>().ToList();
        var (portrait, landscape) = (sections[3].GetFirstChild<W.PageSize>()!, sections[4].GetFirstChild<W.PageSize>()!);
        Assert.Equal((11906u, 16838u), (portrait.Width!.Value, portrait.Height!.Value));
        Assert.Equal((16838u, 11906u), (landscape.Width!.Value, landscape.Height!.Value));
        Assert.Equal(W.PageOrientationValues.Landscape, landscape.Orient!.Value);
        var margins = sections[3].GetFirstChild<W.PageMargin>()!;
        Assert.Equal((2098, 1984, 1587u, 1474u), (margins.Top!.Value, margins.Bottom!.Value, margins.Left!.Value, margins.Right!.Value));
    }

    [Fact]
    public void APageBreakMovesToTheParagraphThatFollows()
    {
        using var file = WordSample.Open(WordSample.Render(WordSample.Of(SampleDocument.Body("前"), new PageBreak(), SampleDocument.Body("后"))));
        var paragraphs = WordSample.Body(file).Elements<W.Paragraph>().ToList();
        Assert.Equal(["前", "后"], paragraphs.Select(Text));
        Assert.NotNull(paragraphs[1].ParagraphProperties!.PageBreakBefore);
    }

    [Fact]
    public void ALongCentredTitleIsNarrowedToLinesOfAboutEqualLength()
    {
        var title = new Heading(2, [new Text("二〇二三年度示范市数据管理局智慧平台一期工程建设项目绩效自评表")], "h") { Style = HeadingStyle.TableTitle };
        var brief = new Heading(2, [new Text("绩效自评表")], "k") { Style = HeadingStyle.TableTitle };
        using var file = WordSample.Open(WordSample.Render(WordSample.Of(title, brief)));
        var paragraphs = WordSample.Body(file).Elements<W.Paragraph>().ToList();
        // 31 characters of 16 pt: two lines of at most 16.5 on 8,845 twips.
        Assert.Equal("1782", paragraphs[0].ParagraphProperties!.Indentation!.Left!.Value);
        Assert.Null(paragraphs[1].ParagraphProperties!.Indentation);
    }

    [Fact]
    public void EveryOrderedListCountsFromOne()
    {
        var list = new ListBlock(Ordered: true, [[new Text("甲")], [new Text("乙")]]);
        using var file = WordSample.Open(WordSample.Render(WordSample.Of(list, SampleDocument.Body("间"), list)));
        var ids = WordSample.Body(file).Descendants<W.NumberingId>().Select(id => id.Val!.Value).ToList();
        Assert.Equal([2, 2, 3, 3], ids);
        var numbering = file.MainDocumentPart!.NumberingDefinitionsPart!.Numbering;
        Assert.All(ids, id => Assert.Equal(1, numbering.Elements<W.NumberingInstance>().Single(instance => instance.NumberID! == id)
            .Descendants<W.StartOverrideNumberingValue>().Single().Val!.Value));
    }

    [Fact]
    public void ItemsBelowAnItemStandOnTheSecondLevelOfItsList()
    {
        var list = new ListBlock(Ordered: false, [[new Text("甲")], [new Text("甲一")], [new Text("乙")]]) { Depths = [0, 1, 0] };
        using var file = WordSample.Open(WordSample.Render(WordSample.Of(list)));
        Assert.Equal([0, 1, 0], WordSample.Body(file).Descendants<W.NumberingLevelReference>().Select(level => level.Val!.Value));
        Assert.All(
            file.MainDocumentPart!.NumberingDefinitionsPart!.Numbering.Elements<W.AbstractNum>(),
            kind => Assert.Equal(["960", "1280"], kind.Descendants<W.Indentation>().Select(indent => indent.Left!.Value)));
    }

    [Fact]
    public void ANameThatWrapsIsNarrowedToLinesThatEndBetweenWords()
    {
        // Eleven characters and a half a line: 三、国有资本经营预算财／政拨款.
        var table = new Table("t", [new(109.5), new(332.7)], [], [new([new([new Text("三、国有资本经营预算财政拨款")]), new([new Text("国有资本")])])]) { Setting = new TableSetting(9, 1) };
        using var file = WordSample.Open(WordSample.Render(WordSample.Of(table)));
        var cells = WordSample.Body(file).Descendants<W.TableCell>().Select(cell => cell.Elements<W.Paragraph>().Single().ParagraphProperties!).ToList();
        Assert.InRange(int.Parse(cells[0].Indentation!.Right!.Value!), 15, 400);
        Assert.Null(cells[1].Indentation);
    }

    internal static string Text(W.Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(element => element switch
    {
        W.Text text => text.Text,
        W.TabChar => "\t",
        W.Break { Type: null } => "\n",
        _ => "",
    }));

    private static string[] Kinds<T>() => Names(typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract));

    private static string[] Names<T>(IEnumerable<T> items) => Names(items.Select(item => item!.GetType()));

    private static string[] Names(IEnumerable<Type> types) => types.Select(type => type.Name).Distinct().Order(StringComparer.Ordinal).ToArray();

    private static IEnumerable<Inline> Inlines(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Inlines,
        Heading heading => heading.Inlines,
        Table table => table.HeaderRows.Concat(table.Rows).SelectMany(row => row.Cells).SelectMany(cell => cell.Inlines),
        _ => [],
    };

    private static IEnumerable<Inline> Deep(Inline inline) => inline is Strong strong ? [inline, .. strong.Inlines.SelectMany(Deep)] : [inline];
}
