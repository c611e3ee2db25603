using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Pages.Units;

/// <summary>All units with how far each has come in a year.</summary>
[Authorize(Rights.Read)]
public sealed class IndexModel(FinalAccountsDb db, Disclosures disclosures, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    /// <summary>决算年度.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Part of code or name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Only units at this step.</summary>
    [BindProperty(SupportsGet = true)]
    public NextStep? Step { get; set; }

    /// <summary>Only units that stand so to their deadline.</summary>
    [BindProperty(SupportsGet = true)]
    public Due? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitOrder Order { get; set; }

    /// <summary>Units that no longer publish, too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The years to choose from.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The year shown.</summary>
    public int Shown { get; private set; }

    public IReadOnlyList<UnitProgress> Rows { get; private set; } = [];

    /// <summary>How many units are at each step, before the filters by step and deadline.</summary>
    public IReadOnlyDictionary<NextStep, int> Counts { get; private set; } = new Dictionary<NextStep, int>();

    /// <summary>How many units stand how to their deadline, before these filters.</summary>
    public IReadOnlyDictionary<Due, int> DueCounts { get; private set; } = new Dictionary<Due, int>();

    /// <summary>The filter as a query, for the files of the list.</summary>
    public string Query => $"year={Shown}&q={Uri.EscapeDataString(Q ?? "")}&step={Step}&due={Due}&order={Order}&all={All}";

    public Pager Pager { get; private set; } = new(1, PageSize, 0);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page)
    {
        var rows = await FindAsync();
        Pager = Pager.Of(page, PageSize, rows.Count);
        Rows = rows.GetRange(Pager.Skip, Math.Min(PageSize, rows.Count - Pager.Skip));
    }

    /// <summary>The whole list as a workbook.</summary>
    public async Task<IActionResult> OnGetXlsxAsync()
    {
        var rows = await FindAsync();
        return File(WorkbookWriter.Bytes(ProgressSheet.Build(Shown, rows, time.GetUtcNow()), HttpContext.RequestAborted), DataDownloads.Xlsx, $"{Shown}年度各单位进度.xlsx");
    }

    /// <summary>The deadlines as a calendar.</summary>
    public async Task<IActionResult> OnGetCalendarAsync()
    {
        var rows = await FindAsync();
        return File(DeadlineCalendar.Write(Shown, rows, time.GetUtcNow()), "text/calendar; charset=utf-8", $"{Shown}年度公开截止.ics");
    }

    private async Task<List<UnitProgress>> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        (Years, var current) = await disclosures.YearsAsync(cancellation);
        Shown = Year ?? RememberedYear.Of(Request) ?? current;
        if (Year is { } chosen)
        {
            RememberedYear.Keep(HttpContext, chosen);
        }

        if (!Years.Contains(Shown))
        {
            Years = [.. Years.Append(Shown).OrderDescending()];
        }

        var query = db.Units.AsNoTracking().Include(unit => unit.Parent).Where(unit => All || unit.Active);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var text = Q.Trim();
            query = query.Where(unit => unit.Code.Contains(text) || unit.Name.Contains(text));
        }

        var units = await query.ToListAsync(cancellation);
        var states = await disclosures.OfAsync([.. units.Select(unit => unit.Id)], Shown, cancellation);
        var rows = units.ConvertAll(unit => new UnitProgress(unit, states[unit.Id]));
        Counts = rows.CountBy(row => row.State.Next).ToDictionary();
        DueCounts = rows.CountBy(row => row.Due).ToDictionary();
        return [.. UnitProgress.Sorted(rows.Where(row => (Step is null || row.State.Next == Step) && (Due is null || row.Due == Due)), Order)];
    }
}
