using System.Collections.Concurrent;
using System.Diagnostics;
using FinalAccounts.Accounts;
using FinalAccounts.Auditing;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Service.Reading;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Reviewing;

/// <summary>Reads published documents in processes of their own and audits them; template sets are compiled once. Documents may be audited at the same time.</summary>
public sealed class AuditJob(ITemplateSource templates, FileReaders readers)
{
    private readonly IReadOnlyList<SetSummary> sets = new TemplateSetReader(templates).Summaries();
    private readonly ConcurrentDictionary<string, Lazy<CompiledSet?>> compiled = new(StringComparer.Ordinal);

    /// <summary>The template set; null: the one of the document's year that knows most of its tables.</summary>
    public string? Set { get; init; }

    /// <summary>决算年度; null: what cover and titles say.</summary>
    public int? Year { get; init; }

    /// <summary>The unit; null: what tables and cover say.</summary>
    public string? Unit { get; init; }

    /// <summary>Last year's accounts by the rules of a set and year; null where they are not known.</summary>
    public Func<CompiledSet, int, DepartmentAccounts?> Prior { get; init; } = (_, _) => null;

    /// <summary>Audits one document.</summary>
    /// <param name="path">As people know it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="beside">A workbook that the document names as holding its tables; null where there is none.</param>
    public async Task<AuditedFile> RunAsync(string path, ReadOnlyMemory<byte> content, Func<string, ImportFile?> beside, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var name = Path.GetFileName(path);
        var document = await readers.ReadDocumentAsync(name, content, cancellation);
        var workbooks = new List<ImportFile>();
        foreach (var file in document.Attachments.Select(beside).OfType<ImportFile>())
        {
            workbooks.Add(await readers.ReadAsync(file, cancellation));
        }

        var placed = new PlacedDocument(document, workbooks);
        var findings = document.Problems.Select(problem => new Finding(
            problem.Fatal ? Severity.Fatal : Severity.Error, "AUD-02", problem.Message, [new Place(name, problem.Page is { } page ? $"第{page}页" : null)])).ToList();
        var result = document.Problems.Any(problem => problem.Fatal) ? null : Audit(placed.Audited, findings, cancellation);
        return new AuditedFile(path, placed, result, [.. findings.Concat(result?.Findings ?? []).OrderByDescending(finding => finding.Severity)], clock.Elapsed);
    }

    private AuditResult? Audit(AuditedDocument document, List<Finding> findings, CancellationToken cancellation)
    {
        var cover = AuditedCover.Of(document);
        var fiscal = Year ?? cover.Year;
        if (document.Items.Count == 0)
        {
            findings.Add(new Finding(Severity.Fatal, "AUD-03", "没有读到文字，不能审核。如果是扫描件，请换成由 Word 另存的 PDF。", [new Place(document.File)]));
            return null;
        }

        if (fiscal is null && Set is null)
        {
            findings.Add(new Finding(Severity.Fatal, "AUD-04", "看不出是哪一年度的决算。请写明年度或模板集（--year、--set，或页面上的选项）。", [new Place(document.File)]));
            return null;
        }

        AuditResult? best = null;
        foreach (var candidate in Candidates(fiscal))
        {
            var used = fiscal ?? candidate.Set.FiscalYear;
            var result = Auditor.Audit(candidate, document, Unit, used, Prior(candidate, used), cancellation);
            if (best is null || Fit(result).CompareTo(Fit(best)) > 0)
            {
                best = result;
            }
        }

        if (best is null)
        {
            findings.Add(new Finding(Severity.Fatal, "AUD-05", $"没有可用的模板集{(Set is null ? "" : $"“{Set}”，或它有错误")}。现有：{string.Join("、", templates.Sets)}。", [new Place(document.File)]));
        }

        return best;
    }

    // More tables, then more figures of them, then fewer errors.
    private static (int Tables, int Figures, int Errors) Fit(AuditResult result) =>
        (result.TablesFound, result.Tables.Sum(table => table.Figures), -result.Findings.Count(finding => finding.Severity == Severity.Error));

    private IEnumerable<CompiledSet> Candidates(int? fiscal)
    {
        var ofYear = sets.Where(set => set.FiscalYear == fiscal).ToList();
        return (Set is not null ? [Set] : (ofYear.Count > 0 ? ofYear : sets).Select(set => set.Key)).Select(Compiled).OfType<CompiledSet>();
    }

    private CompiledSet? Compiled(string set) => compiled.GetOrAdd(
        set, key => new Lazy<CompiledSet?>(() => templates.Sets.Contains(key) ? new TemplateSetReader(templates).ReadCompiled(key).Value : null)).Value;
}
