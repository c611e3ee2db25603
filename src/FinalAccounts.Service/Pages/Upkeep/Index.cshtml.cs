using FinalAccounts.Service.Audit;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Upkeep;

namespace FinalAccounts.Service.Pages.Upkeep;

/// <summary>Everything that the service keeps, as one file to take away.</summary>
[Authorize(Rights.Administer)]
public sealed class IndexModel(FinalAccountsDb db, TimeProvider time) : PageModel
{
    private const string Action = "backup.downloaded";

    /// <summary>Bytes of all files that are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>When the last back-up was downloaded here; null for never.</summary>
    public AuditEntry? Last { get; private set; }

    /// <summary>Shows how much there is.</summary>
    public async Task OnGetAsync()
    {
        Bytes = await db.Artifacts.SumAsync(artifact => artifact.Size, HttpContext.RequestAborted);
        Last = await db.Audit.Where(entry => entry.Action == Action).OrderByDescending(entry => entry.Id).FirstOrDefaultAsync(HttpContext.RequestAborted);
    }

    /// <summary>The back-up, as it comes from the database.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var now = time.GetUtcNow();
        var name = $"finalaccounts-{ShanghaiTime.Day(now):yyyyMMdd}.backup.zip";
        db.Record(now, User.Identity!.Name!, Action, name);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        Response.Headers.CacheControl = "no-store";
        await HttpContext.RequestServices.GetRequiredService<Backup>().WriteAsync(Response.Body, HttpContext.RequestAborted);
        return new EmptyResult();
    }
}
