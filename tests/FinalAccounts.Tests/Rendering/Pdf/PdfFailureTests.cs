using System.Diagnostics;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Pdf;

namespace FinalAccounts.Tests.Rendering.Pdf;

[Collection(PdfCollection.Name)]
public sealed class PdfFailureTests
{
    private static readonly Document Small = Document(new Paragraph([new Text("一段文字。")]));

    [Fact]
    public async Task TimeLimitEndsInAClearErrorAndLeavesNoBrowser()
    {
        await using var renderer = new PdfRenderer(new PrintOptions { TimeLimit = TimeSpan.FromMilliseconds(1) }, PdfFixture.Fonts);
        var error = await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(Small, new Theme()));
        Assert.Contains("0.001 秒", error.Message, StringComparison.Ordinal);
        Assert.Null(renderer.BrowserId);
    }

    [Fact]
    public async Task HangingBrowserIsEndedAtTheLimitAndTheNextPrintWorks()
    {
        await using var renderer = new PdfRenderer(new PrintOptions(), PdfFixture.Fonts);
        await renderer.PrintAsync(Small, new Theme());
        var browser = renderer.BrowserId!.Value;
        using (var stop = Process.Start("kill", ["-STOP", $"{browser}"]))
        {
            await stop.WaitForExitAsync();
        }
        var limit = renderer.TimeLimit;
        renderer.TimeLimit = TimeSpan.FromSeconds(1);
        var error = await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(Small, new Theme()));
        Assert.Contains("没有在 1 秒内完成", error.Message, StringComparison.Ordinal);
        AssertGone(browser);
        renderer.TimeLimit = limit;
        Assert.Equal(1, (await renderer.PrintAsync(Small, new Theme())).Pages.PageCount);
    }

    [Fact]
    public async Task HugeDocumentIsStoppedAtTheLimit()
    {
        await using var renderer = new PdfRenderer(new PrintOptions(), PdfFixture.Fonts);
        await renderer.PrintAsync(Small, new Theme());
        var browser = renderer.BrowserId!.Value;
        renderer.TimeLimit = TimeSpan.FromSeconds(2);
        await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(
            Document([.. Enumerable.Repeat(new Paragraph([new Text(new string('字', 2000))]), 3000)]), new Theme()));
        AssertGone(browser);
    }

    [Fact]
    public async Task KilledBrowserEndsInAClearErrorAndTheNextPrintWorks()
    {
        await using var renderer = new PdfRenderer(new PrintOptions(), PdfFixture.Fonts);
        await renderer.PrintAsync(Small, new Theme());
        var browser = renderer.BrowserId!.Value;
        var printing = renderer.PrintAsync(SampleDocument.Create(20), new Theme());
        // It prints for seconds; wherever the end meets it, the message is the same.
        await Task.Delay(300);
        using (var process = Process.GetProcessById(browser))
        {
            process.Kill();
        }
        var error = await Assert.ThrowsAsync<RenderingException>(() => printing);
        Assert.Contains("意外退出", error.Message, StringComparison.Ordinal);
        AssertGone(browser);
        Assert.Equal(1, (await renderer.PrintAsync(Small, new Theme())).Pages.PageCount);
    }

    [Fact]
    public async Task BrowserThatDiedWhileIdleIsReplaced()
    {
        await using var renderer = new PdfRenderer(new PrintOptions(), PdfFixture.Fonts);
        await renderer.PrintAsync(Small, new Theme());
        using (var process = Process.GetProcessById(renderer.BrowserId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        var printed = await renderer.PrintAsync(Small, new Theme());
        Assert.NotEqual(TimeSpan.Zero, printed.Timings.BrowserStart);
    }

    [Fact]
    public async Task CancelledPrintEndsTheBrowser()
    {
        await using var renderer = new PdfRenderer(new PrintOptions(), PdfFixture.Fonts);
        await renderer.PrintAsync(Small, new Theme());
        var browser = renderer.BrowserId!.Value;
        using var cancellation = new CancellationTokenSource();
        var printing = renderer.PrintAsync(SampleDocument.Create(20), new Theme(), null, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printing);
        AssertGone(browser);
    }

    [Fact]
    public async Task DisposedRendererLeavesNeitherProcessNorFolder()
    {
        var folders = Folders();
        var renderer = new PdfRenderer(new PrintOptions(), PdfFixture.Fonts);
        await renderer.PrintAsync(Small, new Theme());
        var browser = renderer.BrowserId!.Value;
        var folder = Assert.Single(Folders().Except(folders));
        await renderer.DisposeAsync();
        AssertGone(browser);
        Assert.DoesNotContain(folder, Folders());
        Assert.DoesNotContain(CommandLines(), line => line.Contains(folder, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MissingBrowserIsNamed()
    {
        await using var renderer = new PdfRenderer(new PrintOptions { BrowserPath = "/nirgends/chromium" }, PdfFixture.Fonts);
        var error = await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(Small, new Theme()));
        Assert.Contains("/nirgends/chromium", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgramThatIsNoBrowserEndsInAClearError()
    {
        await using var renderer = new PdfRenderer(new PrintOptions { BrowserPath = "/bin/false" }, PdfFixture.Fonts);
        var error = await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(Small, new Theme()));
        Assert.Contains("意外退出", error.Message, StringComparison.Ordinal);
        Assert.Null(renderer.BrowserId);
    }

    private static Document Document(params Block[] blocks) => new(
        new DocumentMetadata("题", "单位", 2023, DateTimeOffset.UnixEpoch), [new Section(new PageSetup(), blocks)]);

    private static string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "finalaccounts-print-*");

    private static void AssertGone(int process)
    {
        // A killed process may remain as a zombie entry until it is waited for; that is gone as well.
        var status = $"/proc/{process}/stat";
        Assert.True(!File.Exists(status) || File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal));
    }

    private static IEnumerable<string> CommandLines()
    {
        foreach (var folder in Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (IOException)
            {
                continue;
            }
            yield return line;
        }
    }
}
