using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Checks;
using FinalAccounts.Formulas;
using FinalAccounts.Narration;

namespace FinalAccounts;

/// <summary>The one way through, after import and before rendering: check → narrate → assemble → proofread. Pure: no clock, no file, no database.</summary>
public static class Pipeline
{
    /// <summary>Makes the document; findings of all stages come with it, the document also where some stop publishing.</summary>
    /// <param name="accounts">What was imported, corrections applied.</param>
    /// <param name="imported">What the import had to say; it counts for the gate.</param>
    /// <param name="set">The template set.</param>
    /// <param name="entering">Told each stage as it begins, for progress and timings; null for silence.</param>
    /// <param name="cancellation">Ends the run between sections and rows.</param>
    public static Disclosure Run(
        DepartmentAccounts accounts, IReadOnlyList<Finding> imported, CompiledSet set, Action<Stage>? entering, CancellationToken cancellation)
    {
        entering?.Invoke(Stage.Check);
        var filled = FactDefaults.Fill(set, accounts);
        accounts = filled.Accounts;
        var findings = new List<Finding>([.. imported, .. filled.Findings]);
        var causes = SaidOnce.Places(findings, filled.Waiting);
        findings.AddRange(Checker.Check(set, new MetricBook(set, accounts), causes, cancellation));

        entering?.Invoke(Stage.Narrate);
        var outline = UnitOutline.Of(set, accounts);
        findings.AddRange(outline.Findings);
        var sections = Narrator.Narrate(accounts, set, outline.Value!, cancellation);
        findings.AddRange(sections.SelectMany(section => section.Findings).DistinctBy(finding => (finding.Rule, finding.Message, string.Join("\n", finding.Places))));
        findings.AddRange(SaidOnce.Of(SaidOnce.Places(findings, filled.Waiting), MissingData.Findings(sections.SelectMany(section => section.Missing).Where(missing => !SaidOnce.Names(findings, missing.Sheet, missing.Item)))));

        entering?.Invoke(Stage.Assemble);
        var assembled = Assembler.Assemble(
            accounts, set.Set with { Outline = outline.Value! }, sections.ToDictionary(section => section.File, section => section.Blocks), Created(accounts), null, cancellation);
        findings.AddRange(SaidOnce.Of(causes, assembled.Findings));
        if (assembled.Value is not { } document)
        {
            return new Disclosure(null, findings);
        }

        // What people will read is checked as they will read it; only then is it known how many errors a draft must own to.
        entering?.Invoke(Stage.Proofread);
        findings.AddRange(DocumentCheck.Check(set, new MetricBook(set, accounts), document, findings, cancellation));
        var errors = findings.Count(finding => finding.Severity >= Severity.Error);
        var notice = errors > 0 ? $"草稿：尚有{errors}处错误未处理，不得公开" : null;
        return new Disclosure(document with { Metadata = document.Metadata with { DraftNotice = notice } }, findings);
    }

    /// <summary>The moment written into files: the date of publication, so that equal inputs give equal files.</summary>
    private static DateTimeOffset Created(DepartmentAccounts accounts) =>
        new(accounts.Facts.Field(KnownFacts.Basics, KnownFacts.PublishedOn)?.Date?.ToDateTime(TimeOnly.MinValue) ?? new DateTime(accounts.FiscalYear + 1, 1, 1), TimeSpan.FromHours(8));
}

/// <summary>What a run makes before rendering.</summary>
/// <param name="Document">Null when a template or the outline is so broken that there is none.</param>
/// <param name="Findings">Of all stages, in their order.</param>
public sealed record Disclosure(Document? Document, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether an error stops publishing.</summary>
    public bool Publishable => Document is not null && Findings.All(finding => finding.Severity < Severity.Error);
}

/// <summary>The stages of a generation, in order.</summary>
public enum Stage
{
    /// <summary>Workbooks to accounts.</summary>
    Import,

    /// <summary>Accounts against rules.</summary>
    Check,

    /// <summary>Accounts and templates to text.</summary>
    Narrate,

    /// <summary>Text, tables and annexes to one document.</summary>
    Assemble,

    /// <summary>The document's text and form against the data.</summary>
    Proofread,

    /// <summary>The document laid out and printed, which also tells the page numbers.</summary>
    Print,

    /// <summary>The document to a web page.</summary>
    Html,

    /// <summary>The document to Word.</summary>
    Word,

    /// <summary>The tables to a workbook.</summary>
    Excel,

    /// <summary>The files to their folder.</summary>
    Store,
}
