using FinalAccounts.Accounts;
using FinalAccounts.Auditing;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Reading;
using FinalAccounts.Rendering;
using FinalAccounts.Rendering.Typst;
using FinalAccounts.Samples.Mistakes;
using FinalAccounts.Service.Reviewing;

namespace FinalAccounts.Tests.Auditing;

/// <summary>What the audit finds of mistakes planted into finished documents, format by format.</summary>
internal sealed class AuditMeasurement(CompiledSet set, PdfRenderer pdf)
{
    private readonly SortedDictionary<string, (int Planted, int Found)> kinds = new(StringComparer.Ordinal);
    private readonly List<string> missed = [];

    public int Planted => kinds.Values.Sum(kind => kind.Planted);

    public int Found => kinds.Values.Sum(kind => kind.Found);

    public decimal Recall => Planted == 0 ? 0 : (decimal)Found / Planted;

    /// <summary>Errors and warnings on documents without a planted mistake, and those beside a planted one that do not name it.</summary>
    public List<string> False { get; } = [];

    public int Documents { get; private set; }

    public IEnumerable<string> Kinds => kinds.Select(kind => $"{kind.Key} {kind.Value.Found}/{kind.Value.Planted}");

    public IEnumerable<string> Missed => missed;

    /// <summary>A unit's document, clean and with one mistake of each kind.</summary>
    /// <param name="chosen">Which kinds, by their number.</param>
    public async Task AddAsync(DepartmentAccounts accounts, OutputFormats format, int seed, Func<int, bool> chosen)
    {
        var document = Pipeline.Run(accounts, [], set, null, CancellationToken.None).Document!;
        document = document with { Metadata = document.Metadata with { DraftNotice = null } };
        var clean = (await Audit(document, format, accounts.Prior)).Findings.Select(Words).ToHashSet();
        Documents++;
        False.AddRange(clean.Select(words => $"clean {format} {document.Metadata.Title}: {words}"));
        foreach (var (number, kind) in DocumentMistake.All.Index().Where(kind => chosen(kind.Index)))
        {
            if (kind.Plant(document, unchecked((seed * 31) + number)) is not { } planted)
            {
                continue;
            }

            Documents++;
            var (findings, at) = await Audit(planted.Document, format, accounts.Prior, planted.Changed);
            var now = findings.Where(finding => !clean.Contains(Words(finding))).ToList();
            var named = now.Where(finding => finding.Places.Any(at.Contains)).ToList();
            kinds.TryGetValue(kind.Name, out var so);
            kinds[kind.Name] = (so.Planted + 1, so.Found + (named.Count > 0 ? 1 : 0));
            if (named.Count == 0)
            {
                missed.Add($"{format} {kind.Name}: {planted.Changed}");
            }

            False.AddRange(now.Except(named).Select(finding => $"{kind.Name} ({planted.Changed}) {format}: {Words(finding)}"));
        }
    }

    private async Task<(IReadOnlyList<Finding> Findings, HashSet<Place> At)> Audit(Document document, OutputFormats format, DepartmentAccounts? prior, string? changed = null)
    {
        var rendered = await new DisclosureRenderer(pdf).RenderAsync(document, set.Set.Theme, format, null, CancellationToken.None);
        var file = rendered.Files.Single(one => one.Format == format);
        var placed = new PlacedDocument(DocumentReader.Read($"公开{file.Extension}", file.Bytes, CancellationToken.None), []);
        var result = Auditor.Audit(set, placed.Audited, null, set.Set.FiscalYear, prior, CancellationToken.None);
        return ([.. result.Findings.Where(finding => finding.Severity >= Severity.Warning)], changed is null ? [] : At(placed.Audited, Bare(changed)));
    }

    private static HashSet<Place> At(AuditedDocument document, string changed) =>
    [
        .. document.Items.OfType<AuditedLine>().Where(line => Bare(line.Text).Contains(changed, StringComparison.Ordinal)).Select(line => line.Place),
        .. document.Items.OfType<AuditedTable>().SelectMany(table => table.Cells.Where(cell => Bare(cell.Text) == changed).Select(cell => table.PlaceOf(document.File, cell))),
    ];

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Words(Finding finding) => $"{finding.Rule} {finding.Message}";
}
