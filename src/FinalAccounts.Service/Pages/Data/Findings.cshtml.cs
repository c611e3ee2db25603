using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Comments;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>What the checks say of a unit's data as they are now: to filter, to print, as a workbook; each place leads to the form that corrects it.</summary>
[Authorize(Rights.Read)]
public sealed class FindingsModel(FinalAccountsDb db, CorrectionDesk corrections, UnitChecks checks, CommentDesk comments, TimeProvider time, IAuthorizationService authorization) : UnitYearPage(db)
{
    /// <summary>Only this gravity; null for all.</summary>
    [BindProperty(SupportsGet = true, Name = "severity")]
    public Severity? Level { get; set; }

    /// <summary>Only what concerns this table or fact sheet.</summary>
    [BindProperty(SupportsGet = true, Name = "sheet")]
    public string? Sheet { get; set; }

    /// <summary>Only what has these words.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Whether anything was accepted.</summary>
    public bool HasData { get; private set; }

    public IReadOnlyList<Finding> All { get; private set; } = [];

    /// <summary>Those of the filter.</summary>
    public IReadOnlyList<Finding> Shown { get; private set; } = [];

    /// <summary>Tables and fact sheets with findings, and how many.</summary>
    public IReadOnlyList<(string Name, int Count)> Sheets { get; private set; } = [];

    /// <summary>Where places lead.</summary>
    public Func<PlaceRun, string?> Link { get; private set; } = _ => null;

    /// <summary>What people say about a finding.</summary>
    public Func<Finding, (string Text, string Address)?> Talk { get; private set; } = _ => null;

    public async Task OnGetAsync()
    {
        var places = await FindAsync();
        var links = new CommentLinks(Home, await comments.OpenAsync(CommentHome.Of(Unit, Year), Cancellation));
        Talk = finding => links.Of(finding, places);
    }

    /// <summary>Those of the filter as a workbook.</summary>
    public async Task<IActionResult> OnGetXlsxAsync()
    {
        await FindAsync();
        var title = $"{Unit.Name} {Year}年度";
        return File(WorkbookWriter.Bytes(FindingsSheet.Build(title, Shown, time.GetUtcNow())), DataDownloads.Xlsx, $"核对结果 {title}.xlsx");
    }

    private async Task<PlaceIndex?> FindAsync()
    {
        var data = await corrections.ViewAsync(Unit, Year, Cancellation);
        var found = data is null ? await checks.OfAsync(Unit, Year, Cancellation) : await checks.OfAsync(Unit, Year, data, Cancellation);
        (HasData, All) = (found is not null, found ?? []);
        var places = data is null ? null : PlaceIndex.Of(data);
        var named = All.Select(finding => (Finding: finding, Sheets: finding.Places.Select(place => places?.SheetOf(place)?.Name).OfType<string>().ToHashSet())).ToList();
        Sheets = [.. named.SelectMany(pair => pair.Sheets).CountBy(name => name).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];
        Shown = [.. named.Where(pair => Fits(pair.Finding, pair.Sheets)).Select(pair => pair.Finding)];
        Link = FindingLinks.Of(data, Home, (await authorization.AuthorizeAsync(User, null, Rights.EditData)).Succeeded);
        return places;
    }

    private bool Fits(Finding finding, HashSet<string> sheets) =>
        (Level is null || finding.Severity == Level)
        && (string.IsNullOrEmpty(Sheet) || sheets.Contains(Sheet))
        && (string.IsNullOrWhiteSpace(Words) || $"{finding.Rule} {finding.Message} {finding.Remedy}".Contains(Words.Trim(), StringComparison.OrdinalIgnoreCase));
}
