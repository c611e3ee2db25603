using FinalAccounts.Documents;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>Which places of a template are printed for the chosen unit, and which under each <see cref="Supposition"/>: so that every branch can be shown with a unit for which it holds.</summary>
internal sealed class BranchPreviews(PreviewSources sources, PreviewTurns turns)
{
    /// <summary>The unit as it is, then each supposition that could be made.</summary>
    public async Task<IReadOnlyList<BranchAnswer>> MakeAsync(PreviewOf wanted, IReadOnlyDictionary<string, string> drafts, CancellationToken cancellation)
    {
        var answers = new List<BranchAnswer>();
        foreach (var supposed in Supposition.All.Select(one => (string?)one.Key).Prepend(null))
        {
            if ((await sources.OfAsync(wanted.Set, wanted.Unit, wanted.Year, supposed, cancellation)).Source is not { } source)
            {
                continue;
            }

            var (sections, _, _) = await turns.MakeAsync(limit => source.With(narrator => narrator.Narrate(wanted.Path, drafts, limit)), cancellation);
            if (sections is not null)
            {
                answers.Add(new BranchAnswer(supposed, [.. sections.SelectMany(section => Printed(section, wanted.Path)).Distinct().Order()]));
            }
        }

        return answers;
    }

    private static IEnumerable<PrintedAt> Printed(Narration.DraftSection section, string path) =>
        section.InlinePlaces.Values.Concat(section.Blocks.Select(block => block.Place).OfType<Place>())
            .Where(place => place.File == path && place.Line is not null).Select(place => new PrintedAt(place.Line!.Value, place.Column ?? 1));
}

/// <summary>What one unit prints of a template.</summary>
/// <param name="As">The supposition; null for the unit as it is.</param>
internal sealed record BranchAnswer(string? As, IReadOnlyList<PrintedAt> Printed);

/// <summary>A place of a template that has printed something.</summary>
internal readonly record struct PrintedAt(int Line, int Column) : IComparable<PrintedAt>
{
    public int CompareTo(PrintedAt other) => (Line, Column).CompareTo((other.Line, other.Column));
}
