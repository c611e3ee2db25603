using System.Diagnostics;
using System.Text;
using FinalAccounts.Rendering.Typefaces;
using FinalAccounts.Rendering.Typst.Worker;

namespace FinalAccounts.Rendering.Typst;

/// <summary>
/// Sets documents as PDF with one warm Typst worker, in the standard that the theme names, with bookmarks, links, and a table of contents from the same layout.
/// Documents are set one after the other; who wants more at a time takes more renderers. A worker that died is replaced.
/// </summary>
public sealed class PdfRenderer(PrintOptions options, FontCatalog fonts) : IAsyncDisposable
{
    // While somebody types, most of what was computed for one key serves the next.
    private const int KeepWhileTyping = 20;

    private readonly SemaphoreSlim turn = new(1);
    private WorkerProcess? worker;
    private bool disposed;

    /// <summary>How long one document may take.</summary>
    internal TimeSpan TimeLimit { get; set; } = options.TimeLimit;

    /// <summary>For how many further documents what was computed is remembered; 0 makes each document the first of its kind.</summary>
    internal int Keep { get; init; } = 1;

    /// <summary>The running worker's process; null when none is running.</summary>
    internal int? WorkerId => worker?.Id;

    /// <summary>Whether characters of the data can be set in body text and tables of a theme; null when a font of it is not installed.</summary>
    public Func<int, bool>? Draws(Theme theme) => fonts.Draws(theme.Fonts);

    /// <summary>Prints a document.</summary>
    /// <exception cref="RenderingException">A font or glyph is missing; Node is missing, died, refused or took too long.</exception>
    public async Task<PrintResult> PrintAsync(Document document, Theme theme, CancellationToken cancellation = default)
    {
        var chosen = fonts.Choose(theme.Fonts);
        var (answer, body, start) = await AskAsync(
            document, theme, chosen, files => new WorkerRequest(files, [theme.PdfStandard.Name], Keep), cancellation).ConfigureAwait(false);
        return new PrintResult(
            theme.PdfStandard.IsOld ? body : ObjectStreams.Pack(body), PageNumbers.Read(answer, document), Warnings(chosen, theme.PdfStandard),
            new PrintTimings(start, TimeSpan.FromMilliseconds(answer.Times.LayOut), TimeSpan.FromMilliseconds(answer.Times.Write)));
    }

    /// <summary>Draws the first pages of a document, at most so many.</summary>
    /// <exception cref="RenderingException">As for printing.</exception>
    /// <param name="places">The template's place of each inline whose place on the pages is asked for, by reference.</param>
    public async Task<DrawnPages> DrawAsync(Document document, Theme theme, int most, IReadOnlyDictionary<Inline, Place>? places = null, CancellationToken cancellation = default)
    {
        var marks = places is null ? null : new PlaceMarks(places);
        var (answer, body, _) = await AskAsync(
            document, theme, fonts.Choose(theme.Fonts), files => new WorkerRequest(files, null, KeepWhileTyping) { Most = most }, cancellation, marks).ConfigureAwait(false);
        var pages = new List<string>();
        var start = 0;
        foreach (var size in answer.Sizes)
        {
            pages.Add(Encoding.UTF8.GetString(body, start, size));
            start += size;
        }

        return new DrawnPages(pages, answer.PageCount, marks?.Read(answer) ?? []);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            disposed = true;
            if (worker is not null)
            {
                await worker.DisposeAsync().ConfigureAwait(false);
                worker = null;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private static IReadOnlyList<string> Warnings(ChosenFonts chosen, PdfStandard standard) => standard == PdfStandard.Accessible
        ? chosen.Substitutions
        : [.. chosen.Substitutions, $"PDF 按 {standard.Title} 生成：一个文件只能声明一个标准，所以不声明 {PdfStandard.Accessible.Title}，阅读器可能以文件名代替文档标题；书签和图的说明不变，标签{(standard.IsOld ? "不区分表头和表身" : "也不变")}。"];

    private async Task<(WorkerAnswer Answer, byte[] Body, TimeSpan Start)> AskAsync(
        Document document, Theme theme, ChosenFonts chosen, Func<IReadOnlyList<string>, WorkerRequest> request, CancellationToken cancellation, PlaceMarks? marks = null)
    {
        GlyphCheck.Run(document, chosen);
        var setting = TypesettingFonts.Of(chosen);
        var source = TypstSource.Of(document, theme, setting, marks);
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return await AskInTurnAsync(request(setting.Files), source, cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(WorkerAnswer Answer, byte[] Body, TimeSpan Start)> AskInTurnAsync(WorkerRequest request, string source, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            var start = await WarmAsync().ConfigureAwait(false);
            var (answer, body) = await worker!.AskAsync(request, source, limit.Token).ConfigureAwait(false);
            if (answer.Memory > options.MostMemory)
            {
                await DiscardAsync().ConfigureAwait(false);
            }

            Refusal.Check(answer);
            return (answer, body, start);
        }
        catch (OperationCanceledException)
        {
            await DiscardAsync().ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            throw new RenderingException(
                $"没有在 {TimeLimit.TotalSeconds:0.###} 秒内完成排版，已终止。请重试；如再次发生，请检查文档是否过大，或延长时限。")
            { MayPass = true };
        }
        catch (WorkerGoneException e)
        {
            var words = await DiscardAsync().ConfigureAwait(false);
            throw new RenderingException($"排版程序意外退出，没有生成文件。请重试。{(words.Length > 0 ? $"它的信息：{words}" : "")}", e) { MayPass = true };
        }
    }

    private async Task<TimeSpan> WarmAsync()
    {
        if (worker is { HasExited: false })
        {
            return TimeSpan.Zero;
        }

        await DiscardAsync().ConfigureAwait(false);
        var clock = Stopwatch.StartNew();
        worker = WorkerProcess.Start(NodeFile.Find(options.NodePath), NodeFile.Script);
        return clock.Elapsed;
    }

    /// <summary>Ends the worker, and gives its last message.</summary>
    private async Task<string> DiscardAsync()
    {
        if (worker is null)
        {
            return "";
        }

        var old = worker;
        worker = null;
        await old.KillAsync().ConfigureAwait(false);
        var words = await old.LastWordsAsync().ConfigureAwait(false);
        await old.DisposeAsync().ConfigureAwait(false);
        return words;
    }
}
