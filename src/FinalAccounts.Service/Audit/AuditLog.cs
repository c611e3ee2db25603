using System.Text;
using FinalAccounts.Documents;
using FinalAccounts.Import.Files;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Audit;

/// <summary>Reading of the audit log.</summary>
public sealed class AuditLog(FinalAccountsDb db)
{
    /// <summary>Rows of a workbook; CSV has no limit.</summary>
    public const int MostRows = 100_000;

    private static readonly string[] Headings = ["时间", "谁", "登录名", "做了什么", "对象", "说明", "动作标识"];

    /// <summary>The entries that a filter leaves, newest first.</summary>
    public IQueryable<AuditEntry> Query(AuditFilter filter)
    {
        var entries = db.Audit.AsNoTracking();
        if (filter.From is { } from)
        {
            var start = ShanghaiTime.Start(from);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = ShanghaiTime.Start(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        if (!string.IsNullOrWhiteSpace(filter.By))
        {
            var who = filter.By.Trim();
            entries = entries.Where(entry => entry.By == who || db.Users.Any(person => person.UserName == entry.By && person.DisplayName == who));
        }

        if (!string.IsNullOrWhiteSpace(filter.Action))
        {
            entries = entries.Where(entry => entry.Action == filter.Action);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            entries = entries.Where(entry => entry.Subject.Contains(text) || entry.Detail!.Contains(text));
        }

        return entries.OrderByDescending(entry => entry.Id);
    }

    /// <summary>Writes them as CSV, one by one, in UTF-8 with a mark that Excel knows it by.</summary>
    public async Task WriteCsvAsync(AuditFilter filter, Stream output, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Headings));
        var names = await NamesAsync(cancellation);
        await foreach (var entry in Query(filter).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            await writer.WriteLineAsync(string.Join(',', Fields(entry, names).Select(CsvText.Field)));
        }
    }

    /// <summary>The entries as a workbook.</summary>
    public async Task<Workbook> WorkbookAsync(AuditFilter filter, DateTimeOffset now, CancellationToken cancellation)
    {
        var entries = await Query(filter).Take(MostRows).ToListAsync(cancellation);
        var names = await NamesAsync(cancellation);
        List<SheetRow> rows = [new([.. Headings.Select((heading, i) => new SheetCell(i, heading) { Style = SheetStyle.Header })])];
        rows.AddRange(entries.Select(entry => new SheetRow([.. Fields(entry, names).Select((text, i) => new SheetCell(i, text))])));
        return new Workbook([new Sheet("审计记录", [20, 14, 14, 18, 30, 60, 20], rows) { FrozenRows = 1, Landscape = true }], now, "审计记录");
    }

    // Sign-in names stay beside them: they are what the entries themselves hold.
    private Task<Dictionary<string, string>> NamesAsync(CancellationToken cancellation) =>
        db.Users.Where(person => person.DisplayName != "").ToDictionaryAsync(person => person.UserName!, person => person.DisplayName, cancellation);

    private static string?[] Fields(AuditEntry entry, Dictionary<string, string> names) =>
        [ShanghaiTime.Exact(entry.At), names.GetValueOrDefault(entry.By, entry.By), entry.By, AuditActions.Name(entry.Action), entry.Subject, entry.Detail, entry.Action];
}

/// <summary>Which entries; everything that is null does not count.</summary>
public sealed record AuditFilter
{
    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    public string? By { get; init; }

    /// <summary>Which action.</summary>
    public string? Action { get; init; }

    /// <summary>Part of subject or detail.</summary>
    public string? Text { get; init; }
}
