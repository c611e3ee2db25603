using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Reviewing;
using FinalAccounts.Service.Shell.Components;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Pages.Reviews;

/// <summary>One audited document: its report, the findings as Excel and as comments in its own Word file, its figures as last year's.</summary>
[Authorize(Rights.Review)]
public sealed class ReviewModel(DocumentReviews reviews, Artifacts artifacts, FinalAccountsDb db, IAuthorizationService authorization) : PageModel
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The document.</summary>
    public DocumentReview Review { get; private set; } = null!;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The unit of this name, or the only one whose code was typed; null when there is none.</summary>
    public Unit? Unit { get; private set; }

    /// <summary>Whether the findings can go into the document as comments.</summary>
    public bool IsWord => Review.Name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) && Review.Set is not null;

    public Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation) => WithAsync(id, async () =>
    {
        Unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Name == Review.Unit, cancellation);
        return Page();
    }, cancellation);

    /// <summary>The report alone: nothing in it can run, load or lead away.</summary>
    public Task<IActionResult> OnGetReportAsync(long id, CancellationToken cancellation) => WithAsync(id, async () =>
    {
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-same-origin";
        return File(await artifacts.ReadAsync(Review.ReportSha256, cancellation), "text/html; charset=utf-8");
    }, cancellation);

    /// <summary>The findings as a workbook.</summary>
    public Task<IActionResult> OnGetXlsxAsync(long id, CancellationToken cancellation) => WithAsync(
        id, () => Task.FromResult<IActionResult>(File(WorkbookWriter.Bytes(FindingsSheet.Build(Review.Name, Findings, Review.At), cancellation), DataDownloads.Xlsx, $"审核结果 {Review.Name}.xlsx")), cancellation);

    /// <summary>The document with comments.</summary>
    public Task<IActionResult> OnGetWordAsync(long id, CancellationToken cancellation) => WithAsync(
        id, async () => await reviews.CommentedAsync(Review, cancellation) is { } commented ? File(commented, Word, $"批注 {Review.Name}") : NotFound(), cancellation);

    /// <summary>Hands its tables in as last year's of a unit.</summary>
    public Task<IActionResult> OnPostAsync(long id, string? code, CancellationToken cancellation) => WithAsync(id, async () =>
    {
        if (await db.Units.SingleOrDefaultAsync(unit => unit.Code == code, cancellation) is not { } unit)
        {
            this.Failed($"没有代码为“{code}”的单位。");
            return LocalRedirect($"/reviews/{id}");
        }

        if (!(await authorization.AuthorizeAsync(User, unit, Rights.EditData)).Succeeded)
        {
            return Forbid();
        }

        var (import, message) = await reviews.TakeOverAsync(Review, unit, User.Identity!.Name!, cancellation);
        if (import is null)
        {
            this.Failed(message!);
            return LocalRedirect($"/reviews/{id}");
        }

        this.Done("读出的表已经作为上年公开表提交，请核对后采用。");
        return LocalRedirect($"/units/{unit.Code}/years/{import.Year}/imports/{import.Number}");
    }, cancellation);

    private async Task<IActionResult> WithAsync(long id, Func<Task<IActionResult>> then, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(id, cancellation) is not { } review)
        {
            return NotFound();
        }

        (Review, Findings) = (review, FindingsJson.Read(review.Findings));
        return await then();
    }
}
