using FinalAccounts.Documents;
using FinalAccounts.Narration;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Service.Printing;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>
/// The pages that a template which is being written will print for one unit and year, drawn: the same typesetting as in the PDF, the
/// section by itself from the head of a page. Stores nothing. Two at a time are set, each within a time limit.
/// </summary>
internal sealed class PagePreviews(PreviewSources sources, PreviewTurns previews, Printers printers) : IDisposable
{
    /// <summary>How many pages are drawn.</summary>
    public const int MostPages = 8;

    /// <summary>What a section may print to be drawn (<see cref="PrintedSize"/>): several times the largest that there are. The typesetter's memory grows with it.</summary>
    public const int MostElements = 10_000;

    /// <summary>Characters of all drawings.</summary>
    public const int MostCharacters = 16_000_000;

    /// <summary>How long the typesetting of one preview may take; the first starts the typesetter.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    private const int AtATime = 2;

    private readonly SemaphoreSlim turns = new(AtATime);

    /// <summary>The pages, or why there are none.</summary>
    public async Task<PagesAnswer> MakeAsync(PreviewOf wanted, IReadOnlyDictionary<string, string> drafts, CancellationToken cancellation)
    {
        var answer = await sources.OfAsync(wanted.Set, wanted.Unit, wanted.Year, wanted.As, cancellation);
        if (answer.Source is not { } source)
        {
            return PagesAnswer.Without(answer.Problem!);
        }

        var (sections, problem, _) = await previews.MakeAsync(limit => source.With(narrator => narrator.Narrate(wanted.Path, drafts, limit)), cancellation);
        var document = sections is null ? null : Of(source, sections);
        return document is null ? PagesAnswer.Without(problem!)
            : document.Sections.Count == 0 ? PagesAnswer.Without("这个模板没有印出文字。")
            : PrintedSize.Of(document.Sections.SelectMany(section => section.Blocks)).Elements > MostElements ? PagesAnswer.Without($"印出的段、行、格和数超过 {MostElements} 个，不在这里排成页；请检查循环，或看文字预览。")
            : await DrawAsync(document, source.Set.Loaded.Set!.Set.Theme, Places(sections!), cancellation);
    }

    public void Dispose() => turns.Dispose();

    private async Task<PagesAnswer> DrawAsync(Document document, Theme theme, IReadOnlyDictionary<Inline, Place> places, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(TimeLimit);
            var drawn = await printers.UseAsync(printer => printer.DrawAsync(document, theme, MostPages, places, limit.Token));
            return drawn.Pages.Sum(page => (long)page.Length) > MostCharacters ? PagesAnswer.Without(PreviewTurns.TooMuch) : new PagesAnswer(drawn.Pages, drawn.Count, null)
            {
                Places = [.. drawn.Places.Where(place => place.Page <= drawn.Pages.Count).Select(place => new PagePlace(place.Place.File, place.Place.Line!.Value, place.Place.Column ?? 1, place.Page, place.X, place.Y))],
            };
        }
        catch (RenderingException exception)
        {
            return PagesAnswer.Without(exception.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return PagesAnswer.Without($"没有在 {TimeLimit.TotalSeconds:0} 秒内完成排版，已终止。请检查文字是否过长。");
        }
        finally
        {
            turns.Release();
        }
    }

    private static Dictionary<Inline, Place> Places(IReadOnlyList<DraftSection> sections)
    {
        var places = new Dictionary<Inline, Place>(ReferenceEqualityComparer.Instance);
        foreach (var (inline, place) in sections.SelectMany(section => section.InlinePlaces))
        {
            places[inline] = place;
        }

        return places;
    }

    // Which page it will be is known only when the whole is set: the pages have no number.
    private static Document Of(PreviewSource source, IReadOnlyList<DraftSection> sections) => new(
        new DocumentMetadata("预览", source.Accounts.UnitName, source.Accounts.FiscalYear, DateTimeOffset.UnixEpoch),
        [.. sections.Where(section => section.Blocks.Count > 0).Select((section, index) => new Section(
            new PageSetup(Numbered: false),
            section.Title is { } title ? [new Heading(2, [new Text(title)], $"title-{index}"), .. section.Blocks] : section.Blocks))]);
}

/// <summary>Pages, drawn.</summary>
/// <param name="Pages">SVG of the first pages.</param>
/// <param name="Count">How many pages there are.</param>
/// <param name="Problem">Why there are none, in Chinese; else null.</param>
internal sealed record PagesAnswer(IReadOnlyList<string> Pages, int Count, string? Problem)
{
    /// <summary>Where on the drawn pages what each place of the templates printed begins, in reading order.</summary>
    public IReadOnlyList<PagePlace> Places { get; init; } = [];

    public static PagesAnswer Without(string problem) => new([], 0, problem);
}

/// <summary>Where something that a template printed begins.</summary>
/// <param name="File">The template.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Page">From 1.</param>
/// <param name="X">From the page's left edge, in pt.</param>
/// <param name="Y">The foot of the letters, from the page's upper edge, in pt.</param>
internal sealed record PagePlace(string File, int Line, int Column, int Page, double X, double Y);
