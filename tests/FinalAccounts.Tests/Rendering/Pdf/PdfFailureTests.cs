using System.Diagnostics;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Rendering.Typst;

namespace FinalAccounts.Tests.Rendering.Pdf;

public sealed class PdfFailureTests(MortalRenderer mortal) : IClassFixture<MortalRenderer>
{
    private static readonly Document Small = Document(new Paragraph([new Text("一段文字。")]));

    [Fact]
    public async Task TimeLimitEndsInAClearErrorAndLeavesNoWorker()
    {
        await using var renderer = new PdfRenderer(new PrintOptions { TimeLimit = TimeSpan.FromMilliseconds(1) }, PdfFixture.Fonts);
        var error = await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(Small, new Theme()));
        Assert.Contains("0.001 秒", error.Message, StringComparison.Ordinal);
        Assert.Null(renderer.WorkerId);
    }

    [Fact]
    public async Task HangingWorkerIsEndedAtTheLimitAndTheNextPrintWorks()
    {
        var renderer = mortal.Renderer;
        await renderer.PrintAsync(Small, new Theme());
        var worker = renderer.WorkerId!.Value;
        using (var stop = Process.Start("kill", ["-STOP", $"{worker}"]))
        {
            await stop.WaitForExitAsync();
        }
        var limit = renderer.TimeLimit;
        renderer.TimeLimit = TimeSpan.FromSeconds(1);
        var error = await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(Small, new Theme()));
        Assert.Contains("没有在 1 秒内完成", error.Message, StringComparison.Ordinal);
        AssertGone(worker);
        renderer.TimeLimit = limit;
        Assert.Equal(1, (await renderer.PrintAsync(Small, new Theme())).Pages.PageCount);
    }

    [Fact]
    public async Task HugeDocumentIsStoppedAtTheLimit()
    {
        var renderer = mortal.Renderer;
        await renderer.PrintAsync(Small, new Theme());
        var worker = renderer.WorkerId!.Value;
        var limit = renderer.TimeLimit;
        renderer.TimeLimit = TimeSpan.FromSeconds(2);
        await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(
            Document([.. Enumerable.Repeat(new Paragraph([new Text(new string('字', 2000))]), 3000)]), new Theme()));
        AssertGone(worker);
        renderer.TimeLimit = limit;
    }

    [Fact]
    public async Task KilledWorkerEndsInAClearErrorAndTheNextPrintWorks()
    {
        var renderer = mortal.Renderer;
        await renderer.PrintAsync(Small, new Theme());
        var worker = renderer.WorkerId!.Value;
        var printing = renderer.PrintAsync(SampleDocument.Create(20), new Theme());
        // It prints for seconds; wherever the end meets it, the message is the same.
        await Task.Delay(300);
        using (var process = Process.GetProcessById(worker))
        {
            process.Kill();
        }
        var error = await Assert.ThrowsAsync<RenderingException>(() => printing);
        Assert.Contains("意外退出", error.Message, StringComparison.Ordinal);
        AssertGone(worker);
        Assert.Equal(1, (await renderer.PrintAsync(Small, new Theme())).Pages.PageCount);
    }

    [Fact]
    public async Task WorkerThatDiedWhileIdleIsReplaced()
    {
        var renderer = mortal.Renderer;
        await renderer.PrintAsync(Small, new Theme());
        using (var process = Process.GetProcessById(renderer.WorkerId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        var printed = await renderer.PrintAsync(Small, new Theme());
        Assert.NotEqual(TimeSpan.Zero, printed.Timings.WorkerStart);
    }

    [Fact]
    public async Task CancelledPrintEndsTheWorker()
    {
        var renderer = mortal.Renderer;
        await renderer.PrintAsync(Small, new Theme());
        var worker = renderer.WorkerId!.Value;
        using var cancellation = new CancellationTokenSource();
        var printing = renderer.PrintAsync(SampleDocument.Create(20), new Theme(), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printing);
        AssertGone(worker);
    }

    [Fact]
    public async Task DisposedRendererLeavesNoProcess()
    {
        var renderer = new PdfRenderer(new PrintOptions(), PdfFixture.Fonts);
        await renderer.PrintAsync(Small, new Theme());
        var worker = renderer.WorkerId!.Value;
        await renderer.DisposeAsync();
        AssertGone(worker);
    }

    [Fact]
    public async Task WorkerThatHoldsTooMuchMemoryIsReplaced()
    {
        await using var renderer = new PdfRenderer(new PrintOptions { MostMemory = 1 }, PdfFixture.Fonts);
        Assert.Equal(1, (await renderer.PrintAsync(Small, new Theme())).Pages.PageCount);
        Assert.Null(renderer.WorkerId);
        Assert.Equal(1, (await renderer.PrintAsync(Small, new Theme())).Pages.PageCount);
    }

    [Fact]
    public async Task MissingNodeIsNamed()
    {
        await using var renderer = new PdfRenderer(new PrintOptions { NodePath = "/nirgends/node" }, PdfFixture.Fonts);
        var error = await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(Small, new Theme()));
        Assert.Contains("/nirgends/node", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgramThatIsNotNodeEndsInAClearError()
    {
        await using var renderer = new PdfRenderer(new PrintOptions { NodePath = "/bin/false" }, PdfFixture.Fonts);
        var error = await Assert.ThrowsAsync<RenderingException>(() => renderer.PrintAsync(Small, new Theme()));
        Assert.Contains("意外退出", error.Message, StringComparison.Ordinal);
        Assert.Null(renderer.WorkerId);
    }

    private static Document Document(params Block[] blocks) => new(
        new DocumentMetadata("题", "单位", 2023, DateTimeOffset.UnixEpoch), [new Section(new PageSetup(), blocks)]);

    private static void AssertGone(int process)
    {
        // A killed process may remain as a zombie entry until it is waited for; that is gone as well.
        var status = $"/proc/{process}/stat";
        Assert.True(!File.Exists(status) || File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal));
    }
}

/// <summary>A renderer whose workers die: the next test goes on with the worker that took the place of the last.</summary>
public sealed class MortalRenderer : IAsyncLifetime
{
    internal PdfRenderer Renderer { get; } = new(new PrintOptions(), PdfFixture.Fonts);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Renderer.DisposeAsync();
}
