using FinalAccounts.Import;
using FinalAccounts.Reading;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Reviewing;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.AspNetCore.RateLimiting;

namespace FinalAccounts.Service.Pages.Reviews;

/// <summary>Published documents of units, handed in to be audited, and those that were.</summary>
[Authorize(Rights.Review), EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(MaxBytes), RequestFormLimits(MultipartBodyLengthLimit = MaxBytes)]
public sealed class IndexModel(DocumentReviews reviews, PublishedTemplates templates) : PageModel
{
    /// <summary>Files at a time.</summary>
    public const int MostFiles = 30;

    private const long MaxBytes = 200L * 1024 * 1024;
    private const int PageSize = 50;

    /// <summary>Part of a name; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>The template set; blank to choose by the document.</summary>
    [BindProperty]
    public string? Set { get; set; }

    /// <summary>决算年度; null to take the document's.</summary>
    [BindProperty]
    public int? FiscalYear { get; set; }

    /// <summary>What file inputs accept.</summary>
    public static string Accept => string.Join(',', DocumentReader.Extensions.Concat(ImportFile.Extensions));

    /// <summary>The sets to choose from.</summary>
    public IReadOnlyList<string> Sets { get; private set; } = [];

    public IReadOnlyList<DocumentReview> Shown { get; private set; } = [];

    public Pager Pager { get; private set; } = new(1, PageSize, 0);

    /// <summary>Shows form and list.</summary>
    /// <param name="number">The part of the list, from 1.</param>
    public Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellation) => FillAsync(number, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Files.Count is 0 or > MostFiles)
        {
            ModelState.AddModelError(nameof(Files), Files.Count == 0 ? "请选择要审核的文件。" : $"一次最多 {MostFiles} 份，现在是 {Files.Count} 份。更多的请分几次，或用命令 finalaccounts audit。");
        }
        else if (Files.FirstOrDefault(file => file.Length > DocumentLimits.FileBytes) is { } large)
        {
            ModelState.AddModelError(nameof(Files), $"{large.FileName} 超过 {DocumentLimits.FileBytes / 1024 / 1024} MB，不像一份公开文档。请核对。");
        }

        if (!ModelState.IsValid)
        {
            await FillAsync(null, cancellation);
            return Page();
        }

        var given = new List<ImportFile>();
        foreach (var file in Files)
        {
            given.Add(await UploadedFile.ReadAsync(file, cancellation));
        }

        var done = await reviews.AuditAsync(given, string.IsNullOrWhiteSpace(Set) ? null : Set, FiscalYear, User.Identity!.Name!, cancellation);
        if (done.Count == 0)
        {
            ModelState.AddModelError(nameof(Files), "只有工作簿，没有公开文档。请一并选择 docx、pdf 或 html。");
            await FillAsync(null, cancellation);
            return Page();
        }

        this.Done($"审核了 {done.Count} 份，有错误的 {done.Count(review => review.Errors > 0)} 份。");
        return LocalRedirect(done is [var only] ? $"/reviews/{only.Id}" : "/reviews");
    }

    private async Task FillAsync(int? number, CancellationToken cancellation)
    {
        Sets = [.. (await templates.TakeAsync(cancellation)).Sets];
        var all = reviews.List(string.IsNullOrWhiteSpace(Q) ? null : Q.Trim());
        Pager = Pager.Of(number, PageSize, await all.CountAsync(cancellation));
        Shown = await all.Skip(Pager.Skip).Take(PageSize).ToListAsync(cancellation);
    }
}
