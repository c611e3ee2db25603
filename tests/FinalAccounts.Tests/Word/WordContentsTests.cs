using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Word;

public sealed class WordContentsTests
{
    [Fact]
    public void EntriesCarryTheContentsWordingAndThePagesOfTheMap()
    {
        using var file = WordSample.Open();
        var entries = Entries(file).Select(WordRendererTests.Text).ToList();
        Assert.Equal(WordSample.Document.Blocks.OfType<Heading>().Count(heading => heading.InContents), entries.Count);
        Assert.Equal("第一部分　示范市数据管理局（本级）概况\t3", entries[0]);
        Assert.Contains("三、财政拨款“三公”经费支出决算表\t19", entries);
    }

    [Fact]
    public void EveryEntryLinksToTheBookmarkOfItsHeading()
    {
        using var file = WordSample.Open();
        var headings = WordSample.Document.Blocks.OfType<Heading>().Where(heading => heading.InContents).ToList();
        foreach (var (entry, heading) in Entries(file).Zip(headings))
        {
            var link = entry.Descendants<W.Hyperlink>().Single();
            Assert.Contains($" PAGEREF {link.Anchor} \\h ", link.InnerText, StringComparison.Ordinal);
            var bookmark = WordSample.Body(file).Descendants<W.BookmarkStart>().Single(start => start.Name == link.Anchor);
            Assert.Equal(string.Concat(heading.Inlines.OfType<Text>().Select(text => text.Value)), WordRendererTests.Text((W.Paragraph)bookmark.Parent!));
        }
    }

    [Fact]
    public void UpdatingInWordGivesTheSameEntries()
    {
        // What Word collects for TOC \o "1-2" \f C: its own heading styles 1 and 2, and TC fields, in the order of the text.
        using var file = WordSample.Open();
        var collected = WordSample.Body(file).Elements<W.Paragraph>().SelectMany(Collected).ToList();
        Assert.Equal(Entries(file).Select(entry => WordRendererTests.Text(entry).Split('\t')[0]), collected);
        Assert.Contains(WordSample.Body(file).Descendants<W.FieldCode>(), code => code.Text == " TOC \\o \"1-2\" \\f C \\l \"1-9\" \\h \\z ");
    }

    [Fact]
    public void HeadingsNotInTheContentsKeepTheirOutlineLevel()
    {
        using var file = WordSample.Open();
        var result = WordSample.Body(file).Elements<W.Paragraph>().First(paragraph => paragraph.InnerText.EndsWith("号业务经费项目自评结果", StringComparison.Ordinal));
        Assert.Equal("TableTitle", result.ParagraphProperties!.ParagraphStyleId!.Val!.Value);
        Assert.Equal(1, result.ParagraphProperties.OutlineLevel!.Val!.Value);
    }

    [Fact]
    public void WithoutAPageMapWordIsAskedToUpdateAndNoNumberIsInvented()
    {
        using var file = WordSample.Open(WordSample.Render(WordSample.Document));
        Assert.NotNull(file.MainDocumentPart!.DocumentSettingsPart!.Settings.GetFirstChild<W.UpdateFieldsOnOpen>());
        Assert.All(Entries(file), entry => Assert.EndsWith("\t", WordRendererTests.Text(entry), StringComparison.Ordinal));
    }

    [Fact]
    public void AHeadingThatThePageMapLacksIsAnError() =>
        Assert.Throws<ArgumentException>(() => WordSample.Render(WordSample.Document, new PageMap(new Dictionary<string, int>(), 0)));

    [Fact]
    public void BookmarksAreUniqueAndNamesThatWordAllows()
    {
        var longId = new string('a', 60);
        using var file = WordSample.Open(WordSample.Render(WordSample.Of(
            new Heading(2, [new Text("甲")], longId + "-1"), new Heading(2, [new Text("乙")], longId + "-2"))));
        var names = WordSample.Body(file).Descendants<W.BookmarkStart>().Select(start => start.Name!.Value!).ToList();
        Assert.Equal(2, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[A-Za-z_][A-Za-z0-9_]{0,39}$", name));
    }

    private static List<W.Paragraph> Entries(WordprocessingDocument file) =>
        WordSample.Body(file).Descendants<W.Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("TOC", StringComparison.Ordinal) == true).ToList();

    private static IEnumerable<string> Collected(W.Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value is "Heading1" or "Heading2")
        {
            yield return WordRendererTests.Text(paragraph);
        }

        foreach (var code in paragraph.Descendants<W.FieldCode>().Where(code => code.Text.StartsWith(" TC \"", StringComparison.Ordinal)))
        {
            yield return code.Text[5..code.Text.IndexOf("\" \\f C", StringComparison.Ordinal)].Replace("\\", "", StringComparison.Ordinal);
        }
    }
}
