using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace FinalAccounts.Reading.Pdf;

/// <summary>Reads a PDF: letters and rulings of each page, tables out of them, paragraphs out of the rest.</summary>
internal static class PdfDocumentReader
{
    public static PublishedDocument Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            using var pdf = PdfDocument.Open(content.ToArray(), new ParsingOptions { ClipPaths = true, UseLenientParsing = true, SkipMissingFonts = true });
            return pdf.NumberOfPages switch
            {
                0 => DocumentReader.Failed(file, "PDF 里没有页。请重新打印或下载"),
                > DocumentLimits.Pages => DocumentReader.Failed(file, $"有 {pdf.NumberOfPages} 页，超过 {DocumentLimits.Pages} 页。请只给部门决算公开的部分"),
                _ => Read(file, pdf, cancellation),
            };
        }
        catch (PdfDocumentEncryptedException)
        {
            return DocumentReader.Failed(file, "PDF 加了密码，不能读取。请去掉密码后再给");
        }
#pragma warning disable CA1031 // A damaged PDF shows itself in any exception of the library; it is the file's fault, and is said to be.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return DocumentReader.Failed(file, $"PDF 已损坏，不能读取（{exception.GetType().Name}）。请重新打印或下载");
        }
    }

    private static PublishedDocument Read(string file, PdfDocument pdf, CancellationToken cancellation)
    {
        var pages = new List<ReadPage>();
        var problems = new List<ReadingProblem>();
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            pages.Add(Page(pdf, number, pages is [.., { IsContents: true }], problems));
        }

        return new PublishedDocument(file, [.. pages.Select(page => page.Published)], PageParts.Of(pages), problems);
    }

    private static ReadPage Page(PdfDocument pdf, int number, bool afterContents, List<ReadingProblem> problems)
    {
        Page page;
        PageGlyphs glyphs;
        try
        {
            page = pdf.GetPage(number);
            glyphs = PageGlyphs.Of(page);
        }
#pragma warning disable CA1031 // One damaged page does not hide the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            problems.Add(new ReadingProblem($"第{number}页已损坏，没有读取（{exception.GetType().Name}）。请人工核对这一页。", number));
            return ReadPage.Empty(number);
        }

        if (glyphs.All.Count > DocumentLimits.LettersOfPage)
        {
            problems.Add(new ReadingProblem($"第{number}页有 {glyphs.All.Count} 个字，不像一页文字，没有读取。请人工核对这一页。", number));
            return ReadPage.Empty(number);
        }

        var isPicture = glyphs.All.Count == 0 && page.NumberOfImages > 0;
        if (isPicture)
        {
            problems.Add(new ReadingProblem($"扫描件，不能审核（第{number}页）。请人工核对这一页，或换成由 Word 另存的 PDF。", number));
        }

        var rulings = PageRulings.Of(page, glyphs);
        var tables = RuledTables.Of(number, glyphs.All, rulings);
        var taken = tables.SelectMany(table => table.Taken).ToHashSet();
        var rest = glyphs.All.Where(glyph => !taken.Contains(glyph)).ToList();
        var texts = TextRows.Of(glyphs.All, 0.5).SelectMany(row => row.Pieces).ToList();
        var published = new PublishedPage(number, glyphs.Width, glyphs.Height, texts, rulings, isPicture);
        if (tables.Count == 0 && ContentsPage.Is(TextRows.Of(rest), afterContents))
        {
            return new ReadPage(published, [], []) { IsContents = true };
        }

        var aligned = AlignedTables.Of(number, rest, rulings);
        taken = [.. aligned.SelectMany(table => table.Taken)];
        var rows = TextRows.Of(rest.Where(glyph => !taken.Contains(glyph)));
        return new ReadPage(published, [.. tables.Concat(aligned).Select(table => table.Grid)], rows);
    }
}

/// <summary>A page taken apart.</summary>
internal sealed record ReadPage(PublishedPage Published, IReadOnlyList<PublishedGrid> Grids, IReadOnlyList<TextRow> Rows)
{
    /// <summary>A page of the table of contents: it names sections and tables again, and what it says is checked nowhere.</summary>
    public bool IsContents { get; init; }

    public static ReadPage Empty(int number) => new(new PublishedPage(number, 595, 842, [], [], false), [], []);
}
