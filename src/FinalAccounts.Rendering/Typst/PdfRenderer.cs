using System.Diagnostics;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Typefaces;
using FinalAccounts.Rendering.Typst.Worker;

namespace FinalAccounts.Rendering.Typst;

/// <summary>
/// Sets documents as PDF with one warm Typst worker: PDF/UA-1, with bookmarks, links, and a table of contents from the same layout.
/// Documents are set one after the other; who wants more at a time takes more renderers. A worker that died is replaced.
/// </summary>
public sealed class PdfRenderer(PrintOptions options, FontCatalog fonts) : IAsyncDisposable
{
    private const string Accessible = "ua-1";

    private readonly SemaphoreSlim turn = new(1);
    private WorkerProcess? worker;
    private bool disposed;

    /// <summary>How long one document may take.</summary>
    internal TimeSpan TimeLimit { get; set; } = options.TimeLimit;

    /// <summary>The running worker's process; null when none is running.</summary>
    internal int? WorkerId => worker?.Id;

    /// <summary>Prints a document.</summary>
    /// <exception cref="RenderingException">A font or glyph is missing; Node is missing, died, refused or took too long.</exception>
    public async Task<PrintResult> PrintAsync(Document document, Theme theme, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(theme);
        var chosen = fonts.Choose(theme.Fonts);
        GlyphCheck.Run(document, chosen);
        var setting = TypesettingFonts.Of(chosen);
        var source = TypstSource.Of(document, theme, setting);
        var request = new WorkerRequest(setting.Files, [Accessible], Keep: 1);
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var (answer, body, start) = await AskInTurnAsync(request, source, cancellation).ConfigureAwait(false);
            return new PrintResult(
                body, PageNumbers.Read(answer, document), chosen.Substitutions,
                new PrintTimings(start, TimeSpan.FromMilliseconds(answer.Times.LayOut), TimeSpan.FromMilliseconds(answer.Times.Write)));
        }
        finally
        {
            turn.Release();
        }
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
