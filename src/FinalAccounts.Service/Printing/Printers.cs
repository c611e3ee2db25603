using System.Collections.Concurrent;
using FinalAccounts.Documents;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Typefaces;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Service.Settings;

namespace FinalAccounts.Service.Printing;

/// <summary>Warm typesetting workers, one for each document that is printed at the same time. Those that nobody needs are closed.</summary>
public sealed class Printers(ServiceOptions options, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);

    // The run's own limit comes first: it says so, and is not tried again.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    private readonly Lazy<FontCatalog> fonts = new(FontCatalog.ReadInstalled);
    private readonly ConcurrentStack<(PdfRenderer Printer, DateTimeOffset Since)> free = [];

    /// <summary>Renders with a printer of its own, which the next document may have afterwards.</summary>
    public Task<RenderedDisclosure> RenderAsync(Document document, Theme theme, OutputFormats formats, Action<OutputFormats>? entering, CancellationToken cancellation) =>
        UseAsync(printer => new DisclosureRenderer(printer).RenderAsync(document, theme, formats, entering, cancellation));

    /// <summary>Does something with a printer of one's own, which the next document may have afterwards.</summary>
    public async Task<T> UseAsync<T>(Func<PdfRenderer, Task<T>> use)
    {
        var printer = free.TryPop(out var entry) ? entry.Printer : new PdfRenderer(new PrintOptions { NodePath = options.Node, TimeLimit = options.RunTimeLimit + Later }, fonts.Value);
        try
        {
            return await use(printer);
        }
        finally
        {
            free.Push((printer, time.GetUtcNow()));
        }
    }

    /// <summary>Closes the workers that have not printed for a while.</summary>
    public async Task CloseIdleAsync()
    {
        var busy = new List<(PdfRenderer Printer, DateTimeOffset Since)>();
        while (free.TryPop(out var entry))
        {
            if (time.GetUtcNow() - entry.Since < Idle)
            {
                busy.Add(entry);
            }
            else
            {
                await entry.Printer.DisposeAsync();
            }
        }

        busy.Reverse();
        free.PushRange([.. busy]);
    }

    public async ValueTask DisposeAsync()
    {
        while (free.TryPop(out var entry))
        {
            await entry.Printer.DisposeAsync();
        }
    }
}
