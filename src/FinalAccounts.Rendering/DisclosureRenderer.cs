using System.Runtime.InteropServices;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Rendering.Word;

namespace FinalAccounts.Rendering;

/// <summary>The render stage: one document to the files asked for. Pages are laid out once, by Typst; Word and HTML take their page numbers from there. Without PDF and Word there is no layout and no page numbers in the contents of a printed web page.</summary>
public sealed class DisclosureRenderer(PdfRenderer pdf)
{
    /// <summary>Renders; the files come in the order Word, PDF, HTML, Excel.</summary>
    /// <param name="document">What to render.</param>
    /// <param name="theme">How it looks.</param>
    /// <param name="formats">Which files.</param>
    /// <param name="entering">Told each format as its work begins; null for silence.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<RenderedDisclosure> RenderAsync(
        Document document, Theme theme, OutputFormats formats,
        Action<OutputFormats>? entering, CancellationToken cancellation)
    {
        var files = new List<RenderedFile>();
        var warnings = new List<string>();
        PageMap? pages = null;
        byte[]? printed = null;
        if ((formats & (OutputFormats.Pdf | OutputFormats.Word)) != 0)
        {
            entering?.Invoke(OutputFormats.Pdf);
            var print = await pdf.PrintAsync(document, theme, cancellation).ConfigureAwait(false);
            (pages, printed) = (print.Pages, Array(print.Pdf));
            warnings.AddRange(print.Warnings);
        }

        void Add(OutputFormats format, string extension, Action<Stream> write, int? pageCount = null)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!formats.HasFlag(format))
            {
                return;
            }

            entering?.Invoke(format);
            using var stream = new MemoryStream();
            write(stream);
            files.Add(new RenderedFile(format, extension, stream.ToArray(), pageCount));
        }

        Add(OutputFormats.Word, ".docx", stream => WordRenderer.Render(document, theme, pages, stream));
        if (formats.HasFlag(OutputFormats.Pdf))
        {
            files.Add(new RenderedFile(OutputFormats.Pdf, ".pdf", printed!, pages!.PageCount));
        }

        Add(OutputFormats.Html, ".html", stream => HtmlRenderer.Render(document, theme, pages, stream));
        Add(OutputFormats.Excel, ".xlsx", stream => ExcelRenderer.Render(document, stream));
        return new RenderedDisclosure(files, pages, warnings);
    }

    // The print's own array: a document may have many megabytes.
    private static byte[] Array(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Array is { } array && array.Length == bytes.Length ? array : bytes.ToArray();
}

/// <summary>The files a disclosure can be rendered to.</summary>
[Flags]
public enum OutputFormats
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Word document.</summary>
    Word = 1,

    /// <summary>PDF.</summary>
    Pdf = 2,

    /// <summary>Web page, one file.</summary>
    Html = 4,

    /// <summary>The published tables as a workbook.</summary>
    Excel = 8,

    /// <summary>All of them.</summary>
    All = Word | Pdf | Html | Excel,
}

/// <summary>A rendered file in memory.</summary>
/// <param name="Extension">With its dot.</param>
/// <param name="Pages">Null for formats without pages of their own.</param>
public sealed record RenderedFile(OutputFormats Format, string Extension, byte[] Bytes, int? Pages);

/// <summary>What the render stage made.</summary>
/// <param name="Pages">Where the headings stand; null when nothing was laid out.</param>
/// <param name="Warnings">Font substitutions and the like, in Chinese.</param>
public sealed record RenderedDisclosure(IReadOnlyList<RenderedFile> Files, PageMap? Pages, IReadOnlyList<string> Warnings);
