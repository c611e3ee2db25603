using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FinalAccounts.Comparison;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Comparison.Word;
using FinalAccounts.Rendering.Word;
using FinalAccounts.Tests.Rendering;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Comparison;

public sealed class ComparisonWordTests
{
    private static readonly Theme Theme = new();
    private static readonly DateTimeOffset Date = new(2024, 10, 8, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void AcceptingGivesTheNewTextAndRejectingTheOld() => AssertBothWays(SampleDocument.Create(annexes: 2), Variations.Edited(SampleDocument.Create(annexes: 2), 7));

    [Fact]
    public void AcceptingAndRejectingHoldForAnyEdits()
    {
        var original = SampleDocument.Create(annexes: 1);
        Gen.Int.Sample(seed => AssertBothWays(Variations.Edited(original, seed), Variations.Edited(original, ~seed)), iter: 8);
    }

    [Fact]
    public void RealDisclosureWithACorrectionIsTrackedInTablesAndText()
    {
        var before = Final(RealSample.Document);
        var after = Final(RealSample.Disclose(Variations.Raised(RealSample.Accounts, "表01", "收入总计", "金额", 100_000m), RealSample.Templates));
        var file = Render(before, after);
        AssertSame(Lines(after), TrackedReading.Accepted(file));
        AssertSame(Lines(before), TrackedReading.Rejected(file));
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var inserted = word.MainDocumentPart!.Document!.Body!.Descendants<W.InsertedRun>().ToList();
        Assert.Contains(inserted, run => run.InnerText == "95,215.29" && run.Ancestors<W.TableCell>().Any());
        Assert.Contains(inserted, run => run.InnerText == "95,215.29" && !run.Ancestors<W.TableCell>().Any());
        Assert.All(inserted, run => Assert.Equal(("王丽", Date.UtcDateTime), (run.Author!.Value, run.Date!.Value)));
    }

    [Fact]
    public void EqualInputGivesEqualBytes() =>
        Assert.Equal(Render(SampleDocument.Create(1), Variations.Edited(SampleDocument.Create(1), 3)), Render(SampleDocument.Create(1), Variations.Edited(SampleDocument.Create(1), 3)));

    // The notice of a draft is printed as the later document has it.
    private static Document Final(Document document) => document with { Metadata = document.Metadata with { DraftNotice = null } };

    private static void AssertBothWays(Document before, Document after)
    {
        var file = Render(before, after);
        AssertSame(Lines(after), TrackedReading.Accepted(file));
        AssertSame(Lines(before), TrackedReading.Rejected(file));
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    // The first line that differs says more than two books.
    private static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        foreach (var (line, other) in expected.Zip(actual))
        {
            Assert.Equal(line, other);
        }

        Assert.Equal(expected.Count, actual.Count);
    }

    private static byte[] Render(Document before, Document after)
    {
        using var stream = new MemoryStream();
        ComparisonWord.Render(DocumentComparer.Compare(before, after, CancellationToken.None), Theme, "王丽", Date, stream);
        return stream.ToArray();
    }

    private static IReadOnlyList<string> Lines(Document document)
    {
        using var stream = new MemoryStream();
        // Comparisons are of documents as they are written, not as they are divided for pages.
        WordPackage.Write(stream, document, Theme, null, (body, _) => body.Write(document.Sections));
        return TrackedReading.Accepted(stream.ToArray());
    }
}
