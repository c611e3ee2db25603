using FinalAccounts.Documents;
using FinalAccounts.Narration;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>Shows a template that is being written as it would be printed for one unit and year. Stores nothing.</summary>
internal sealed class Previews(PreviewSources sources, PreviewTurns turns)
{
    /// <summary>Characters of markup that a preview may have; a browser shows no more without stalling.</summary>
    public const int MostCharacters = 4_000_000;

    // A finding of these rules is a matter of the unit's data, not of the template.
    private static readonly string[] DataRules = ["NAR-06", "NAR-08", "NAR-09"];

    /// <summary>The preview; without text and with a problem where there is no data.</summary>
    public async Task<PreviewAnswer> MakeAsync(PreviewOf wanted, IReadOnlyDictionary<string, string> drafts, CancellationToken cancellation)
    {
        var answer = await sources.OfAsync(wanted.Set, wanted.Unit, wanted.Year, wanted.As, cancellation);
        if (answer.Source is not { } source)
        {
            return new PreviewAnswer("", [], answer.Problem);
        }

        var (made, problem, isTemplate) = await turns.MakeAsync(
            limit => source.With(narrator => Shown(narrator.Narrate(wanted.Path, drafts, limit), wanted.Path, source.Set.Loaded.Set!.Set.Theme, limit)), cancellation);
        return made ?? (isTemplate
            ? new PreviewAnswer("", [new Diagnostic(wanted.Path, 1, 1, problem!, "error", "NAR-04", null)], null)
            : new PreviewAnswer("", [], problem));
    }

    // A loop says the same mistake once for each of its rows: the first is enough.
    private static PreviewAnswer Shown(IReadOnlyList<DraftSection> sections, string path, Theme theme, CancellationToken cancellation)
    {
        using var html = new BoundedText(MostCharacters, cancellation);
        foreach (var section in sections.Where(section => section.Title is not null || section.Blocks.Count > 0))
        {
            PreviewHtml.Section(section.Title, section.Blocks, section.InlinePlaces, theme, html);
        }

        return new PreviewAnswer(
            html.ToString(),
            [.. sections.SelectMany(section => section.Findings).SelectMany(finding => Diagnostics(finding, path)).DistinctBy(item => (item.File, item.Line, item.Column, item.Rule))],
            null);
    }

    // A mistake in a phrase is shown where the section calls it, too.
    private static IEnumerable<Diagnostic> Diagnostics(Finding finding, string path)
    {
        var places = finding.Places.Where(place => place.Line is not null).ToList();
        var place = places.Find(place => place.File == path) ?? places.FirstOrDefault() ?? new Place(path, Line: 1);
        yield return new Diagnostic(
            place.File, place.Line ?? 1, place.Column ?? 1, finding.Message,
            finding.Severity >= Severity.Error && !DataRules.Contains(finding.Rule) ? "error" : "warning", finding.Rule,
            finding.Fix);
    }
}

/// <summary>What to preview.</summary>
/// <param name="As">The <see cref="Supposition"/> about the unit; null for the unit as it is.</param>
internal sealed record PreviewOf(string Set, string Path, string Unit, int Year, string? As = null);

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
