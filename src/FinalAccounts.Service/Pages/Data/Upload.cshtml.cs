using FinalAccounts.Import;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.RateLimiting;

namespace FinalAccounts.Service.Pages.Data;

/// <summary>Upload of the workbooks. Nothing is stored before everything has arrived and was read; then all of it at once.</summary>
[Authorize(Rights.EditData), EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(MaxBytes), RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class UploadModel(FinalAccountsDb db, Imports imports) : UnitYearPage(db)
{
    /// <summary>Bytes of all files of one upload.</summary>
    public const long MaxBytes = 3L * ImportLimits.FileBytes + 1024 * 1024;

    /// <summary>What the browser offers to choose.</summary>
    public static string Accepted { get; } = string.Join(',', ImportFile.Extensions);

    /// <summary>公开表; several files are the tables of one workbook.</summary>
    [BindProperty]
    public List<IFormFile> Tables { get; set; } = [];

    /// <summary>文字资料, likewise.</summary>
    [BindProperty]
    public List<IFormFile> Facts { get; set; } = [];

    /// <summary>上年公开表, likewise.</summary>
    [BindProperty]
    public List<IFormFile> PriorTables { get; set; } = [];

    /// <summary>The import in force, whose files stay where none is given.</summary>
    public DataImport? InForce { get; private set; }

    public async Task OnGetAsync()
    {
        imports.Expect();
        InForce = await imports.InForceAsync(Unit.Id, Year, Cancellation);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        InForce = await imports.InForceAsync(Unit.Id, Year, Cancellation);
        var given = new HandIn { Tables = await TogetherAsync("公开表.zip", Tables), Facts = await TogetherAsync("文字资料.zip", Facts), PriorTables = await TogetherAsync("上年公开表.zip", PriorTables) };
        if (given.IsEmpty)
        {
            return Refused("请至少选择一个文件。");
        }

        if (given.Refusal(InForce) is { } refusal)
        {
            return Refused(refusal);
        }

        var import = await imports.HandInAsync(Unit, Year, given, ImportSource.Upload, By, Cancellation);
        return this.LeadTo($"{Home}/imports/{import.Number}");
    }

    private async Task<ImportFile?> TogetherAsync(string name, IEnumerable<IFormFile> given)
    {
        var files = new List<ImportFile>();
        foreach (var file in given.Where(file => file.Length > 0))
        {
            files.Add(await UploadedFile.ReadAsync(file, Cancellation));
        }

        return files.Count == 0 ? null : ImportFile.Together(name, files);
    }

    private IActionResult Refused(string message)
    {
        if (Problems.WantsData(HttpContext))
        {
            return Problems.OfForm(message);
        }

        ModelState.AddModelError("", message);
        return Page();
    }
}
