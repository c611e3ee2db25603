using FinalAccounts.Accounts;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Formulas;

namespace FinalAccounts.Comparison;

/// <summary>One thing that lies between two documents, and what it changed.</summary>
/// <param name="Cause">Null where the difference is only that of the program running now, which nobody asked about.</param>
internal sealed record Step(CauseKind? Cause, DocumentComparison Comparison);

/// <summary>The way from one edition to the other with one input changed at a time: program, data, templates.</summary>
internal sealed class Remake(KeptEdition before, KeptEdition after, string program, bool dataDiffers, bool templatesDiffer)
{
    /// <summary>The steps in order; none where a document on the way cannot be made, because old templates do not fit the new data.</summary>
    public IReadOnlyList<Step> Steps(
        DepartmentAccounts? old, DepartmentAccounts? current, CompiledSet? oldSet, CompiledSet? newSet, CancellationToken cancellation)
    {
        var sameProgram = before.Program == after.Program;
        if (sameProgram && !(dataDiffers && templatesDiffer))
        {
            return dataDiffers || templatesDiffer
                ? [Between(dataDiffers ? CauseKind.Data : CauseKind.Template, before.Document, after.Document, cancellation)]
                : [];
        }

        // The program that runs now makes all three, so that only one input differs from each to the next.
        var remadeBefore = sameProgram && before.Program == program ? before.Document : Make(old, oldSet, cancellation);
        var remadeAfter = after.Program == program ? after.Document : Make(current, newSet, cancellation);
        var between = Make(current, oldSet, cancellation);
        if (remadeBefore is null || remadeAfter is null || between is null)
        {
            return [];
        }

        CauseKind? programs = sameProgram ? null : CauseKind.Program;
        return
        [
            .. Differ(programs, before.Document, remadeBefore, cancellation),
            .. Differ(CauseKind.Data, remadeBefore, between, cancellation),
            .. Differ(CauseKind.Template, between, remadeAfter, cancellation),
            .. Differ(programs, remadeAfter, after.Document, cancellation),
        ];
    }

    /// <summary>All inputs that differ: the causes where nothing closer is known.</summary>
    public IEnumerable<CauseKind> Possible()
    {
        if (dataDiffers)
        {
            yield return CauseKind.Data;
        }

        if (templatesDiffer)
        {
            yield return CauseKind.Template;
        }

        if (before.Program != after.Program)
        {
            yield return CauseKind.Program;
        }
    }

    private static Document? Make(DepartmentAccounts? accounts, CompiledSet? set, CancellationToken cancellation) =>
        accounts is null || set is null ? null : Pipeline.Run(accounts, [], set, null, cancellation).Document;

    private static IEnumerable<Step> Differ(CauseKind? cause, Document from, Document to, CancellationToken cancellation) =>
        ReferenceEquals(from, to) ? [] : [Between(cause, from, to, cancellation)];

    private static Step Between(CauseKind? cause, Document from, Document to, CancellationToken cancellation) =>
        new(cause, DocumentComparer.Compare(from, to, cancellation));
}
