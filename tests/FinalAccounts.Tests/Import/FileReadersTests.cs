using System.Diagnostics;
using FinalAccounts.Import;
using FinalAccounts.Service.Reading;

namespace FinalAccounts.Tests.Import;

/// <summary>Reading in a process of its own: real processes.</summary>
public sealed class FileReadersTests
{
    private static readonly string Hostile = Path.Combine(Repository.Root, "tests/FinalAccounts.Tests/Import/files/hostile");

    [Fact]
    public async Task WorkbookIsReadAndTheProcessKeptForTheNext()
    {
        using var readers = new FileReaders(new ReadingLimits());
        readers.Warm();
        for (var i = 0; i < 3; i++)
        {
            var read = await readers.ReadAsync(ImportCase.Workbook().File(), CancellationToken.None);
            var result = ImportCase.Import(read with { Content = Array.Empty<byte>() });
            Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
            Assert.Equal(1_089_000m, result.Value!.Tables["表01"].Cell("收入总计", "金额").Value);
        }
    }

    [Fact]
    public async Task FilesMadeToExhaustEndWithinTheLimitsInASentence()
    {
        using var readers = new FileReaders(new ReadingLimits());
        foreach (var path in Directory.EnumerateFiles(Hostile))
        {
            var read = await readers.ReadAsync(new ImportFile(Path.GetFileName(path), await File.ReadAllBytesAsync(path)), CancellationToken.None);
            var result = ImportCase.Import(read);
            Assert.False(result.Succeeded);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", result.Findings[0].Message);
        }
    }

    [Fact]
    public async Task FileThatTakesTooLongIsRefusedAndTheNextIsRead()
    {
        // No time at all: whatever the file, the first look at the clock ends it.
        using var hasty = new FileReaders(new ReadingLimits(Seconds: 0));
        var refused = Assert.Single(ImportCase.Import(await hasty.ReadAsync(ImportCase.Workbook().File(), CancellationToken.None)).Findings);
        Assert.Equal("IMP-19", refused.Rule);
        Assert.Contains("秒以上", refused.Message);
    }

    [Fact]
    public async Task FileThatTakesTooMuchMemoryIsRefusedAndTheNextIsRead()
    {
        using var readers = new FileReaders(new ReadingLimits(Seconds: 60, Megabytes: 64));
        var large = new ImportFile("大.csv", System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(string.Join(',', Enumerable.Repeat("甲", 500)) + "\n", 6_000))));
        var refused = ImportCase.Import(await readers.ReadAsync(large, CancellationToken.None)).Findings;
        Assert.Contains(refused, finding => finding.Rule is "IMP-19" && finding.Message.Contains("内存（64 MB）", StringComparison.Ordinal));
        Assert.True(ImportCase.Import(await readers.ReadAsync(ImportCase.Workbook().File(), CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task WhoHangsUpEndsTheReading()
    {
        using var readers = new FileReaders(new ReadingLimits());
        using var hangUp = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var reading = readers.ReadAsync(new ImportFile("sst.xlsx", await File.ReadAllBytesAsync(Path.Combine(Hostile, "sst_15mb_x450k.xlsx"))), hangUp.Token);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.True(ImportCase.Import(await readers.ReadAsync(ImportCase.Workbook().File(), CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task FileOverTheSizeLimitIsNotGivenToAnyProcess()
    {
        using var readers = new FileReaders(new ReadingLimits());
        var file = new ImportFile("公开表.xlsx", new byte[ImportLimits.FileBytes + 1]);
        Assert.Same(file, await readers.ReadAsync(file, CancellationToken.None));
        Assert.Equal("IMP-01", Assert.Single(ImportCase.Import(file).Findings).Rule);
    }

    [Fact]
    public void WatchCallsForTheEndOfAReadingThatSpendsTooMuch()
    {
        using var called = new ManualResetEventSlim();
        string? why = null;
        using var watch = new ReadingWatch(new ReadingLimits(Seconds: 0), reason =>
        {
            why = reason;
            called.Set();
        });
        Assert.True(called.Wait(TimeSpan.FromSeconds(30)));
        Assert.Contains("秒以上", why);
    }
}
