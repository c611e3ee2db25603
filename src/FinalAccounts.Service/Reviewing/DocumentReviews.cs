using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Audit;
using FinalAccounts.Service.Data;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.Reading;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;

namespace FinalAccounts.Service.Reviewing;

/// <summary>Published documents that reviewers hand in: audited by the sets in force, kept with their reports.</summary>
public sealed class DocumentReviews(FinalAccountsDb db, Artifacts artifacts, PublishedTemplates templates, FileReaders readers, Imports imports, TimeProvider time)
{
    /// <summary>All of them, newest first, without their findings.</summary>
    /// <param name="words">Part of the file's or the unit's name; null for all.</param>
    public IQueryable<DocumentReview> List(string? words) => db.Reviews.AsNoTracking()
        .Where(review => words == null || review.Name.Contains(words) || review.Unit!.Contains(words))
        .OrderByDescending(review => review.Id)
        .Select(review => new DocumentReview
        {
            Id = review.Id, Name = review.Name, Sha256 = review.Sha256, ReportSha256 = review.ReportSha256, AccountsSha256 = review.AccountsSha256, Unit = review.Unit, Year = review.Year, Set = review.Set,
            TablesFound = review.TablesFound, Tables = review.Tables, Errors = review.Errors, Warnings = review.Warnings, NotChecked = review.NotChecked, By = review.By, At = review.At,
        });

    public Task<DocumentReview?> FindAsync(long id, CancellationToken cancellation) => db.Reviews.AsNoTracking().SingleOrDefaultAsync(review => review.Id == id, cancellation);

    /// <summary>Audits documents and keeps what was found; a workbook among them that a web page names as holding its tables is read with it.</summary>
    /// <returns>The reviews, in the order of the documents.</returns>
    public async Task<IReadOnlyList<DocumentReview>> AuditAsync(IReadOnlyList<ImportFile> files, string? set, int? year, string by, CancellationToken cancellation)
    {
        var job = new AuditJob(await templates.TakeAsync(cancellation), readers) { Set = set, Year = year };
        var documents = files.Where(file => !ImportFile.Extensions.Contains(Path.GetExtension(file.Name).ToLowerInvariant())).ToList();
        var audited = await Task.WhenAll(documents.Select(file => Task.Run(
            () => job.RunAsync(file.Name, file.Content, link => files.FirstOrDefault(other => other.Name == Path.GetFileName(Uri.UnescapeDataString(link))), cancellation), cancellation)));
        var reviews = new List<DocumentReview>();
        await using var transaction = await db.BeginRecordedAsync(cancellation);
        foreach (var (file, result) in documents.Zip(audited))
        {
            reviews.Add(await KeptAsync(file, result, by, cancellation));
        }

        db.Reviews.AddRange(reviews);
        foreach (var review in reviews)
        {
            db.Record(review.At, by, "document.audited", review.Name, $"错误 {review.Errors}，提醒 {review.Warnings}");
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return reviews;
    }

    /// <summary>The unit's own Word file with a comment for each finding; null when the document is no Word file that could be read.</summary>
    public async Task<byte[]?> CommentedAsync(DocumentReview review, CancellationToken cancellation)
    {
        if (!review.Name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var content = await artifacts.ReadAsync(review.Sha256, cancellation);
        var placed = new PlacedDocument(await readers.ReadDocumentAsync(review.Name, content, cancellation), []);
        return placed.Document.Parts.Count == 0 ? null
            : FindingComments.Into(content, FindingsJson.Read(review.Findings), placed.Part, review.At, cancellation);
    }

    /// <summary>The recovered tables as next year's 上年公开表 of a unit: handed in like any data, to be looked at and accepted. A message when it cannot be.</summary>
    public async Task<(DataImport? Import, string? Message)> TakeOverAsync(DocumentReview review, Unit unit, string by, CancellationToken cancellation)
    {
        if (await TablesAsync(review, cancellation) is not { } workbook)
        {
            return (null, "没有读到可以沿用的表。");
        }

        var file = new ImportFile($"{review.Year}年公开表（由公开文档读出）.xlsx", workbook);
        return (await imports.HandInAsync(unit, review.Year!.Value + 1, new HandIn { PriorTables = file }, ImportSource.Upload, by, cancellation), null);
    }

    private async Task<byte[]?> TablesAsync(DocumentReview review, CancellationToken cancellation)
    {
        if (review is not { AccountsSha256: { } key, Set: { } set, Year: { } year }
            || new TemplateSetReader(await templates.TakeAsync(cancellation)).ReadCompiled(set).Value is not { } compiled)
        {
            return null;
        }

        var accounts = AccountsJson.Read(new ImportFile("公开文档", await artifacts.ReadAsync(key, cancellation)), compiled.Set, cancellation).Value;
        return accounts is null || Pipeline.Run(accounts with { FiscalYear = year }, [], compiled, null, cancellation).Document is not { } document ? null : Workbook(document, cancellation);
    }

    private static byte[] Workbook(Document document, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        ExcelRenderer.Render(document, stream, cancellation);
        return stream.ToArray();
    }

    private async Task<DocumentReview> KeptAsync(ImportFile file, AuditedFile audited, string by, CancellationToken cancellation) => new()
    {
        Name = file.Name,
        Sha256 = await artifacts.PutAsync(file.Content.ToArray(), cancellation),
        ReportSha256 = await artifacts.PutAsync(System.Text.Encoding.UTF8.GetBytes(AuditPage.Write(audited)), cancellation),
        AccountsSha256 = audited.Result is { } result ? await artifacts.PutAsync(AccountsJson.Write(result.Accounts with { Prior = null }), cancellation) : null,
        Unit = audited.Result?.Accounts.UnitName,
        Year = audited.Result?.Accounts.FiscalYear,
        Set = audited.Result?.Set.Set.Key,
        TablesFound = audited.Result?.TablesFound ?? 0,
        Tables = audited.Result?.Tables.Count ?? 0,
        Errors = audited.Errors,
        Warnings = audited.Count(Severity.Warning),
        NotChecked = audited.NotChecked,
        Findings = FindingsJson.Write(audited.Findings),
        By = by,
        At = time.GetUtcNow(),
    };
}
