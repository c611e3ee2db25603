using FinalAccounts.Import;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Reading;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.RateLimiting;

namespace FinalAccounts.Service.Pages.Units;

/// <summary>Many units from a sheet: all of them or, with a finding, none.</summary>
[Authorize(Rights.Administer), EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(MaxBytes), RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class ImportModel(UnitRegister register, FileReaders readers, TimeProvider time) : PageModel
{
    // One file of the largest size that is read, and the form around it.
    private const long MaxBytes = ImportLimits.FileBytes + (64 * 1024);

    [BindProperty]
    public IFormFile? Sheet { get; set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>A sheet to begin with.</summary>
    public IActionResult OnGetSample() => File(WorkbookWriter.Bytes(UnitSheet.Sample(time.GetUtcNow()), HttpContext.RequestAborted), DataDownloads.Xlsx, "单位清单样表.xlsx");

    public async Task<IActionResult> OnPostAsync()
    {
        if (Sheet is null || Sheet.Length == 0)
        {
            ModelState.AddModelError("", "请选择一个文件。");
            return Page();
        }

        var file = await readers.ReadAsync(await UploadedFile.ReadAsync(Sheet, HttpContext.RequestAborted), HttpContext.RequestAborted);
        var read = UnitSheet.Read(file, HttpContext.RequestAborted);
        Findings = read.Findings;
        if (read.Value is not { } rows)
        {
            return Page();
        }

        var (added, changed, findings) = await register.SaveAllAsync(rows, User.Identity!.Name!, HttpContext.RequestAborted);
        Findings = [.. read.Findings, .. findings];
        if (findings.Count > 0)
        {
            return Page();
        }

        this.Done($"新增 {added} 个单位，更新 {changed} 个单位。");
        return LocalRedirect("/units");
    }
}
