using DocumentFormat.OpenXml.Packaging;
using FinalAccounts.Reading;
using FinalAccounts.Reading.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Tests.Reading;

public sealed class WordCommentsTests
{
    private static readonly DateTimeOffset At = new(2024, 9, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ACommentStandsAtItsParagraphAndItsCell()
    {
        var source = Made();
        var parts = DocumentReader.Read("公开.docx", source, CancellationToken.None).Parts;
        var table = parts.Index().Single(part => part.Item is PublishedGrid).Index;
        var line = parts.Index().Single(part => part.Item is PublishedLine { Text: "收入总计100.00万元。" }).Index;

        var commented = WordComments.Write(source, [new(line, null, ["一", "二"]), new(table, (1, 2), ["三"]), new(table, (0, 0), ["四"])], "审核", At, CancellationToken.None);

        Assert.Equal([("收入总计100.00万元。", "一二"), ("9.00", "三"), ("合并", "四")], Comments(commented));
    }

    [Fact]
    public void EverythingElseStaysAndCommentsThatAreThereAreKept()
    {
        var once = WordComments.Write(Made(), [new(0, null, ["旧的"])], "单位", At, CancellationToken.None);
        var twice = WordComments.Write(once, [new(0, null, ["新的"])], "审核", At, CancellationToken.None);

        Assert.Equal(["新的", "旧的"], Comments(twice).Select(comment => comment.Says).Order(StringComparer.Ordinal));
        Assert.Equal(Text(Made()), Text(twice));
    }

    // A table whose first row has one cell over two columns, between two paragraphs.
    private static byte[] Made()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new W.Document(new W.Body(
                Paragraph("收入总计100.00万元。"),
                new W.Table(
                    new W.TableRow(Cell("合并", 2), Cell("金额", 1)),
                    new W.TableRow(Cell("201", 1), Cell("支出", 1), Cell("9.00", 1))),
                Paragraph("完。")));
        }

        return stream.ToArray();
    }

    private static W.Paragraph Paragraph(string text) => new(new W.Run(new W.Text(text)));

    private static W.TableCell Cell(string text, int span) => new(new W.TableCellProperties(new W.GridSpan { Val = span }), Paragraph(text));

    private static List<(string At, string Says)> Comments(byte[] file)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var said = package.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<W.Comment>().ToDictionary(comment => comment.Id!.Value!, comment => comment.InnerText);
        return [.. package.MainDocumentPart.Document!.Descendants<W.CommentRangeStart>()
            .Select(start => (start.Ancestors<W.Paragraph>().First().InnerText, said[start.Id!.Value!])).OrderBy(pair => pair.Item2, StringComparer.Ordinal)];
    }

    private static string Text(byte[] file)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return package.MainDocumentPart!.Document!.InnerText;
    }
}
