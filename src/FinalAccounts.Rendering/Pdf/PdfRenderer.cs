using System.Diagnostics;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Typefaces;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Rendering.Pdf;

/// <summary>
/// Prints documents to PDF with one warm Chromium: tagged, with bookmarks, links, and a table of contents whose numbers are right.
/// Documents are printed one after the other; who wants more at a time takes more renderers. A browser that died is replaced.
/// </summary>
public sealed class PdfRenderer(PrintOptions options, FontCatalog fonts) : IAsyncDisposable
{
    /// <summary>The most table rows of a document that is laid out. A row costs the browser about half a megabyte: 8,000 rows are 384 pages, 45 seconds and 4 GB, with 20,000 it dies.</summary>
    public const int MostRows = 10_000;

    // Once to learn the pages, once to print them; a third time only when the numbers themselves moved a heading.
    private const int MostPasses = 3;

    private readonly SemaphoreSlim turn = new(1);
    private BrowserProcess? browser;
    private bool disposed;

    /// <summary>How long one document may take.</summary>
    internal TimeSpan TimeLimit { get; set; } = options.TimeLimit;

    /// <summary>The running browser's process; null when none is running.</summary>
    internal int? BrowserId => browser?.Id;

    /// <summary>Prints a document. With a right <paramref name="known"/> map one pass is enough; a wrong one costs a pass.</summary>
    /// <exception cref="RenderingException">A font or glyph is missing; the browser is missing, died, refused or took too long.</exception>
    public async Task<PrintResult> PrintAsync(
        Document document, Theme theme, PageMap? known = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(theme);
        if (IsTooLong(document))
        {
            throw new RenderingException(
                $"各表共有{Rows(document):N0}行，超过排版的上限{MostRows:N0}行，没有生成 PDF。请只生成其他格式（--formats docx,html,xlsx），或把明细过多的表另行公开。");
        }

        var chosen = fonts.Choose(theme.Fonts);
        GlyphCheck.Run(document, chosen);
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var (pdf, pages, timings) = await PrintInTurnAsync(document, theme with { Fonts = chosen.Fonts }, known, cancellation)
                .ConfigureAwait(false);
            PdfDates.Set(pdf, document.Metadata.Created);
            var corrected = PdfCharacters.Correct(pdf, chosen.TwinsOf(TextByRole.CharactersOf(document)));
            return new PrintResult(corrected, pages, chosen.Substitutions, timings);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Whether a document has more rows than can be laid out.</summary>
    public static bool IsTooLong(Document document) => Rows(document) > MostRows;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            disposed = true;
            if (browser is not null)
            {
                await browser.DisposeAsync().ConfigureAwait(false);
                browser = null;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private static int Rows(Document document) => document.Blocks.OfType<Table>().Sum(table => table.Rows.Count);

    private async Task<(byte[] Pdf, PageMap Pages, PrintTimings Timings)> PrintInTurnAsync(
        Document document, Theme theme, PageMap? known, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            var (startTime, connection) = await WarmAsync(limit.Token).ConfigureAwait(false);
            var page = await BrowserPage.OpenAsync(connection, limit.Token).ConfigureAwait(false);
            var (pdf, pages, passes) = await PrintUntilRightAsync(page, document, theme, known, limit.Token).ConfigureAwait(false);
            await page.CloseAsync(limit.Token).ConfigureAwait(false);
            return (pdf, pages, new PrintTimings(startTime, passes));
        }
        catch (OperationCanceledException)
        {
            await DiscardAsync().ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            throw new RenderingException(
                $"浏览器没有在 {TimeLimit.TotalSeconds:0.###} 秒内完成排版，已被终止。请重试；如再次发生，请检查文档是否过大，或延长时限。") { MayPass = true };
        }
        catch (BrowserGoneException e)
        {
            var words = await DiscardAsync().ConfigureAwait(false);
            throw new RenderingException($"浏览器在生成 PDF 时意外退出，没有生成文件。请重试。{(words.Length > 0 ? $"浏览器的信息：{words}" : "")}", e) { MayPass = true };
        }
        catch (BrowserRefusedException e)
        {
            await DiscardAsync().ConfigureAwait(false);
            throw new RenderingException($"浏览器不能生成 PDF：{e.Message}", e);
        }
    }

    private static async Task<(byte[] Pdf, PageMap Pages, IReadOnlyList<TimeSpan> Passes)> PrintUntilRightAsync(
        BrowserPage page, Document document, Theme theme, PageMap? known, CancellationToken cancellation)
    {
        var passes = new List<TimeSpan>();
        var hasContents = document.Blocks.OfType<TableOfContents>().Any();
        var assumed = known is not null && document.Blocks.OfType<Heading>().All(heading => known.Pages.ContainsKey(heading.Id)) ? known : null;
        while (passes.Count < MostPasses)
        {
            var clock = Stopwatch.StartNew();
            var purpose = hasContents && assumed is null ? HtmlPurpose.Layout : HtmlPurpose.Print;
            var html = HtmlRenderer.Render(document, theme, assumed, purpose);
            var pdf = await page.PrintAsync(html, cancellation).ConfigureAwait(false);
            var found = PdfOutline.Read(pdf, document);
            passes.Add(clock.Elapsed);
            if (!hasContents || (assumed is not null && SayTheSame(assumed, found, document)))
            {
                return (pdf, found, passes);
            }
            assumed = found;
        }
        throw new RenderingException($"目录页码排了 {MostPasses} 遍仍不稳定，没有生成 PDF。");
    }

    private static bool SayTheSame(PageMap assumed, PageMap found, Document document) =>
        document.Blocks.OfType<Heading>().All(heading => assumed.Pages[heading.Id] == found.Pages[heading.Id]);

    private async Task<(TimeSpan StartTime, DevToolsConnection Connection)> WarmAsync(CancellationToken cancellation)
    {
        if (browser is { HasExited: false } && !browser.Connection.Ended.IsCompleted)
        {
            return (TimeSpan.Zero, browser.Connection);
        }
        await DiscardAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        browser = BrowserProcess.Start(BrowserFile.Find(options.BrowserPath));
        await browser.Connection.CallAsync("Browser.getVersion", [], null, cancellation).ConfigureAwait(false);
        return (clock.Elapsed, browser.Connection);
    }

    /// <summary>Ends the browser, and gives its last message.</summary>
    private async Task<string> DiscardAsync()
    {
        if (browser is null)
        {
            return "";
        }
        var old = browser;
        browser = null;
        await old.KillAsync().ConfigureAwait(false);
        var words = await old.LastWordsAsync().ConfigureAwait(false);
        await old.DisposeAsync().ConfigureAwait(false);
        return words;
    }
}
