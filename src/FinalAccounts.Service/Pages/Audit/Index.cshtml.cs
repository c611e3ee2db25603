using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Audit;

/// <summary>What was done by whom.</summary>
[Authorize(Rights.Administer)]
public sealed class IndexModel(AuditLog log, FinalAccountsDb db, TimeProvider time) : PageModel
{
    private const int PageSize = 100;

    /// <summary>Which entries.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilter Filter { get; set; } = new();

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public Pager Pager { get; private set; } = new(1, PageSize, 0);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page)
    {
        var query = log.Query(Filter);
        Pager = Pager.Of(page, PageSize, await query.CountAsync(HttpContext.RequestAborted));
        Entries = await query.Skip(Pager.Skip).Take(PageSize).ToListAsync(HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        await RecordAsync("CSV");
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"audit.csv\"; filename*=UTF-8''{Uri.EscapeDataString("审计记录.csv")}";
        await log.WriteCsvAsync(Filter, Response.Body, HttpContext.RequestAborted);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnGetXlsxAsync()
    {
        await RecordAsync("xlsx");
        var workbook = WorkbookWriter.Bytes(await log.WorkbookAsync(Filter, time.GetUtcNow(), HttpContext.RequestAborted), HttpContext.RequestAborted);
        return File(workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "审计记录.xlsx");
    }

    private async Task RecordAsync(string format)
    {
        db.Record(time.GetUtcNow(), User.Identity!.Name!, "audit.exported", format);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }
}
