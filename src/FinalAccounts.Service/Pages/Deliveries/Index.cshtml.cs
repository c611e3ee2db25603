using System.ComponentModel.DataAnnotations;
using FinalAccounts.Import;
using FinalAccounts.Service.Deliveries;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.RateLimiting;

namespace FinalAccounts.Service.Pages.Deliveries;

/// <summary>Workbooks of many units, handed in at once; and those that were.</summary>
[Authorize(Rights.EditData), EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(MaxBytes), RequestFormLimits(MultipartBodyLengthLimit = MaxBytes, ValueCountLimit = MostFiles + 100)]
public sealed class IndexModel(FinalAccountsDb db, DeliveryDesk desk, Disclosures disclosures) : PageModel
{
    /// <summary>Files at a time, as they are sent; an archive is one.</summary>
    public const int MostFiles = 3000;

    /// <summary>Bytes of all files of one upload.</summary>
    public const long MaxBytes = 300L * 1024 * 1024;

    private const int PageSize = 50;

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>决算年度 that they are for.</summary>
    [BindProperty, Range(2000, 2100, ErrorMessage = "请填写年度（2000 至 2100）。")]
    public int FiscalYear { get; set; }

    /// <summary>What the file input accepts.</summary>
    public static string Accept { get; } = string.Join(',', ImportFile.Extensions.Where(extension => extension != ".csv").Append(".zip"));

    public IReadOnlyList<Row> Shown { get; private set; } = [];

    public Pager Pager { get; private set; } = new(1, PageSize, 0);

    /// <summary>Shows form and list.</summary>
    /// <param name="number">The part of the list, from 1.</param>
    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        FiscalYear = RememberedYear.Of(Request) ?? (await disclosures.YearsAsync(cancellation)).Current;
        await FillAsync(number, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || Files.Count is 0 or > MostFiles)
        {
            var message = !ModelState.IsValid ? ModelState.Values.SelectMany(value => value.Errors).First().ErrorMessage
                : Files.Count == 0 ? "请选择文件、文件夹或 ZIP 压缩包。" : $"一次最多 {MostFiles} 个文件，现在是 {Files.Count} 个。请分几次提交，或打成 ZIP 压缩包。";
            return await RefusedAsync(message, cancellation);
        }

        return this.LeadTo($"/deliveries/{await desk.TakeAsync(FiscalYear, ReadAsync(cancellation), User.Identity!.Name!, cancellation)}");
    }

    private async IAsyncEnumerable<ImportFile> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in Files)
        {
            var read = await UploadedFile.ReadAsync(file, cancellation);
            yield return read with { Name = string.Concat(file.FileName.Replace('\\', '/').TrimStart('/').Where(c => !char.IsControl(c))) };
        }
    }

    private async Task<IActionResult> RefusedAsync(string message, CancellationToken cancellation)
    {
        if (Problems.WantsData(HttpContext))
        {
            return Problems.OfForm(message);
        }

        ModelState.Clear();
        ModelState.AddModelError("", message);
        await FillAsync(null, cancellation);
        return Page();
    }

    private async Task FillAsync(int? number, CancellationToken cancellation)
    {
        Pager = Pager.Of(number, PageSize, await db.Deliveries.CountAsync(cancellation));
        Shown = await db.Deliveries.OrderByDescending(delivery => delivery.At).Skip(Pager.Skip).Take(PageSize).Select(delivery => new Row(
            delivery.Id, delivery.Year, delivery.By, delivery.At, delivery.Files.Count, delivery.Files.Where(file => file.ImportId != null).Select(file => file.ImportId).Distinct().Count(),
            delivery.Files.Where(file => file.Import!.State == ImportState.Pending).Select(file => file.ImportId).Distinct().Count(),
            delivery.Files.Count(file => file.Problem != null), delivery.ReadAt != null)).ToListAsync(cancellation);
    }

    /// <summary>A delivery in the list.</summary>
    /// <param name="Problems">Files that no unit got.</param>
    public sealed record Row(Guid Id, int Year, string By, DateTimeOffset At, int Files, int Units, int Pending, int Problems, bool Over);
}
