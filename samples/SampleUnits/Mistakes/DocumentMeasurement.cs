using FinalAccounts.Accounts;
using FinalAccounts.Auditing;
using FinalAccounts.Checks;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;

namespace FinalAccounts.Samples.Mistakes;

/// <summary>What is found of mistakes planted into finished documents, by the audit, which has the document alone, and by the check, which has the data.</summary>
public static class DocumentMeasurement
{
    private static readonly Place Typed = new("成文", null, "改动处");

    /// <summary>Plants every kind once in every unit's document.</summary>
    /// <param name="audit">As the audit sees it, else as the check does.</param>
    /// <param name="misses">Told the changed words of what was not found, and findings that nothing explains.</param>
    public static IReadOnlyList<MeasuredKind> Run(CompiledSet set, IReadOnlyList<DepartmentAccounts> units, int seed, bool audit, Action<string> misses, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(misses);
        var kinds = DocumentMistake.All.Select(kind => new MeasuredKind(audit ? "审核" : "成文", kind.Name)).ToArray();
        foreach (var (number, unit) in units.Index())
        {
            var document = Pipeline.Run(unit, [], set, null, cancellation).Document!;
            document = document with { Metadata = document.Metadata with { DraftNotice = null } };
            Func<Document, List<Finding>> check = audit ? one => Audited(set, one, unit, cancellation) : one => Checked(set, one, unit, cancellation);
            var clean = check(document).Select(Words).ToHashSet();
            foreach (var words in clean)
            {
                misses($"没有放入差错：{words}");
            }

            for (var kind = 0; kind < kinds.Length; kind++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (DocumentMistake.All[kind].Plant(document, unchecked((seed * 31) + (number * 101) + kind)) is { } planted && (audit || planted.InSentence))
                {
                    var at = audit ? At(WrittenDocument.Of(planted.Document), planted.Changed) : [Typed];
                    var now = check(audit ? planted.Document : InFacts(planted)).Where(finding => !clean.Contains(Words(finding))).ToList();
                    kinds[kind] = kinds[kind].With(at, now);
                    if (!now.Exists(finding => finding.Places.Any(at.Contains)))
                    {
                        misses($"没有找到 {kinds[kind].Name}：{planted.Changed}");
                    }

                    foreach (var other in now.Where(finding => !finding.Places.Any(at.Contains)))
                    {
                        misses($"无关 {kinds[kind].Name}（{planted.Changed}）：{Words(other)}");
                    }
                }
            }
        }

        return [.. kinds.Where(kind => kind.Planted > 0)];
    }

    private static List<Finding> Audited(CompiledSet set, Document document, DepartmentAccounts unit, CancellationToken cancellation) =>
        [.. Auditor.Audit(set, WrittenDocument.Of(document), null, unit.FiscalYear, unit.Prior, cancellation).Findings.Where(finding => finding.Severity >= Severity.Warning)];

    private static List<Finding> Checked(CompiledSet set, Document document, DepartmentAccounts unit, CancellationToken cancellation) =>
        [.. DocumentCheck.Check(set, new MetricBook(set, unit), document, [], cancellation).Where(finding => finding.Severity >= Severity.Warning)];

    private static HashSet<Place> At(AuditedDocument document, string changed) =>
    [
        .. document.Items.OfType<AuditedLine>().Where(line => line.Text.Contains(changed, StringComparison.Ordinal) || changed.Contains(line.Text, StringComparison.Ordinal)).Select(line => line.Place),
        .. document.Items.OfType<AuditedTable>().SelectMany(table => table.Cells.Where(cell => cell.Text == changed).Select(cell => table.PlaceOf(document.File, cell))),
    ];

    // As if an office had typed the sentence: it has a cell.
    private static Document InFacts(PlantedText planted)
    {
        var typed = new Text(planted.Changed, new Origin("成文", null, null, [new OriginCell("成文", "", "", null, Typed)]));
        return planted.Document.Blocks.OfType<Paragraph>().Where(paragraph => DocumentText.Of(paragraph.Inlines) == planted.Changed)
            .Aggregate(planted.Document, (document, paragraph) => DocumentEdits.With(document, paragraph, paragraph with { Inlines = [typed] }));
    }

    private static string Words(Finding finding) => $"{finding.Rule} {finding.Message}";
}
