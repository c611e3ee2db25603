using System.Diagnostics;
using FinalAccounts.Accounts;
using FinalAccounts.Auditing;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Reading;
using FinalAccounts.Templates;

namespace FinalAccounts.Cli.Audit;

/// <summary>Reads and audits files one after another; template sets are compiled once.</summary>
/// <param name="key">The template set; null: the one of the document's year that knows most of its tables.</param>
internal sealed class AuditJob(ITemplateSource templates, string? key, int? year, string? unit, Func<CompiledSet, int, DepartmentAccounts?> prior)
{
    private readonly IReadOnlyList<SetSummary> sets = new TemplateSetReader(templates).Summaries();
    private readonly Dictionary<string, CompiledSet?> compiled = [];

    /// <summary>Audits one file.</summary>
    public AuditedFile Run(string path, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        return new FileInfo(path).Length > ReadingLimits.FileBytes
            ? Run(path, Stopwatch.StartNew(), new PublishedDocument(name, [], [], [new ReadingProblem($"{name}：文件超过 {ReadingLimits.FileBytes / 1024 / 1024} MB，不像一份公开文档。请核对。", null, Fatal: true)]), cancellation)
            : Run(path, File.ReadAllBytes(path), cancellation);
    }

    /// <summary>Audits the content of a file; workbooks that it names are looked for where <paramref name="path"/> is.</summary>
    public AuditedFile Run(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        return Run(path, clock, DocumentReader.Read(Path.GetFileName(path), content, cancellation), cancellation);
    }

    private AuditedFile Run(string path, Stopwatch clock, PublishedDocument document, CancellationToken cancellation)
    {
        var name = document.File;
        var placed = new PlacedDocument(document, [.. document.Attachments.SelectMany(link => Beside(path, link))]);
        var findings = document.Problems.Select(problem => new Finding(
            problem.Fatal ? Severity.Fatal : Severity.Error, "AUD-02", problem.Message, [new Place(name, problem.Page is { } page ? $"第{page}页" : null)])).ToList();
        if (document.Problems.Any(problem => problem.Fatal))
        {
            return new AuditedFile(path, placed, null, findings, clock.Elapsed);
        }

        var result = Audit(placed.Audited, findings, cancellation);
        return new AuditedFile(path, placed, result, [.. findings.Concat(result?.Findings ?? []).OrderByDescending(finding => finding.Severity)], clock.Elapsed);
    }

    private AuditResult? Audit(AuditedDocument document, List<Finding> findings, CancellationToken cancellation)
    {
        var cover = AuditedCover.Of(document);
        var fiscal = year ?? cover.Year;
        if (document.Items.Count == 0)
        {
            findings.Add(new Finding(Severity.Fatal, "AUD-03", "没有读到文字，不能审核。如果是扫描件，请换成由 Word 另存的 PDF。", [new Place(document.File)]));
            return null;
        }

        if (fiscal is null && key is null)
        {
            findings.Add(new Finding(Severity.Fatal, "AUD-04", "看不出是哪一年度的决算。请用 --year 或 --set 写明。", [new Place(document.File)]));
            return null;
        }

        AuditResult? best = null;
        foreach (var candidate in Candidates(fiscal))
        {
            var used = fiscal ?? candidate.Set.FiscalYear;
            var result = Auditor.Audit(candidate, document, unit, used, prior(candidate, used), cancellation);
            if (best is null || Fit(result).CompareTo(Fit(best)) > 0)
            {
                best = result;
            }
        }

        return best ?? throw new UsageException("没有可用的模板集。请检查 templates。");
    }

    // More tables, then more figures of them, then fewer errors.
    private static (int Tables, int Figures, int Errors) Fit(AuditResult result) =>
        (result.TablesFound, result.Tables.Sum(table => table.Figures), -result.Findings.Count(finding => finding.Severity == Severity.Error));

    private IEnumerable<CompiledSet> Candidates(int? fiscal)
    {
        if (key is not null)
        {
            return Compiled(key) is { } given ? [given] : throw new UsageException($"没有模板集 {key}，或它有错误。现有：{string.Join("、", templates.Sets)}");
        }

        var ofYear = sets.Where(set => set.FiscalYear == fiscal).ToList();
        return (ofYear.Count > 0 ? ofYear : sets).Select(set => Compiled(set.Key)).OfType<CompiledSet>();
    }

    private CompiledSet? Compiled(string set)
    {
        if (!compiled.TryGetValue(set, out var found))
        {
            compiled[set] = found = templates.Sets.Contains(set) ? new TemplateSetReader(templates).ReadCompiled(set).Value : null;
        }

        return found;
    }

    // Only files in the page's own folder: a page may name anything.
    private static IEnumerable<ImportFile> Beside(string path, string link)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(Uri.UnescapeDataString(link)));
        if (File.Exists(file) && new FileInfo(file).Length <= ImportLimits.FileBytes)
        {
            yield return new ImportFile(Path.GetFileName(file), File.ReadAllBytes(file));
        }
    }
}
