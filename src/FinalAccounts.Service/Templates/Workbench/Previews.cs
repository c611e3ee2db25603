using FinalAccounts.Documents;
using FinalAccounts.Narration;
using FinalAccounts.Rendering.Html;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>Shows a template that is being written as it would be printed for one unit and year. Stores nothing; each preview has its own thread and a time limit, so that a draft that never ends costs the others nothing.</summary>
internal sealed class Previews(PreviewSources sources)
{
    /// <summary>How long one preview may run.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>What is said when it took too long.</summary>
    public static readonly string TooLong = $"预览超过 {TimeLimit.TotalSeconds:0} 秒，停在这里：请检查循环和句式";

    // A finding of these rules is a matter of the unit's data, not of the template.
    private static readonly string[] DataRules = ["NAR-06", "NAR-08", "NAR-09"];

    /// <summary>The preview; without text and with a problem where there is no data.</summary>
    public async Task<PreviewAnswer> MakeAsync(PreviewOf wanted, IReadOnlyDictionary<string, string> drafts, CancellationToken cancellation)
    {
        var answer = await sources.OfAsync(wanted.Set, wanted.Unit, wanted.Year, cancellation);
        if (answer.Source is not { } source)
        {
            return new PreviewAnswer("", [], answer.Problem);
        }

        return await NarrateAsync(source, wanted.Path, drafts, sections => Shown(sections, wanted.Path, source.Set.Loaded.Set!.Set.Theme), cancellation)
            ?? new PreviewAnswer("", [new Diagnostic(wanted.Path, 1, 1, TooLong, "error", "NAR-04", null)], null);
    }

    /// <summary>What is made of a template's text; null when it took too long.</summary>
    public static async Task<T?> NarrateAsync<T>(
        PreviewSource source, string path, IReadOnlyDictionary<string, string> drafts, Func<IReadOnlyList<DraftSection>, T> make, CancellationToken cancellation)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            return await Task.Factory.StartNew(
                () => source.With(narrator => make(narrator.Narrate(path, drafts, limit.Token))),
                limit.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    // A loop says the same mistake once for each of its rows: the first is enough.
    private static PreviewAnswer Shown(IReadOnlyList<DraftSection> sections, string path, Theme theme) => new(
        string.Concat(sections.Where(section => section.Title is not null || section.Blocks.Count > 0)
            .Select(section => PreviewHtml.Section(section.Title, section.Blocks, section.InlinePlaces, theme))),
        [.. sections.SelectMany(section => section.Findings).SelectMany(finding => Diagnostics(finding, path))
            .DistinctBy(item => (item.File, item.Line, item.Column, item.Rule))],
        null);

    // A mistake in a phrase is shown where the section calls it, too.
    private static IEnumerable<Diagnostic> Diagnostics(Finding finding, string path)
    {
        var places = finding.Places.Where(place => place.Line is not null).ToList();
        var place = places.Find(place => place.File == path) ?? places.FirstOrDefault() ?? new Place(path, Line: 1);
        var fix = Suggestion.Read(finding.Message);
        yield return new Diagnostic(
            place.File, place.Line ?? 1, place.Column ?? 1, finding.Message,
            finding.Severity >= Severity.Error && !DataRules.Contains(finding.Rule) ? "error" : "warning", finding.Rule,
            fix is { } near ? new Fix(near.Written, near.Meant) : null);
    }
}

/// <summary>What to preview.</summary>
internal sealed record PreviewOf(string Set, string Path, string Unit, int Year);

/// <summary>A preview.</summary>
/// <param name="Html">For the frame's <c>main</c>.</param>
/// <param name="Diagnostics">Mistakes of the template and missing data.</param>
/// <param name="Problem">Why there is none, in Chinese; else null.</param>
internal sealed record PreviewAnswer(string Html, IReadOnlyList<Diagnostic> Diagnostics, string? Problem);

/// <summary>Something wrong at a place of a template.</summary>
/// <param name="File">The template.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Severity">error, or warning where the unit's data are to blame.</param>
/// <param name="Fix">The name that was probably meant; null when none is near.</param>
internal sealed record Diagnostic(string File, int Line, int Column, string Message, string Severity, string Rule, Fix? Fix);

/// <summary>A name to put in place of another.</summary>
internal sealed record Fix(string Written, string Meant);
