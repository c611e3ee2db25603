using FinalAccounts.Accounts;
using FinalAccounts.Checks;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Files;
using FinalAccounts.Import.Tables;

namespace FinalAccounts.Auditing;

/// <summary>Audits a published document: its tables against the rules, its sentences against its tables, its form. What is missing is a finding; everything else goes on.</summary>
public static class Auditor
{
    private const string RuleNotChecked = "CHK-03";
    private const string MetricNotKnown = "CHK-01";

    // Findings that only a document made from templates can have.
    private static readonly string[] OfOwnDocuments = ["ORG-01", "ORG-02"];

    /// <summary>Audits by one template set.</summary>
    /// <param name="unit">The unit it must be; null: what its tables or its cover say.</param>
    /// <param name="year">决算年度.</param>
    /// <param name="prior">Last year's accounts of the unit; null for none.</param>
    public static AuditResult Audit(
        CompiledSet set, AuditedDocument document, string? unit, int year, DepartmentAccounts? prior, CancellationToken cancellation)
    {
        var read = new ImportFindings { Words = SourceWords.OfDocument };
        var grids = document.Items.OfType<AuditedTable>().Select(table => AlignedHeader.Fitted(table, document.File, set.Set, unit)).ToList();
        foreach (var workbook in document.Workbooks)
        {
            grids.AddRange(GridReader.Read(workbook, read, cancellation) ?? []);
        }

        var tables = new AccountsWorkbookReader(set.Set, unit, year, read).Read(document.File, grids, cancellation);
        var name = unit ?? tables.UnitName ?? AuditedCover.Of(document).Unit ?? "";
        if (name.Length == 0)
        {
            read.Error("AUD-01", "封面和各表都没有写单位名称，无法核对是哪个单位的文档。请补上“部门：单位名称”，或用 --unit 写明。", new Place(document.File));
        }

        var accounts = new DepartmentAccounts(name, year, tables.Tables, Identity(name)) { Prior = prior };
        var book = new MetricBook(set, accounts);
        var rules = Checker.Check(set, book, cancellation);
        var findings = read.All.Select(NotFatal).ToList();
        findings.AddRange(rules.Where(finding => finding.Rule is not (RuleNotChecked or MetricNotKnown)));
        var places = tables.Tables.ToDictionary(table => table.Key, table => SheetOf(table.Value));
        var text = AuditText.Of(document, name, year, places.Values.OfType<string>().ToHashSet());
        findings.AddRange(DocumentCheck.Check(set, book, text, findings, cancellation).Where(finding => !OfOwnDocuments.Contains(finding.Rule)));

        var notChecked = Unchecked(rules);
        return new AuditResult(
            set, accounts, [.. findings.OrderByDescending(finding => finding.Severity)], notChecked,
            [.. set.Set.Tables.Select(layout => new AuditTable(layout.Key, layout.Name, places.GetValueOrDefault(layout.Key), Figures(tables.Tables.GetValueOrDefault(layout.Key))))])
        {
            Facts = new PublishedFacts(set, book, text),
            RulesChecked = set.Rules.Select(rule => rule.Definition.Code).Distinct().Except(notChecked.SelectMany(part => part.Rules)).Count(),
        };
    }

    // A table that cannot be read ends nothing here.
    private static Finding NotFatal(Finding finding) => finding.Severity == Severity.Fatal ? finding with { Severity = Severity.Error } : finding;

    // What an office knows and does not publish is one reason, whatever sheet it would be filled into.
    private static List<NotChecked> Unchecked(IEnumerable<Finding> rules)
    {
        var parts = rules.Where(finding => finding.Rule == RuleNotChecked).Select(finding => Parts(finding.Message)).ToList();
        var unknown = parts.Where(part => MissingSheet.In(part.Reason) is not null).ToList();
        var sheets = unknown.Select(part => MissingSheet.In(part.Reason)).Distinct();
        return
        [
            .. parts.Except(unknown).GroupBy(part => part.Reason).Select(group => new NotChecked(group.Key, [.. group.Select(part => part.Rule).Distinct()])),
            .. unknown.Count == 0 ? [] : new[] { new NotChecked($"要单位的文字资料才能核对，公开的文档里没有：{string.Join("、", sheets)}", [.. unknown.Select(part => part.Rule).Distinct()]) },
        ];
    }

    private static Facts Identity(string unit) => new(new Dictionary<string, FactSheet>
    {
        [KnownFacts.Basics] = new(KnownFacts.Basics, [new FactRecord(new Dictionary<string, FactValue> { [KnownFacts.UnitName] = new(null) { Text = unit }, [KnownFacts.PublicName] = new(null) { Text = unit } })]),
    });

    private static string? SheetOf(AccountsTable table) =>
        table.Rows.SelectMany(row => row.Cells.Values).Select(cell => cell.Place?.Sheet).FirstOrDefault(sheet => sheet is not null);

    private static int Figures(AccountsTable? table) => table?.Rows.Sum(row => row.Cells.Values.Count(cell => cell.Value is not null)) ?? 0;

    // “规则 X 没有检查：why”, as the rule says it.
    private static (string Rule, string Reason) Parts(string message)
    {
        var (from, to) = (message.IndexOf(' ', StringComparison.Ordinal), message.IndexOf("没有检查：", StringComparison.Ordinal));
        return from < 0 || to < from ? (message, message) : (message[from..to].Trim(), message[(to + "没有检查：".Length)..]);
    }
}
